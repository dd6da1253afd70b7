"""What the board goes through at a meeting: one content, which page, PDF and text for the minutes render."""
