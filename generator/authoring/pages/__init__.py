"""The pages of the guide that are made from the program itself: its rules, and the keys of its files."""
