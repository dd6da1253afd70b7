"""The plan's pages, one room for each part: the plan, the measures, the report."""
