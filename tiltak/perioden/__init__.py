"""The plan's period as a picture and as tables: how far each goal has come, quarter by quarter and year by year."""
