"""What a plan needs the secretary for: how much it is, each thing with its line, and the one act that settles it."""
