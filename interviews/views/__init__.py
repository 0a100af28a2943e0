"""Public pages, one file per section of the site."""
