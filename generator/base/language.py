"""Language of what people read: English in the code, Danish in a catalogue (`generator/locale`).

Everything that people read is one whole sentence for each case, with named values: `say("the plan {plan} has
no budget", plan=name)`. The sentence is a literal, because the catalogue is extracted from the code; what
must wait until a language is chosen is marked with `later` and said by `say` when it is shown. Documents are
Danish whatever is spoken here, and the words of the domain stay as they are in both languages.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, get_args

from generator.base.border import computer, environment

Language = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
VARIABLE = "AFTALE_SPROG"
DOMAIN = "aftale"
CATALOGUES = Path(__file__).parent.parent / "locale"
MOST_NAMES = 5

_spoken: Language | None = None
_catalogue: gettext.NullTranslations | None = None


def speak(language: Language) -> None:
    """Speak the language from now on, in this process; the libraries that ask gettext speak it too."""
    global _spoken, _catalogue
    _spoken, _catalogue = language, None
    computer.ask_for(language)
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    gettext.textdomain(DOMAIN)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak the language for a while."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def spoken() -> Language:
    """The language that is spoken; where none was asked for, English on a computer that is, else Danish."""
    if _spoken is None:
        speak(_wanted())
    assert _spoken is not None
    return _spoken


def say(text: str, /, **values: object) -> str:
    """The sentence in the language that is spoken, with the values put in where it has any."""
    said = _translations().gettext(text)
    return said.format(**values) if values else said


def say_count(one: str, many: str, n: int, /, **values: object) -> str:
    """The sentence for one, or for many, as the language counts; `{n}` is the number."""
    return _translations().ngettext(one, many, n).format(n=n, **values)


def later(text: str) -> str:
    """The sentence as it stands, marked for the catalogue; `say` says it when it is shown."""
    return text


def listed(items: Iterable[object], last: Literal["and", "or"] = "and", most: int | None = None) -> str:
    """`a, b and c`, or `a, b or c`; of more than `most`, the first ones and the number of the others."""
    names = [str(item) for item in items]
    if most is not None and len(names) > most:
        shown, n = ", ".join(names[:most]), len(names) - most
        return say_count("{names} and {n} more", "{names} and {n} more", n, names=shown)
    if len(names) < 2:
        return "".join(names)
    first, end = ", ".join(names[:-1]), names[-1]
    if last == "or":
        return say("{first} or {last}", first=first, last=end)
    return say("{first} and {last}", first=first, last=end)


def named(text: str | None) -> Language | None:
    """The language of that name, however it is typed; None for any other text."""
    name = (text or "").strip().lower()
    return next((language for language in LANGUAGES if language == name), None)


def _wanted() -> Language:
    """The language that is asked for; a name that is none of ours is refused where options are read."""
    return named(environment.variable(VARIABLE)) or ("en" if computer.is_english() else "da")


def _translations() -> gettext.NullTranslations:
    global _catalogue
    if _catalogue is None:
        _catalogue = gettext.translation(DOMAIN, str(CATALOGUES), [spoken()], fallback=True)
    return _catalogue
