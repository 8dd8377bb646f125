"""Lines of a diagram, back from the words in which each is described: `A og B refererer til C`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.document.model import Edge

_LEGEND = "Signaturforklaring: "


def edges_of(descriptions: Sequence[str], labels: Sequence[str]) -> tuple[Edge, ...]:
    """The edges between boxes with these labels; a line whose words are no more ours is none."""
    says = [text.removeprefix(_LEGEND) for text in descriptions if text.startswith(_LEGEND)]
    wires = [text for text in descriptions if not text.startswith(_LEGEND)]
    return tuple(dict.fromkeys(edge for wire in wires for edge in _edges(wire, says, labels)))


def _edges(wire: str, says: Iterable[str], labels: Sequence[str]) -> Iterator[Edge]:
    for said in says:
        start, found, end = wire.partition(f" {said} ")
        starts, ends = _listed(start, labels), _listed(end, labels)
        if found and starts and ends:
            yield from (Edge(one, other, said) for one in starts for other in ends)
            return


def _listed(text: str, labels: Sequence[str]) -> list[str]:
    """The labels that are listed in the text, which holds nothing else; none where it does."""
    found: list[str] = []
    while text:
        fits = [label for label in labels if label and text.startswith(label)]
        if not fits:
            return []
        longest = max(fits, key=len)
        found.append(longest)
        text = text[len(longest):]
        text = text.removeprefix(", ") if text.startswith(", ") else text.removeprefix(" og ")
    return found
