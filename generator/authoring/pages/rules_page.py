"""docs/regler.md: every rule, made from what the rules say of themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.base.findings import Severity
from generator.plan.rules import RULES, Rule

NAME = "regler.md"
WORDS = {Severity.ERROR: "fejl", Severity.WARNING: "advarsel", Severity.INFO: "oplysning"}
ABOUT = {
    "A": "Aktiviteter", "B": "Budget", "C": "Det, der skal udfyldes", "D": "Delmål og målinger",
    "G": "Personer", "H": "Budgettet i fuld længde", "I": "Indsatsområder", "J": "Målinger i bilaget",
    "K": "Kriterier og ord",
    "L": "Løse ender",
    "O": "Organisation", "P": "Perioder", "Q": "Årets status",
    "R": "Revision og evaluering", "S": "Underskrifter",
    "U": "Det, der ikke virker", "X": "Bilag og regulativ",
}  # fmt: skip
HEAD = """\
# Reglerne

Når I bygger eller kontrollerer en plan, ser programmet efter, om den holder disse regler.
En besked begynder med reglens kode, for eksempel `B2`, og siger, hvor i filen det er.
`aftale explain B2` viser det samme på skærmen.

- En *fejl* skal rettes, før dokumentet kan bygges.
- En *advarsel* er noget, som nogen bør se på. Den kan være i orden.
- En *oplysning* er godt at vide.

Grænser og lister, som hører til en runde, står i rundens `form.yaml` med deres kilde.
Beskeder om selve filerne – YAML, nøgler, tal og datoer – har andre koder og står ikke her.

## Når en besked er i orden

Skriv reglens kode og en begrundelse i den fil, som beskeden er om:

```yaml
accepter:
  - regel: O2
    begrundelse: Foreningen lader sig repræsentere af Boligselskabet Viborg.
  - regel: D5
    sted: delmål[3].baseline
    begrundelse: Målingen laves kun i to områder.
```

Beskeden vises så ikke mere. Uden `sted` gælder det hele filen.
Er der ikke længere noget at acceptere, kommer der en ny besked (U1), så linjen kan slettes.
En fejl kan kun accepteres, hvor det står ved reglen.
Advarsler og oplysninger kan altid, bortset fra C1 og U1.
`accepter` kommer ikke med i noget dokument.

Siden er lavet af programmets egne regler og ændres ikke i hånden.
"""


def page() -> str:
    """The whole page, with a section a letter."""
    parts = [HEAD]
    for letter, rules in groupby(RULES, key=lambda rule: rule.code[0]):
        listed = list(rules)
        parts += [f"## {letter}: {ABOUT[letter]}\n", *("\n".join(_section(rule)) + "\n" for rule in listed)]
    return "\n".join(parts)


def _section(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code}: {rule.title}\n"
    milder = f"; {rule.milder}" if rule.milder else ""
    yield f"**Alvor:** {WORDS[rule.code.severity]}{milder}.{_acceptable(rule)}\n"
    yield f"{rule.why}\n"
    yield f"- *Kilde:* {rule.source}"
    yield f"- *Eksempel på brud:* {rule.example}"
    yield f"- *Sådan rettes det:* {rule.mend}"


def _acceptable(rule: Rule) -> str:
    if rule.code.severity is not Severity.ERROR or rule.must_be_seen:
        return ""
    return " Fejlen kan accepteres med en begrundelse." if rule.acceptable else " Fejlen kan ikke accepteres."
