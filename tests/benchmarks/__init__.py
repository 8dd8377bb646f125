"""How fast we are beside docxtpl, side by side on one machine: `python -m tests.benchmarks`.

Needs the extra `bench`. Nothing here is run by the tests.
"""
