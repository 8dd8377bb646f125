"""The three streams that a process is started with, or without."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def open_missing() -> None:
    """Let what was closed when the process was started (`>&-`) lead nowhere: no file may take its number."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", errors="replace", closefd=False))


def fall_silent(stream: TextIO) -> None:
    """Let what is still said on the stream, and what waits in it, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
