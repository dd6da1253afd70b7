"""The calendar's pages, a room for each kind: to read, to change, and for other calendars."""
