"""What the templates of the plan say in words."""
