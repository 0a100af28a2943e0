"""Search: from what a reader typed to what is shown, one step per module."""
