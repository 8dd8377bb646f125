"""`python -m generator` and `aftale` are the same command.

Ctrl-C ends it without a traceback from its first moment to its last: before the command has begun, and
after it has ended, there is nothing that it could leave half done.
"""

from __future__ import annotations

import gc
import signal

COLLECT_AFTER = 200_000
"""Objects between two searches for cycles: a run makes many that live, and next to none that need it."""


def main() -> None:
    """Run the command and end the process with its exit code."""
    gc.set_threshold(COLLECT_AFTER)  # before anything is imported
    usual = signal.getsignal(signal.SIGINT)  # in the background of some shells it is ignored, and stays so
    quiet = signal.SIG_DFL if usual is signal.default_int_handler else usual
    signal.signal(signal.SIGINT, quiet)
    from generator.cli import main as command

    try:
        signal.signal(signal.SIGINT, usual)
        command()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    finally:
        signal.signal(signal.SIGINT, quiet)


if __name__ == "__main__":
    main()
