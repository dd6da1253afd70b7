"""People who come and go: who has a task now, who is invited, and the letter that lets somebody in."""
