"""What is stored about people: said to all, shown to each, kept for no longer than needed, and erased for good."""
