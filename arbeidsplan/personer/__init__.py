"""People: who has a task, how they come in, and how a board hands over to the next."""
