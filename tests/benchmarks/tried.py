"""What was tried to make it quicker, and what came of it: the last section of the report."""

from __future__ import annotations

TRIED = """## What was tried

A start. Values are msgspec's Structs, no dataclasses
([why](decisions/0016-values-are-structs.md)): 117 classes cost 70 ms of 380, and cost 2 now.
What is left of a cold build is imports: 290 modules of ours, 105 of them the model and the rules of a plan,
and all of Jinja2, click and PyYAML, which are imported whole though a build needs their runtime alone.
Left as they are, because each gives 2 or 3 % for something that every module would have to know: regular
expressions compiled at first use (of 33 ms 15 are ours, and most of those are used by the rules of any plan),
annotations of the model read at first use (6 ms for 386 fields).

Checks. Fields of a plan are found by their key in one index, and texts that name what a rule asks for by
where that stands in all of them, one after the other. Names of a plan are looked for one by one: to compile a
pattern of them costs more than the search. A pattern begins with a letter or a digit, and what stands before
it is looked at afterwards: Python skips to the places that can begin a match, but over no look behind. What
the form requires is gone through once for the two rules and the figures that ask for it, a template is read
once for what a document is made from, and U2 makes paths only of what no document prints. Rules take two
thirds of what they took, and all that is done beyond “from YAML” half. The dearest that is left is to find
the long words of a plan (a sixth of all rules); to split at spaces first, or to look for parts of the names,
was no quicker.

Large tables. The areas beside each other in a table are looked up once, not once for each of them: a check of
5,000 rows took half a minute. A figure is printed by no macro (a fifth), the signs of a column are measured
without asking twice (a quarter). To tell rows of one shape without checking them again was measured too: the
check of the markup is 5 % of a table, and to find the shape costs as much.

Memory. What is known of a plan takes 2 kB, and is written without a second copy; how wide words are, and
texts that were read, are let go after some hundreds. A thousand plans take 10 MB more than one.

Commits. Of the commits since a version the plan's shared file is read of one, the oldest that can be it: it
was parsed at each, which was nearly all that a first look cost.

Seen, and left: a document that is there and differs is written twice, with the stamp that it has and then
with its own. Written once and zipped twice, a rebuild of all would take a quarter less.
"""
