"""The trail: what leaves a line in it, and the page where the administrator reads it."""
