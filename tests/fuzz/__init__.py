"""Long runs with damaged input, outside of the suite: each says with which seed it can be done again."""
