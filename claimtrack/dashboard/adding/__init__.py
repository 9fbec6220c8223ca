"""Articles that are dropped or pasted in the dashboard: from what the browser sends to documents."""
