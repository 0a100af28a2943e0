"""A made-up library of any size, and what search costs on it beside what a team would pick instead."""
