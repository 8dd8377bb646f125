"""Lists whose items a form prints in its own order: the keys of their items."""

from __future__ import annotations

from collections.abc import Sequence

from generator.plan.model.form import Form


def _criteria(form: Form) -> Sequence[str]:
    return [one.nøgle for one in form.kriterier.punkter] if form.kriterier else ()


def _annexes(form: Form) -> Sequence[str]:
    return [one.nøgle for one in form.bilag]


def _areas(form: Form) -> Sequence[str]:
    return [one.nøgle for one in form.indsatsområder]


LISTED_BY_FORM = {
    "vurderinger": ("kriterium", _criteria), "bilag": ("bilag", _annexes),
    "indsatsområder": ("indsatsområde", _areas),
}  # fmt: skip
"""Lists whose items the form prints in its own order, each with its key."""
