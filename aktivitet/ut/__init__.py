"""The calendar's ways out: to other calendars, feeds, websites and letters."""
