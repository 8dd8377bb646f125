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

Checks. Fields of a plan are found by their key in one index, a rule looks only into texts that name what it
asks for, and a text without marks is read once for the reader and the rule (of the rules it was the dearest).
No rule stands out any more: 88 together are a fifth of a build; rendering, writing and reading as much each.

Large tables. The areas beside each other in a table are looked up once, not once for each of them: a check of
5,000 rows took half a minute. A figure is printed by no macro (a fifth), the signs of a column are measured
without asking twice (a quarter). To tell rows of one shape without checking them again was measured too: the
check of the markup is 5 % of a table, and to find the shape costs as much.

Seen, and left: a document that is there and differs is written twice, with the stamp that it has and then
with its own; its pages are estimated by its writer and again for what is told of it (3 %).
"""
