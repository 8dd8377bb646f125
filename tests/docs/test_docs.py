"""What the README and the guide say is so: commands, options, keys, examples, messages, links."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from generator import cli
from generator.authoring.look.report import EDGES, KEPT, LEFT, MADE, TAKEN
from generator.authoring.measured import ColumnMap
from generator.authoring.pages import key_list
from generator.base.language import say
from generator.cli.window import WELCOME
from generator.plan.model.aarsstatus import Årsstatus
from generator.plan.model.beredskabsplan import Beredskabsplan
from generator.plan.model.budgetbilag import Budgetbilag
from generator.plan.model.delaftale import Delaftale
from generator.plan.model.form import Form
from generator.plan.model.helhedsplan import Helhedsplan
from generator.plan.model.kommissorium import Kommissorium
from generator.plan.model.load import load
from generator.plan.model.maalinger import Målinger
from generator.plan.model.milepaelsplan import Milepælsplan
from generator.plan.model.organisationsdiagram import Organisationsdiagram
from generator.plan.model.record import Model
from generator.plan.model.refusal import FromText
from generator.plan.model.strategisk import StrategiskSamarbejdsaftale
from generator.plan.model.values import Antal, Beløb, Dato, Måltal, Procent, Timer
from generator.plan.source.read import read_yaml, read_yaml_bytes
from tests.catalogue import danish, forms
from tests.conftest import Aftale
from tests.support.followed_pages import Followed

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs" / "vejledning.md").read_text(encoding="utf-8")
REVISION = (ROOT / "docs" / "revision.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
MODELS: dict[str, type[Model]] = {
    "helhedsplan.yaml": Helhedsplan,
    "strategisk-samarbejdsaftale.yaml": StrategiskSamarbejdsaftale,
    "delaftale-beskaeftigelse.yaml": Delaftale,
    "organisationsdiagram.yaml": Organisationsdiagram,
    "beredskabsplan.yaml": Beredskabsplan,
    "milepaelsplan.yaml": Milepælsplan,
    "budget.yaml": Budgetbilag,
    "aarsstatus-2028.yaml": Årsstatus,
    "maalinger.yaml": Målinger,
    "kommissorium.yaml": Kommissorium,
}
MAPPING = "kolonner.yaml"
IDENTITY = {
    "helhedsplan.yaml": {"navn": "Planen", "midler": "2019-26"},
    "delaftale-beskaeftigelse.yaml": {"indsatsområde": "beskæftigelse"},
}
VALUES: dict[str, type[FromText]] = {
    "Beløb": Beløb, "Procent": Procent, "Antal": Antal, "Timer": Timer, "Tal for et område": Måltal,
    "Dato": Dato, "Dato, når man ikke ved mere": Dato,
}  # fmt: skip
FOLDER = Path("agreements", "koege-2027-2031")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the words behind it, its text, and its line in the page."""

    language: str
    words: str
    text: str
    line: int

    def __str__(self) -> str:
        return f"line-{self.line}"


