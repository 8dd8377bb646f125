"""The rounds that come with the program."""

from __future__ import annotations

from generator.workspace.folders import form_roots
from generator.workspace.rounds import Rounds

ROUNDS = Rounds(form_roots(None), lambda path: path.name)
FORMS = [ROUNDS.form(midler) for midler in ROUNDS.files]
