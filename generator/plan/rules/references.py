"""Names that must name something: areas, areas of effort, parties, annexes, criteria."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.base.findings import Code, Finding, GradedCode
from generator.base.language import later, listed, say
from generator.base.nearest import nearest, suggestion
from generator.plan.kinds import Count
from generator.plan.model.base import Navngivet, find, samme
from generator.plan.model.beredskabsplan import Hændelse
from generator.plan.model.delaftale import Aktivitet
from generator.plan.model.plan import Aftale, Plan
from generator.plan.rules.gathered import Path
from generator.plan.rules.texts_of_plan import Named, all_parts, names_in, sources

D4 = GradedCode("D4")
I1 = GradedCode("I1")
I2 = GradedCode("I2")
A4 = GradedCode("A4")
K4 = Code("K4")
O6 = GradedCode("O6")
X3 = Code("X3")
X5 = GradedCode("X5")

NO_ANNEX = later("`{name}` is not one of the form's bilag")
NO_CRITERION = later("`{name}` is not one of the form's kriterier")


def areas(plan: Plan) -> Iterator[Finding]:
    """D4: an area named anywhere is one of the plan's by one of its names, and so is a group's department."""
    areas = plan.helhedsplan.boligområder
    known = _all_names(areas)
    for source in sources(plan):
        for together in _beside(names_in(source, "områder", "boligområder")):
            unknown = [named for named in together if samme(named.name) not in known]
            taken = {samme(named.name) for named in together} if unknown else set()
            free = [name for area in areas if not area.kendes_som & taken for name in area.alle_navne]
            for named in unknown:
                message = say("`{name}` is not one of the plan's boligområder", name=named.name)
                yield _unknown(D4.milder_unless(plan.is_final(source)), message, named, free)
    yield from _departments(plan)


def _beside(names: Iterable[Named]) -> Iterable[list[Named]]:
    """Group the names that stand beside each other: in one list, or as the keys of one mapping."""
    groups: dict[Path, list[Named]] = {}
    for named in names:
        groups.setdefault(named.path[:-1], []).append(named)
    return groups.values()


def _departments(plan: Plan) -> Iterator[Finding]:
    """Find a department of a group that no area lists, where the plan lists any."""
    known = [one.vist for område in plan.helhedsplan.boligområder for one in område.afdelinger]
    for named in names_in(plan, "afdelinger", under="organisation") if known else ():
        if plan.helhedsplan.afdeling(named.name) is None:
            message = say("`{name}` is not one of the afdelinger of the plan's boligområder", name=named.name)
            yield _unknown(D4.milder_unless(plan.is_final()), message, named, known)


def owners(plan: Plan) -> Iterator[Finding]:
    """O6: the owner of an area is a party, by its name, short name or an alias."""
    parter = plan.helhedsplan.parter
    known = _all_names(parter)
    for named in names_in(plan, "ejer"):
        if samme(named.name) not in known:
            message = say("`{name}` is not one of the plan's parter", name=named.name)
            yield _unknown(O6.milder_unless(plan.is_final()), message, named, _names(parter))


def chosen_areas_of_effort(plan: Plan) -> Iterator[Finding]:
    """I2: the areas of effort chosen are the round's, and those written about are chosen."""
    round_keys = [område.nøgle for område in plan.form.indsatsområder]
    chosen = [valgt.indsatsområde for valgt in plan.helhedsplan.indsatsområder]
    for number, key in enumerate(chosen):
        named = Named(key, plan.place("indsatsområder", number))
        if key not in round_keys:
            message = say("`{area}` is not one of the indsatsområder of {round}",
                          area=key, round=plan.form.midler)  # fmt: skip
            yield _unknown(I2, message, named, round_keys)
        elif key in chosen[:number]:
            message = say("`{area}` is chosen twice", area=key)
            yield Finding(I2, message, say("leave out one of the two"), named.place)
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
            message = say("there are two {kinds} for `{area}`; the other is {file}",
                          kinds=kind.plural, area=key, file=first[kind.name, key])  # fmt: skip
            hint = say("mend `{key}` in this file, or keep one of the two", key=kind.key)
            yield Finding(I1, message, hint, place)
        first.setdefault((kind.name, key), place.file)


def annexes(plan: Plan) -> Iterator[Finding]:
    """X3: the annexes that an agreement names exist in the form, each once."""
    known = [bilag.nøgle for bilag in plan.form.bilag]
    for aftale in plan.aftaler:
        yield from _known_once(X3, NO_ANNEX, names_in(aftale, "bilag"), known, _another_annex)