def blocks(page: str) -> list[Block]:
    found = re.finditer(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [Block(m[1], m[2], m[3], page[: m.start()].count("\n") + 1) for m in found]


BLOCKS = blocks(GUIDE)
EXAMPLES = [b for b in BLOCKS if b.language == "yaml" and not b.words.startswith("fejl ")]
MISTAKES = [(b, after) for b, after in pairwise(BLOCKS) if b.words.startswith("fejl ")]


def whole(block: Block, file: str) -> str:
    """The block as a file: what it lacks to be one comes behind it, so that its lines keep their numbers."""
    known = IDENTITY.get(file, {})
    lacking = [f"{k}: {v}\n" for k, v in known.items() if not re.search(f"^{k}:", block.text, re.MULTILINE)]
    return block.text + "".join(lacking)


def assert_shown(block: Block, output: str) -> None:
    """Every part of the block, between lines of `…`, stands in the output in that order."""
    output = re.sub(" +$", "", output, flags=re.MULTILINE)
    position = 0
    for part in re.split(r"^…\n", block.text, flags=re.MULTILINE):
        at = output.find(part, position)
        assert at >= 0, f"docs/vejledning.md:{block.line} quotes\n{part}\nand the program says\n{output}"
        position = at + len(part)


def shown_of(output: str, file: str, quoted: str) -> str:
    """What is said of the file in the output, of those lines and codes that the page quotes now.

    Where the output has others between them the page has `…`.
    """
    wanted = set(re.findall(r"^  linje (\d+) +([A-Z]+\d+) ", quoted, re.MULTILINE))
    told = re.search(rf"^\S*/{re.escape(file)}\n((?:  .+\n)+)", output, re.MULTILINE)
    entries = re.split(r"^(?=  linje )", told[1] if told else "", flags=re.MULTILINE)[1:]
    text, follows = told[0].splitlines()[0] + "\n" if told else "", True
    for entry in entries:
        if re.findall(r"^  linje (\d+) +([A-Z]+\d+) ", entry)[0] not in wanted:
            follows = False
            continue
        text += entry if follows else f"…\n{entry}"
        follows = True
    return text


def accepted(block: Block, output: str) -> None:
    """Write into the guide what the program says now."""
    fence = f"```{block.language} {block.words}".rstrip() + "\n"
    path = ROOT / "docs" / "vejledning.md"
    page = path.read_text(encoding="utf-8")
    assert page.count(f"{fence}{block.text}```") == 1
    page = page.replace(f"{fence}{block.text}```", f"{fence}{re.sub(' +$', '', output, flags=re.M)}```")
    path.write_text(page, encoding="utf-8", newline="\n")
    pytest.skip("accepted; read the page before you commit")


@pytest.fixture
def koege(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale) -> Path:
    """A workspace with the plan that the guide begins with."""
    monkeypatch.chdir(tmp_path)
    new = next(b.text for b in BLOCKS if b.language == "sh" and b.text.startswith("aftale new"))
    assert aftale(*shlex.split(new)[1:]).exit_code == 0
    return tmp_path


def test_every_command_and_option_is_named() -> None:
    commands = {name: command for name, command in cli.commands.commands.items() if not command.hidden}
    params = [param for command in (cli.commands, *commands.values()) for param in command.params]
    shown = (p for p in params if p.param_type_name == "option" and not getattr(p, "hidden", False))
    options = {name for p in shown for name in p.opts}
    names = {f"aftale {name}" for name in commands} | options | {"--help", "-h"}
    assert not {name for name in names if not re.search(rf"{name}(?![\w-])", README + GUIDE + REVISION)}


@pytest.mark.usefixtures("dansk")
def test_the_guide_is_done_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    accept = request.config.getoption("--accept")
    page = Followed(ROOT / "docs" / "vejledning.md", aftale, tmp_path, accept, in_git=False).all()
    assert page.shown >= 6 or accept


@pytest.mark.usefixtures("dansk")
def test_a_new_plan_asks_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aftale: Aftale
) -> None:
    block = next(b for b in BLOCKS if b.words.startswith("spørgsmål "))
    answers = [line.rpartition(": ")[2] if ": " in line else "" for line in block.text.splitlines()]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.cli.asking.at_terminal", lambda: True)
    command = shlex.split(block.words.removeprefix("spørgsmål "))
    result = aftale(*command[1:], input="\n".join([*answers, ""]))
    assert result.exit_code == 0, result.output
    assert_shown(block, result.output)


@pytest.mark.parametrize("block", EXAMPLES, ids=str)
def test_every_example_of_the_guide_can_be_read(block: Block) -> None:
    model = {**MODELS, MAPPING: ColumnMap}[block.words]
    assert load(read_yaml_bytes(whole(block, block.words).encode(), block.words), model).value


def test_the_examples_of_the_guide_make_a_final_plan_without_errors(koege: Path, aftale: Aftale) -> None:
    budget = next(b for b in EXAMPLES if b.text.startswith("budget:"))
    for file in MODELS:
        longest = max((b for b in EXAMPLES if b.words == file), key=lambda b: len(b.text)).text
        if file == "helhedsplan.yaml":
            longest = longest.replace("status: udkast", "status: endelig") + budget.text
        (koege / FOLDER / file).write_text(longest, encoding="utf-8")
    result = aftale("check")
    assert result.exit_code == 0 and result.output.count("endelig") == len(MODELS) - 1, result.output


@pytest.mark.usefixtures("dansk")
@pytest.mark.parametrize(("block", "message"), MISTAKES, ids=str)
def test_every_mistake_of_the_guide_is_answered_as_it_says(
    block: Block, message: Block, koege: Path, aftale: Aftale, request: pytest.FixtureRequest
) -> None:
    file = block.words.removeprefix("fejl ")
    (koege / FOLDER / file).write_text(whole(block, file), encoding="utf-8")
    result = aftale("check")
    shown = shown_of(result.output, file, message.text)
    if message.text != shown and request.config.getoption("--accept"):
        accepted(message, shown)
    assert message.text == shown
    codes = re.findall(r"^  linje \d+ +([A-Z]+\d+) ", shown, re.MULTILINE)
    assert codes and result.exit_code == int("\nSkal rettes\n" in result.output)


@pytest.mark.usefixtures("dansk")
def test_the_other_messages_of_the_guide_are_the_programs_own(koege: Path, aftale: Aftale) -> None:
    wrong = next(b for b in BLOCKS if b.words.startswith("kommando "))
    result = aftale(*shlex.split(wrong.words)[2:])
    assert result.exit_code == 2
    assert_shown(wrong, result.output)
    stray = next(b for b in BLOCKS if b.words.startswith("fil "))
    (koege / FOLDER / stray.words.removeprefix("fil ")).write_text("navn: Noter\n", encoding="utf-8")
    assert_shown(stray, aftale("check").output)


