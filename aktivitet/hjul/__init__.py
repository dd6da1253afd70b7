"""The year as a wheel and as a table: the same rows, laid out around a circle and below each other."""
