"""What the secretary does to a plan, a room for each kind of act. Each is one transaction, and of an adopted plan one
edition with the decision behind it: see `tiltak.utgave`."""