@pytest.mark.usefixtures("dansk")
def test_the_window_of_a_double_click_and_the_headings_of_a_look_are_the_programs_own() -> None:
    window = next(b for b in BLOCKS if b.words == "vindue")
    assert window.text == say(WELCOME, folder="C:\\Users\\nn\\Documents\\Aftaler") + "\n"
    headings = re.findall(r"^- \*\*([^*:]+)\*\* er ", GUIDE, re.MULTILINE)
    assert [f"{heading}:" for heading in headings] == [say(it) for it in (TAKEN, KEPT, MADE, EDGES, LEFT)]


def test_the_wording_of_the_guides_own_template_arrives(koege: Path, aftale: Aftale) -> None:
    block = next(b for b in BLOCKS if b.language == "jinja")
    templates = koege / FOLDER / "templates"
    templates.mkdir()
    (templates / block.words).write_text(block.text, encoding="utf-8")
    assert aftale("build").exit_code == 0
    import docx

    built = docx.Document(str(koege / "output" / FOLDER.name / "delaftale-beskaeftigelse.docx"))
    wording = re.findall(r"block \w+ %\}(.*?)\{%", block.text)
    assert wording and set(wording) <= {paragraph.text for paragraph in built.paragraphs}


def test_values_are_taken_and_refused_as_the_guide_says() -> None:
    seen = set()
    for name, taken, refused in re.findall(r"^\| ([^|`]+) \| (`[^|]+) \| (`[^|]+) \|$", GUIDE, re.MULTILINE):
        if name not in VALUES:
            continue
        seen.add(name)
        for text in re.findall(r"`([^`]+)`", taken):
            VALUES[name].parse(text)
        for text in re.findall(r"`([^`]+)`", refused):
            with pytest.raises(ValueError, match=r"\w"):
                VALUES[name].parse(text)
    assert seen == set(VALUES)


def test_every_indsatsområde_and_bilag_of_the_forms_is_named_in_the_guide() -> None:
    forms = [load(read_yaml(p, p.name), Form).value for p in sorted((ROOT / "templates").glob("*/form.yaml"))]
    keys = {område.nøgle for form in forms for område in form.indsatsområder}
    keys |= {bilag.nøgle for form in forms for bilag in form.bilag}
    assert len(forms) == 2
    assert not {key for key in keys if f"`{key}`" not in GUIDE}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    text = _without_code(page.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?:|mailto:", target):
            continue
        file, _, anchor = target.partition("#")
        path = (page.parent / file).resolve() if file else page
        assert path.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in _anchors(path), f"{page.name}: {target}"


def test_every_picture_is_shown_and_small() -> None:
    pictures = {path.name: path.stat().st_size for path in (ROOT / "docs" / "pictures").glob("*.png")}
    assert set(pictures) == {Path(t).name for t in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README + GUIDE)}
    assert max(pictures.values()) <= 120_000
    assert max(size for name, size in pictures.items() if name.startswith("siden-")) <= 60_000


def test_the_buttons_that_the_guide_names_are_those_of_the_page() -> None:
    chapter = GUIDE.split("\n## 1. ")[1].split("\n### ")[0]
    named = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", chapter))
    said = {text for message in danish() for text in forms(message)
            if any(place.startswith("generator/page/") for place, _ in message.locations)}  # fmt: skip
    assert named - said <= {"Word", "PDF"}
    assert len(named & said) >= 5


def test_the_commands_of_the_readme_are_those_that_ci_runs() -> None:
    marked = dict(re.findall(r"^<!-- ci: (\w+) -->\n```sh\n(.+)\n```$", README, re.MULTILINE))
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert set(marked) == set(re.findall(r"^run_from_readme (\w+)", run, re.MULTILINE))
    assert [b.text for b in blocks(README) if b.language == "sh"] == [f"{c}\n" for c in marked.values()]
    windows = next(b.text for b in blocks(README) if b.language == "bat")
    in_windows = [c.replace("python3 -m venv", "py -m venv").replace(".venv/bin/", ".venv\\Scripts\\")
                  for c in marked.values()]  # fmt: skip
    assert windows.splitlines() == in_windows


def test_the_commands_of_the_readmes_table_do_something(workspace: Path, aftale: Aftale) -> None:
    commands = re.findall(r"^\| `(aftale [^`]+)` \|", README, re.MULTILINE)
    assert len(commands) >= 4
    for command in commands:
        assert aftale(*shlex.split(command)[1:]).exit_code == 0, command
    assert (workspace / "agreements" / "esbjerg-2026-2030").is_dir()


def _without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))


def _anchors(path: Path) -> set[str]:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return {key_list.slug(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
