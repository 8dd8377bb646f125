"""The Jinja environment: sandboxed, strict, and gathering what is wrong in a template before it stops."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Undefined, UndefinedError, nodes, pass_context
from jinja2.compiler import Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from generator.base.findings import Finding
from generator.base.nearest import suggestion
from generator.plan.model.record import MACHINERY, Model
from generator.plan.model.texts import Tekst
from generator.render import codes, errors, lint
from generator.render.filters import GAP, JINJAS, OURS, TESTS_OF_TEMPLATES, how_to_print, is_text, takes
from generator.render.limits import CountingGenerator, LimitedEnvironment, limited
from generator.render.line_stamps import Stamping
from generator.render.loader import NEXT, Folders
from generator.render.template_cache import Compiled

Read = tuple[int, str]
"""That of which object (by identity) which field was asked for."""
NOTHING = Markup("")
_CALLABLE_FROM = ("generator", "jinja2", "markupsafe")


class UnknownName(UndefinedError):
    """A variable or a field that does not exist; `owner` is Jinja's `missing` for a variable."""

    def __init__(self, owner: object, name: object, message: str = "") -> None:
        super().__init__(message)
        self.owner = owner
        self.name = name


class Unknown(StrictUndefined):
    """Raises UnknownName at any use."""

    __slots__ = ()

    def __init__(
        self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
    ) -> None:
        raised: Any = partial(UnknownName, obj, name) if exc is UndefinedError else exc
        super().__init__(hint, obj, name, raised)


class Generator(CountingGenerator):
    """Jinja's compiler, except that `~` joins only what could also be printed."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.joined((")
        for part in node.nodes:
            self.write("environment.finalize(context, ")
            self.visit(part, frame)
            self.write("), ")
        self.write("))")


class FormEnvironment(LimitedEnvironment):
    """Where templates are compiled and run; `found` is what the rendering under way has gathered.

    `read` holds what it has asked for: of which object (by identity), which field.
    """

    code_generator_class = Generator

    def __init__(self, roots: tuple[Path, ...], base: Path | None) -> None:
        super().__init__(
            loader=Folders(roots, base),
            autoescape=True,
            undefined=Unknown,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=printed,
            extensions=[Stamping],
            auto_reload=False,
            optimized=False,
            cache_size=-1,
        )
        self.found: list[Finding] = []
        self.read: set[Read] = set()
        self.filters = {**limited(JINJAS), **{name: guarded(name) for name in OURS}}
        self.tests = dict(TESTS_OF_TEMPLATES)
        self.globals = {name: self.globals[name] for name in ("range", "namespace", "joiner", "cycler")}
        self.checked: dict[str, lint.Checked] = {}
        self._safe: dict[tuple[type, str], bool] = {}
        self.bytecode_cache = Compiled(self)

    def join_path(self, template: str, parent: str) -> str:
        """A template that names its own name means the one it stands in front of."""
        return NEXT + parent if template == parent.lstrip(NEXT) else template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No private names; no functions but those of Python's plain types, of Jinja and of our model."""
        kind = type(obj)
        if (kind, attr) not in self._safe:  # nothing else decides it, and it is asked again and again
            ours = isinstance(obj, Model) and attr in MACHINERY
            self._safe[kind, attr] = not ours and super().is_safe_attribute(obj, attr, value)
        if not self._safe[kind, attr]:
            return False
        module = getattr(value, "__module__", None) if callable(value) else None
        return module is None or module.split(".")[0] in _CALLABLE_FROM

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What `obj.attribute` is in a template; that it was asked for is remembered."""
        self.read.add((id(obj), attribute))
        if self._safe.get((type(obj), attribute)):
            value = getattr(obj, attribute, missing)
            if value is not missing and not callable(value):
                return value
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: str | Any) -> Any:
        """What `obj[argument]` is, and what `map` and `selectattr` ask for."""
        if isinstance(argument, str):
            self.read.add((id(obj), argument))
        return super().getitem(obj, argument)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuses `"…".format(…)`, for the same reason as `%`."""
        if callable(value) and super().wrap_str_format(value) is not None:
            raise SecurityError("`format` cannot format text; write the text around {{ }}")
        return None

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`%` only between numbers: between texts it would print what no filter has formatted."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError("`%` cannot format text; write the text around {{ }}")
        return super().call_binop(context, operator, left, right)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        lint.check(self, source, name or "", filename or "")
        return super()._generate(source, name, filename, defer_init)

    def add(self, code: str, message: str, hint: str) -> Markup:
        """Gather a finding at the line being rendered; what stands for the value that failed."""
        self.found.append(errors.finding(code, message, hint, errors.from_frame(sys._getframe())))
        return NOTHING


