"""Import all plans' documents and say how much came to its key: `python -m tests.imports [--help]`."""

from __future__ import annotations

import time

import click

from tests.imports.mangling import EACH, mangled, only
from tests.imports.measure import Score, measured, original
from tests.support.built import INVENTED, REAL

MAIN = ("strategisk-samarbejdsaftale", "delaftale")
LONGEST = 12


@click.command()
@click.option("--plan", "part", default="", help="Only plans with this in their name.")
@click.option("--damage", type=click.Choice(["none", "all", *EACH]), default="none")
@click.option("--seeds", default=1, help="Number of times that each is damaged, in other ways.")
@click.option("--main", is_flag=True, help="Only agreements and delaftaler.")
@click.option("--words", is_flag=True, help="Say what was lost, and what came besides.")
def main(part: str, damage: str, seeds: int, main: bool, words: bool) -> None:
    """Import the documents of each plan, as they are or damaged, and measure."""
    whole = Score()
    for folder in (*REAL.plans(), *INVENTED.plans()):
        one = original(folder)
        one = one.only(*MAIN) if main else one
        for seed in range(seeds if part in folder.name and one.documents else 0):
            documents = {
                name: traced.document if damage == "none" else mangled(traced, f"{seed}/{name}")
                if damage == "all" else only(traced, damage, f"{seed}/{name}")
                for name, traced in one.documents.items()}  # fmt: skip
            begun = time.process_time()
            score, _ = measured(one, documents)
            click.echo(f"{folder.name:24} {score}; {time.process_time() - begun:.1f} s")
            whole.add(score)
            if words:
                _say(score)
    click.echo(f"{'all':24} {whole}")


def _say(score: Score) -> None:
    for name in score.unbuilt:
        click.echo(f"    not built: {name}")
    for name, found in (("lost", score.lost), ("more", score.more)):
        for key, said in sorted(found.items(), key=lambda item: -len(item[1])):
            click.echo(f"    {name} {len(said):5} {key[0]} {'.'.join(key[1:])}: {' '.join(said[:LONGEST])}")


if __name__ == "__main__":
    main()
