"""The user's browser, which opens an address."""

from __future__ import annotations


def show(address: str) -> bool:
    """Open the address in the user's browser; tell whether there is one."""
    import webbrowser

    try:
        return webbrowser.open(address)
    except webbrowser.Error:
        return False
