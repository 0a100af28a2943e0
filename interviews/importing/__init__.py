"""Bring in what curators collected elsewhere: `import_tables` for a directory of CSV tables."""
