"""What was tried to make it quicker, and what came of it: the last section of the report."""

from __future__ import annotations

TRIED = """## What was tried

A start. Values are msgspec's Structs, no dataclasses
([why](decisions/0016-values-are-structs.md)): 117 classes cost 70 ms of 380, and cost 2 now.
What is left of a cold build is imports: 300 modules of ours, 105 of them the model and the rules of a plan,
and all of Jinja2, click and PyYAML, which are imported whole though a build needs their runtime alone: those
three and msgspec are a quarter of a cold build. No search for cycles begins before the command does (it was
looked for 35 times, 3 % of a build), and a model reads its annotations when somebody asks for its keys (2 %).
Left as they are: regular expressions, a tenth of a cold build. Two fifths of it are of libraries, and of
ours three fifths are used by any build: compiled at first use they would give 3 %. To keep what they were
compiled to from run to run would give the tenth, and takes what Python's `re` shows nobody. Commands that are
imported when they are named would give 2 %, and rules of those kinds alone that a plan has another 2 or 3 %.

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
without asking twice (a quarter). Rows of one shape are one: of those that repeat the tags of one before them
the texts alone are taken, by a pattern made of its tags, and neither parsed nor checked (seven tenths of that
stage); in the Document the stretches are found whose rows differ in their texts alone, and widths, heights,
marks and XML ask what holds for a stretch (six tenths). A loop is counted at once, what is printed is escaped
where it is looked at, and the text of a number is read once, however often it is typed (a half each of
template and model). Two fifths of what is left are YAML and the model, a key at a time: of it libyaml takes a
fifth, and the rest makes a place, a text and a value of each.

Memory. What is known of a plan takes 2 kB, and is written without a second copy; how wide words are, and
texts that were read, are let go after some hundreds. A thousand plans take 10 MB more than one.

Commits. Of the commits since a version the plan's shared file is read of one, the oldest that can be it: it
was parsed at each, which was nearly all that a first look cost.

A document that is there and differs is written once: only one with the same body is written with the stamp
that it has, to see if it is the same.
"""
