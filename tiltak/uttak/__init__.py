"""What leaves as files that others work on, pure: the plan, which comes in again unchanged, and its status."""
