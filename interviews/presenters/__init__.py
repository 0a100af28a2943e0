"""What pages show beyond the rows themselves: things counted, grouped and put into words."""