def activities(plan: Plan) -> Iterator[Finding]:
    """A4: an activity that an annex names is on the list of a delaftale, where a delaftale has a list."""
    listed = [one for aftale in plan.aftaler for _, one in all_parts(aftale, Aktivitet)]
    for aftale in plan.aftaler if listed else ():
        for named in names_in(aftale, "aktivitet") if not all_parts(aftale, Aktivitet) else ():
            if find(listed, named.name) is None:
                message = say(
                    "`{name}` is not one of the activities of the plan's delaftaler", name=named.name
                )
                yield _unknown(A4.milder_unless(plan.is_final(aftale)), message, named, _names(listed))


def events(plan: Plan) -> Iterator[Finding]:
    """X5: the event that an action is for is one of those that the document lists."""
    for aftale in plan.aftaler:
        listed = [one.navn for _, one in all_parts(aftale, Hændelse)]
        known = {samme(name) for name in listed}
        for named in names_in(aftale, "hændelse"):
            if samme(named.name) not in known:
                message = say("`{name}` is not one of the hændelser", name=named.name)
                yield _unknown(X5.milder_unless(plan.is_final(aftale)), message, named, listed)


def criteria(plan: Plan) -> Iterator[Finding]:
    """K4: the criteria that an agreement assesses exist in the form, each once."""
    if plan.form.kriterier is None:
        yield from _criteria_of_no_form(plan)
        return
    known = [punkt.nøgle for punkt in plan.form.kriterier.punkter]
    for aftale in plan.aftaler:
        yield from _known_once(K4, NO_CRITERION, names_in(aftale, "kriterium"), known, suggestion)


def _criteria_of_no_form(plan: Plan) -> Iterator[Finding]:
    for aftale in plan.aftaler:
        for named in names_in(aftale, "kriterium"):
            message = say("`{name}` is a criterion, and the form of {round} has none",
                          name=named.name, round=plan.form.midler)  # fmt: skip
            hint = say("leave out `kriterier`, and write in `hovedudfordringer` what marks the areas")
            yield Finding(K4, message, hint, named.place)


def _known_once(
    code: Code,
    unknown: str,
    names: Iterable[Named],
    known: list[str],
    advice: Callable[[str, list[str]], str],
) -> Iterator[Finding]:
    """Yield each name that is not known, or stands twice; the advice is of the names that are left."""
    listed = list(names)
    free = [name for name in known if name not in {named.name for named in listed}]
    seen: set[str] = set()
    for named in listed:
        if named.name not in known:
            yield Finding(code, say(unknown, name=named.name), advice(named.name, free), named.place)
        elif named.name in seen:
            message = say("`{name}` stands twice", name=named.name)
            yield Finding(code, message, say("leave out one of the two"), named.place)
        seen.add(named.name)


def _another_annex(name: str, free: list[str]) -> str:
    if near := nearest(name, free):
        return say(
            "did you mean `{near}`? An annex of your own stands under `egne_bilag`, "
            "with its `navn` and `status`",
            near=near,
        )  # fmt: skip
    if not free:
        return say(
            "leave it out, or mend the name; an annex of your own stands under `egne_bilag`, "
            "with its `navn` and `status`"
        )
    return say(
        "write one of: {known}; an annex of your own stands under `egne_bilag`, with its `navn` and `status`",
        known=listed(free, "or"),
    )  # fmt: skip


def _written_about(plan: Plan) -> Iterator[tuple[Plan | Aftale, Named]]:
    """Yield the areas of effort that sections, groups and delaftaler are about, each with its file."""
    yield from ((plan, named) for named in names_in(plan, "indsatsområde", under="organisation"))
    for aftale in plan.aftaler:
        yield from ((aftale, named) for named in names_in(aftale, "indsatsområde", "indsatsområder"))


def _not_chosen(code: Code, named: Named, round_keys: list[str], chosen: list[str]) -> Finding:
    message = say("`{area}` is not one of the plan's indsatsområder", area=named.name)
    if named.name in round_keys:
        hint = say("add it to `indsatsområder` in helhedsplan.yaml, or leave it out here")
        return Finding(code, message, hint, named.place)
    return _unknown(I2, message, named, chosen)


def _all_names(things: Iterable[Navngivet]) -> set[str]:
    return {samme(name) for thing in things for name in thing.alle_navne}


def _names(things: Iterable[Navngivet]) -> list[str]:
    return [name for thing in things for name in thing.alle_navne]


def _unknown(code: Code, message: str, named: Named, known: list[str]) -> Finding:
    hint = suggestion(named.name, known) if known else say("leave it out, or mend the name")
    return Finding(code, message, hint, named.place)
