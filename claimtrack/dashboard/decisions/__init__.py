"""Decisions in the dashboard: where reviewers differ, and everything that was recorded."""
