"""How to cite an interview or a statement: one reference to read, and the same as files for other programs."""
