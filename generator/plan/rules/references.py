"""Names that must name something: areas, areas of effort, parties, annexes, criteria."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.base.findings import Code, Finding, GradedCode
from generator.base.nearest import suggestion
from generator.plan.kinds import Count
from generator.plan.model.base import Navngivet, find, samme
from generator.plan.model.beredskabsplan import Hændelse
from generator.plan.model.delaftale import Aktivitet
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules.texts_of_plan import Named, all_parts, names_in, sources

D4 = GradedCode("D4")
I1 = GradedCode("I1")
I2 = GradedCode("I2")
A4 = GradedCode("A4")
K4 = Code("K4")
O6 = GradedCode("O6")
X3 = Code("X3")
X5 = GradedCode("X5")

OWN_ANNEXES = "; an annex of your own stands under `egne_bilag`, with its `navn` and `status`"


def areas(plan: Plan) -> Iterator[Finding]:
    """D4: an area named anywhere is one of the plan's by one of its names, and so is a group's department."""
    areas = plan.helhedsplan.boligområder
    known = _all_names(areas)
    for source in sources(plan):
        listed = list(names_in(source, "områder", "boligområder"))
        for named in listed:
            if samme(named.name) not in known:
                message = f"`{named.name}` is not one of the plan's boligområder"
                beside = {samme(other.name) for other in listed if other.path[:-1] == named.path[:-1]}
                free = [name for area in areas if not area.kendes_som & beside for name in area.alle_navne]
                yield _unknown(D4.milder_unless(plan.is_final(source)), message, named, free)
    yield from _departments(plan)


def _departments(plan: Plan) -> Iterator[Finding]:
    """Find a department of a group that no area lists, where the plan lists any."""
    known = [one.vist for område in plan.helhedsplan.boligområder for one in område.afdelinger]
    for named in names_in(plan, "afdelinger", under="organisation") if known else ():
        if plan.helhedsplan.afdeling(named.name) is None:
            message = f"`{named.name}` is not one of the afdelinger of the plan's boligområder"
            yield _unknown(D4.milder_unless(plan.is_final()), message, named, known)


def owners(plan: Plan) -> Iterator[Finding]:
    """O6: the owner of an area is a party, by its name, short name or an alias."""
    parter = plan.helhedsplan.parter
    known = _all_names(parter)
    for named in names_in(plan, "ejer"):
        if samme(named.name) not in known:
            message = f"`{named.name}` is not one of the plan's parter"
            yield _unknown(O6.milder_unless(plan.is_final()), message, named, _names(parter))


def chosen_areas_of_effort(plan: Plan) -> Iterator[Finding]:
    """I2: the areas of effort chosen are the round's, and those written about are chosen."""
    round_keys = [område.nøgle for område in plan.form.indsatsområder]
    chosen = [valgt.indsatsområde for valgt in plan.helhedsplan.indsatsområder]
    for number, key in enumerate(chosen):
        named = Named(key, plan.place("indsatsområder", number))
        if key not in round_keys:
            message = f"`{key}` is not one of the indsatsområder of {plan.form.midler}"
            yield _unknown(I2, message, named, round_keys)
        elif key in chosen[:number]:
            yield Finding(I2, f"`{key}` is chosen twice", "leave out one of the two", named.place)
    for source, named in _written_about(plan):
        if named.name not in chosen:
            code = I2.milder_unless(plan.is_final(source))
            yield _not_chosen(code, named, round_keys, chosen)


def no_second_delaftale(plan: Plan) -> Iterator[Finding]:
    """I1: an area of effort has no more than one delaftale."""
    first: dict[tuple[str, str], str] = {}
    for aftale in plan.aftaler:
        kind = aftale.kind
        if kind.count is not Count.EACH_AREA:
            continue
        key, place = aftale.særkende, aftale.place(kind.key)
        if (kind.name, key) in first:
            message = f"there are two {kind.plural} for `{key}`; the other is {first[kind.name, key]}"
            hint = f"mend `{kind.key}` in this file, or keep one of the two"
            yield Finding(I1, message, hint, place)
        first.setdefault((kind.name, key), place.file)


