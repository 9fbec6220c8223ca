"""A row of the claims table in words that a person reads: on a terminal, in the dashboard.

`words` tells a cell or a few of them at a glance; `why` tells where in the article each field comes from.
"""