def environment_of(context: Context) -> FormEnvironment:
    """The environment that the template runs in, which is always ours."""
    environment = context.environment
    assert isinstance(environment, FormEnvironment)
    return environment


@pass_context
def printed(context: Context, value: Any) -> Any:
    """What `{{ }}` prints: text and markup; of anything else a finding, and nothing."""
    kind = type(value)
    if kind is str or kind is Markup:
        return value
    if isinstance(value, Undefined):
        return unknown(context, value)
    if isinstance(value, Tekst):
        message = "prose is printed without a filter, and would show its asterisks"
        return environment_of(context).add(codes.UNFORMATTED, message, 'write | prosa("Navn") or | punkt')
    if is_text(value):
        return value
    message = f"{described(value)} is printed without a filter"
    return environment_of(context).add(codes.UNFORMATTED, message, how_to_print(value))


def unknown(context: Context, value: Undefined) -> Markup:
    """Gather that a name does not exist, where its value would be printed."""
    try:
        str(value)
    except UnknownName as problem:
        message, hint = undefined(problem, context.get_all())
        return environment_of(context).add(codes.UNDEFINED, message, hint)
    return NOTHING


def undefined(problem: UnknownName, variables: Mapping[str, object]) -> tuple[str, str]:
    """What to say of a name that does not exist, and the nearest that does."""
    name = str(problem.name)
    if problem.owner is missing:
        return f"the variable `{name}` does not exist", suggestion(name, sorted(variables))
    owner = type(problem.owner).__name__
    return f"`{name}` does not exist in {owner}", suggestion(name, fields(problem.owner))


def fields(value: object) -> list[str]:
    """The names that a template can ask a value for."""
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    machinery = MACHINERY if isinstance(value, Model) else frozenset()
    names = (name for name in dir(value) if not name.startswith("_") and name not in machinery)
    return [name for name in names if not callable(getattr(type(value), name, None))]


def described(value: object) -> str:
    """`3220 (int)`, or only the kind where the value is long or has no short form."""
    if value is None:
        return "a missing value (None)"
    shown = str(value)
    short = isinstance(value, (int, float, bool)) or type(value).__name__ == "Decimal"
    return f"{shown} ({type(value).__name__})" if short else f"a value of the kind {type(value).__name__}"


def guarded(name: str) -> Callable[..., Any]:
    """The filter of ours, which gathers a finding for a value that it cannot take."""
    ours = OURS[name]

    @pass_context
    def filtered(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        if type(value) in ours.takes:  # so it is nearly always
            pass
        elif isinstance(value, Undefined):
            return unknown(context, value)
        elif ours.passes_gaps and isinstance(value, GAP):
            return value
        elif not takes(name, value):
            kinds = ", ".join(sorted({kind.__name__ for kind in ours.takes} - {"NoneType"}))
            hint = f"`{name}` takes {kinds}; for this value {how_to_print(value)}"
            message = f"`{name}` cannot take {described(value)}"
            return environment_of(context).add(codes.WRONG_VALUE, message, hint)
        try:
            return ours.function(value, *arguments, **named)
        except (TypeError, ValueError, AttributeError) as problem:
            hint = f"see what `{name}` takes, or test the value first"
            return environment_of(context).add(codes.WRONG_VALUE, f"`{name}` failed: {problem}", hint)

    return filtered
