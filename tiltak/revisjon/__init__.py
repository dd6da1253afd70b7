"""A revised plan: a draft compared with the plan that it revises, and worked into it when that is decided."""
