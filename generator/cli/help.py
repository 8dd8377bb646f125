"""Help in the language that is spoken.

Click keeps texts as attributes of its objects, made before a language is known: here they are said when they
are read. Commands, options and arguments are made of these classes; the catalogue finds their texts in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from generator.base.language import LANGUAGES, VARIABLE, later, named, say, say_count, speak

LANGUAGE_HELP = later("Language of what is printed: da or en; else that of AFTALE_SPROG, or of the computer.")


class Said:
    """An attribute whose text is said when it is read, a paragraph of it at a time."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return "\n\n".join(map(say, paragraphs(self.written(instance)))) or None

    def __set__(self, instance: object, text: str | None) -> None:
        vars(instance)[self._name] = text

    def written(self, instance: object) -> str:
        """The text as it stands in the code; empty where there is none."""
        return vars(instance).get(self._name) or ""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each on one line: how they are broken in the code says nothing."""
    return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()]


class Option(click.Option):
    """An option whose help and metavar are said when they are shown."""

    help, metavar = Said(), Said()


class Argument(click.Argument):
    """An argument whose metavar is said when it is shown."""

    metavar = Said()


class PathOf(click.Path[Path]):
    """A path on the command line; messages call it a file or a folder in the language that is spoken."""

    name = Said()

    def __init__(self, **settings: bool) -> None:
        super().__init__(path_type=Path, **settings)
        self.name = "directory" if not self.file_okay else "path" if self.dir_okay else "file"


class LanguageName(click.Choice[str]):
    """The name of a language, on the command line or in the variable; another one is refused in both."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name as we write it."""
        return named(value) or super().convert(value, param, ctx)


class LanguageOption(Option):
    """The option for the language; what is wrong with it is told of the variable where that says it."""

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """The name of the option, or of the variable."""
        source = ctx.get_parameter_source(self.name or "") if ctx else None
        return f"'{VARIABLE}'" if source is ParameterSource.ENVIRONMENT else super().get_error_hint(ctx)


class WholeNumber(click.IntRange):
    """A whole number within limits."""

    name = Said()

    def __init__(self, *, min: int) -> None:
        super().__init__(min=min)
        self.name = later("whole number")


option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)


class Command(click.Command):
    """A command with examples below its help; `--sprog` may stand among its options, too."""

    help, short_help, options_metavar = Said(), Said(), Said()

    def __init__(self, *names: Any, examples: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*names, **settings)
        self.examples = examples
        hidden = not isinstance(self, click.Group)
        self.params.append(
            LanguageOption(["--sprog"], type=LanguageName(LANGUAGES), envvar=VARIABLE, expose_value=False,
                           hidden=hidden, help=LANGUAGE_HELP)
        )  # fmt: skip

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Speak the language that is asked for before anything is said, wherever it stands in the line."""
        parser = self.make_parser(ctx)
        parser.ignore_unknown_options = True
        with suppress(click.UsageError):  # it is told below
            if asked := named(parser.parse_args(list(args))[0].get("sprog")):
                speak(asked)
        return super().parse_args(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option `--help`, which click makes once and keeps."""
        found = super().get_help_option(ctx)
        if found:
            found.help = say("Show this help.")
        return found

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """The command in one sentence, which is never cut off."""
        return str(self.short_help or paragraphs(self.help or "")[0])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the examples, a line each."""
        if self.examples:
            with formatter.section(say_count("Example", "Examples", len(self.examples))):
                formatter.write("".join(f"  {line}\n" for one in self.examples for line in one.splitlines()))
