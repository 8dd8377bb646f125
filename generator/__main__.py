"""`python -m generator` is the command `aftale`."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command; Ctrl-C while it is still being imported ends the process without a word."""
    handler = signal.getsignal(signal.SIGINT)
    if handler is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.cli import main as run

    signal.signal(signal.SIGINT, handler)
    run()


if __name__ == "__main__":
    main()