def annexes(plan: Plan) -> Iterator[Finding]:
    """X3: the annexes that an agreement names exist in the form, each once."""
    known = [bilag.nøgle for bilag in plan.form.bilag]
    for aftale in plan.aftaler:
        yield from _known_once(X3, "bilag", names_in(aftale, "bilag"), known, OWN_ANNEXES)


def activities(plan: Plan) -> Iterator[Finding]:
    """A4: an activity that an annex names is on the list of a delaftale, where a delaftale has a list."""
    listed = [one for aftale in plan.aftaler for _, one in all_parts(aftale, Aktivitet)]
    for aftale in plan.aftaler if listed else ():
        for named in names_in(aftale, "aktivitet") if not all_parts(aftale, Aktivitet) else ():
            if find(listed, named.name) is None:
                message = f"`{named.name}` is not one of the activities of the plan's delaftaler"
                yield _unknown(A4.milder_unless(plan.is_final(aftale)), message, named, _names(listed))


def events(plan: Plan) -> Iterator[Finding]:
    """X5: the event that an action is for is one of those that the document lists."""
    for aftale in plan.aftaler:
        listed = [one.navn for _, one in all_parts(aftale, Hændelse)]
        known = {samme(name) for name in listed}
        for named in names_in(aftale, "hændelse"):
            if samme(named.name) not in known:
                message = f"`{named.name}` is not one of the hændelser"
                yield _unknown(X5.milder_unless(plan.is_final(aftale)), message, named, listed)


def criteria(plan: Plan) -> Iterator[Finding]:
    """K4: the criteria that an agreement assesses exist in the form, each once."""
    if plan.form.kriterier is None:
        yield from _criteria_of_no_form(plan)
        return
    known = [punkt.nøgle for punkt in plan.form.kriterier.punkter]
    for aftale in plan.aftaler:
        yield from _known_once(K4, "kriterier", names_in(aftale, "kriterium"), known)


def _criteria_of_no_form(plan: Plan) -> Iterator[Finding]:
    for aftale in plan.aftaler:
        for named in names_in(aftale, "kriterium"):
            message = f"`{named.name}` is a criterion, and the form of {plan.form.midler} has none"
            hint = "leave out `kriterier`, and write in `hovedudfordringer` what marks the areas"
            yield Finding(K4, message, hint, named.place)


def _known_once(
    code: Code, what: str, names: Iterable[Named], known: list[str], otherwise: str = ""
) -> Iterator[Finding]:
    """Yield each name that is not known, or stands twice; `otherwise` is what else could be meant."""
    listed = list(names)
    free = [name for name in known if name not in {named.name for named in listed}]
    seen: set[str] = set()
    for named in listed:
        if named.name not in known:
            unknown = _unknown(code, f"`{named.name}` is not one of the form's {what}", named, free)
            yield replace(unknown, hint=unknown.hint + otherwise)
        elif named.name in seen:
            yield Finding(code, f"`{named.name}` stands twice", "leave out one of the two", named.place)
        seen.add(named.name)


def _written_about(plan: Plan) -> Iterator[tuple[Plan | Aftale, Named]]:
    """Yield the areas of effort that sections, groups and delaftaler are about, each with its file."""
    yield from ((plan, named) for named in names_in(plan, "indsatsområde", under="organisation"))
    for aftale in plan.aftaler:
        yield from ((aftale, named) for named in names_in(aftale, "indsatsområde", "indsatsområder"))


def _not_chosen(code: Code, named: Named, round_keys: list[str], chosen: list[str]) -> Finding:
    message = f"`{named.name}` is not one of the plan's indsatsområder"
    if named.name in round_keys:
        hint = "add it to `indsatsområder` in helhedsplan.yaml, or leave it out here"
        return Finding(code, message, hint, named.place)
    return _unknown(I2, message, named, chosen)


def _all_names(things: Iterable[Navngivet]) -> set[str]:
    return {samme(name) for thing in things for name in thing.alle_navne}


def _names(things: Iterable[Navngivet]) -> list[str]:
    return [name for thing in things for name in thing.alle_navne]


def _unknown(code: Code, message: str, named: Named, known: list[str]) -> Finding:
    hint = suggestion(named.name, known) if known else "leave it out, or mend the name"
    return Finding(code, message, hint, named.place)
