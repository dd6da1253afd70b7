"""Measurements, each against a yardstick in the same run. Run by script/bench, not by pytest."""
