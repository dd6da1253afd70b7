"""A year's meeting plan: days counted back from others' meetings, proposed, made and adopted."""
