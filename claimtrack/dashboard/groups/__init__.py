"""What the page of the cross-check is made of: the groups, which of them are shown, one of them, and its verdict."""
