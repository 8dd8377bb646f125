"""`python -m generator` and `aftale` are the same command.

Ctrl-C ends it without a word from its first moment on: until the command has begun there is nothing that
it could leave half done.
"""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command and end the process with its exit code."""
    interrupt = signal.getsignal(signal.SIGINT)  # in the background of some shells it is ignored
    if interrupt is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.cli import main as command

    signal.signal(signal.SIGINT, interrupt)
    command()


if __name__ == "__main__":
    main()
