"""The table of measures: what is read of it, what is chosen to be seen, and what is done with the choice."""
