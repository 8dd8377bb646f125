"""Prose."""

from __future__ import annotations


def complaints(text: str) -> list[tuple[int, int, str, str]]:
    return []


def to_markup(text: str) -> str:
    raise NotImplementedError
