"""The marks of a redline told in words: nothing that is marked is left out, and all of it has its cause.

The marked Document decides what is told; the changes of the data say why, by the keys that each marked text
comes from.
"""
