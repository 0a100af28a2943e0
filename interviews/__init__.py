"""What they said: interviews, statements, themes, search, and every public page."""
