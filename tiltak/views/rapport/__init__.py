"""The annual reports' addresses: to read, to write, to take through the meeting, and to have as files."""
