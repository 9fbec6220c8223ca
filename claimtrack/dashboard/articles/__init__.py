"""Articles in the dashboard: the list, one with its figures marked, two versions compared."""
