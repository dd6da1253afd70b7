"""Letters: what one says, how it becomes an e-mail, what it takes to send it, and what sends it."""
