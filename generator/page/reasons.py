"""Reasons why something could not be done, whatever raised them, and files that are made apart."""

from __future__ import annotations

from collections.abc import Callable

from generator.authoring.edits import Refused
from generator.base.border import files
from generator.base.border.refused import GitRefused
from generator.base.findings import Rejected
from generator.page.kept import NotMade
from generator.workspace.folders import NotFound

Trouble = GitRefused | NotFound | NotMade | Refused | Rejected | OSError
TROUBLE = (GitRefused, NotFound, NotMade, Refused, Rejected, OSError)


def reason(error: Trouble) -> tuple[str, str]:
    """Reason why something could not be done, and what helps."""
    if isinstance(error, (GitRefused, NotMade)):
        return error.why, error.hint
    if isinstance(error, NotFound):
        return error.message, error.hint
    if isinstance(error, Refused):
        return error.reason, error.hint
    if isinstance(error, Rejected):
        return error.findings[0].message, error.findings[0].hint
    return files.reason(error), files.hint(error, "")


def made_apart(make: Callable[..., bytes], *given: object) -> bytes:
    """The file, made in a process of its own, whose memory is free afterwards. Raises NotMade."""
    from generator.run.processes import WorkerLost, apart

    try:
        return apart(_made, make, *given)
    except WorkerLost as lost:
        raise NotMade(str(lost)) from lost


def _made(make: Callable[..., bytes], *given: object) -> bytes:
    try:
        return make(*given)
    except TROUBLE as error:  # others may not travel between processes as they are
        raise NotMade(*reason(error)) from error
