"""The demo: made-up people, a year of activities and a history of statuses around the real plan, told for any day."""
