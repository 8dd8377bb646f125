"""`aftale explain`: the meaning of a code, the reason for it, and how to mend it."""

from __future__ import annotations

import click

from generator.base.border import environment
from generator.base.language import say
from generator.base.nearest import suggestion
from generator.cli import shell_completion
from generator.cli.echo import echo
from generator.cli.group import commands
from generator.cli.help import argument
from generator.workspace.folders import NotFound

NARROWEST, WIDEST = 40, 100
EXAMPLES = ("aftale explain B2",)


@commands.command(examples=EXAMPLES, short_help="Tell what the code of a finding means, and how to mend it.")
@argument("code", metavar="[CODE]", required=False, shell_complete=shell_completion.codes)
def explain(code: str | None) -> None:
    """Tell what the CODE of a finding means: why, from where, an example, and how to mend it.

    Without a CODE, all are listed. The texts are in Danish, as the guide is.
    """
    from generator.cli import explain as texts

    known = texts.explanations()
    width = max(NARROWEST, min(environment.columns(), WIDEST))
    if code is None:
        echo(texts.listing(known.values(), width))
        return
    wanted = code.strip().upper()
    if wanted not in known:
        same_letter = [other for other in known if other[0] == wanted[:1]]
        raise NotFound(say("there is no code `{code}`", code=code), suggestion(wanted, same_letter or known))
    head, _, rest = texts.full_text(known[wanted], width).partition("\n\n")
    echo(f"{click.style(head, bold=True)}\n\n{rest}")
