"""Hard spaces: what belongs together stays on a line, and nothing else is changed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.base.hard_spaces import bind

PIECES = st.sampled_from([
    "1. april", " %", "§ ", "nr. ", "ca. ", " kr.", " mio. kr.", " t.kr.", "7", " ", "jf. ",
    "Sct. ", "side ", " – ", " - ",
])
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join)


@pytest.mark.parametrize(
    "bound",
    [
        "21,5~%", "§~6, stk.~6, nr.~2", "jf.~§§~6 og 7", "Nr.~2, afd.~10 og pkt.~2", "1.~april 2017",
        "14.600~kr.", "27.102~t.kr.", "25,689~mio.~kr.", "140~mio.~kr. om året", "ca.~75~%", "40~pct. af",
        "den 31.~december", "Sct.~Jørgen og Skt.~Anna", "side~12", "et hus~– og en have~- i byen",
        "(2017)~– 21,5~%~– i", "Jf.~bilag 2",
    ],
)  # fmt: skip
def test_what_belongs_together_stays_on_a_line(bound: str) -> None:
    assert bind(bound.replace("~", " ")).replace("\u00a0", "~") == bound


@pytest.mark.parametrize(
    "free",
    [
        "5 krav", "I 2017 blev", "kap. 3", "2017. Her", "5 procent", "A. april", "1. aprilsnar", "hr. 5",
        "nr. to", "ca. det", "mio. mennesker", "stk.  6", "3 krukker", "medlem af afd. B", "vil nr", "%",
        "2017-2021", "på side to", "–", "<td> – </td>", "Bo -Godt", "a  – b",
    ],
)  # fmt: skip
def test_nothing_else_is_bound(free: str) -> None:
    assert bind(free) == free


@given(TEXT)
@example("ca. 14.600 kr. § 6 1. april")
def test_binding_changes_spaces_into_hard_ones_and_nothing_else(text: str) -> None:
    bound = bind(text)
    assert bound.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert bind(bound) == bound
