"""How fast we are beside those who do the same, on one machine: `python -m tests.benchmarks`.

Needs the extra `bench`. Nothing here is run by the tests.
"""
