"""A series: a rule laid out as days, and made into single activities."""
