"""The parties to an agreement, and how each of them signs."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from generator.base.language import say
from generator.plan.model.base import Model, Navngivet, felt, krævet, samme
from generator.plan.model.refusal import Refused
from generator.plan.model.values import Antal, Linje
from generator.plan.source import codes

Måde: TypeAlias = Literal["på papir", "digital"]
"""Ways to sign: on lines for ink, or electronically, without them."""


class Underskrift(Model):
    """Signature block of a party."""

    etiket: Linje | None = felt(
        "Navnet over underskriften, hvis det er et andet end partens.", "Kommunen NN, Børn & Unge"
    )
    navn: Linje | None = felt(
        "Den, der skriver under. Udelades, hvis det skrives i hånden.", "NN")  # fmt: skip
    titel: Linje | None = felt("Underskriverens titel.", "borgmester")
    nummer: int | None = felt(
        "Plads i rækken af underskrifter, hvis den afviger fra parternes.", "1", styrer=True
    )
    måde: Måde | None = felt(
        "Hvordan parten skriver under, hvis det er anderledes end de andre.", "digital", styrer=True
    )

    @classmethod
    def refuse_text(cls, text: str) -> Refused | None:
        """Refuse `nej` and a way to sign, and tell where it is written."""
        if samme(text) in get_args(Måde):
            hint = say("write {value}; for all parties it stands beside parter",
                       value=f"underskrift: {{måde: {samme(text)}}}")  # fmt: skip
            return Refused(codes.WRONG_TYPE, say("keys are wanted, not text"), hint)
        if samme(text) not in ("nej", "ingen"):
            return None
        hint = say("where the party does not sign, write skriver_under: nej in place of underskrift")
        return Refused(codes.WRONG_TYPE, say("keys are wanted, not text"), hint)


class Part(Navngivet):
    """A party to the agreement."""

    type: Literal["boligorganisation", "kommune", "anden"] = krævet(
        "Partens art.", "boligorganisation", styrer=True
    )
    cvr: Linje | None = felt("CVR-nummer, otte cifre.", "12345678")
    sagsnummer: Linje | None = felt("Partens eget sagsnummer.", "NN")
    beboere: Antal | None = felt(
        "Antal beboere i partens boligområder, når det ikke kendes for hvert område.", "100"
    )
    skriver_under: Literal["ja", "nej"] = felt(
        "nej, hvis parten ikke skriver under.", "ja", "ja", styrer=True
    )
    underskrift: Underskrift | None = felt("Hvordan parten skriver under.", "{titel: direktør}")
