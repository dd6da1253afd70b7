"""Reminders by e-mail: who gets which, what each says, and how it is sent once and never twice."""
