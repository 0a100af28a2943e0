"""What ties the apps into one site and runs it."""
