"""The walls: headers on every answer, copies, cookies, logs, and names that are nowhere to be found."""
