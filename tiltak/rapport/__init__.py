"""The annual report: what it says as plain values, how it is written and taken through the meeting, and its
documents."""
