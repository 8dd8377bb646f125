"""The Jinja environment: sandboxed, strict, and noting what a template prints and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from generator.plan.model.computed import computed_from
from generator.plan.model.record import MACHINERY, Model
from generator.plan.model.refusal import FromText
from generator.render import lint
from generator.render.checked import CheckedTemplate
from generator.render.filters import JINJAS, OURS, TESTS_OF_TEMPLATES, TEXT_OF_TEXT
from generator.render.line_stamps import Stamping
from generator.render.loader import NEXT, Folders
from generator.render.printing import guarded, noting, printed
from generator.render.rendering import Made, Rendering
from generator.render.template_cache import TemplateCache
from generator.render.unknown_names import Unknown

_CALLABLE_FROM = ("generator", "jinja2", "markupsafe")


class Generator(CodeGenerator):
    """Jinja's compiler, except that `~` joins only what could also be printed."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("markup_join((")
        for part in node.nodes:
            self.write("environment.finalize(context, ")
            self.visit(part, frame)
            self.write("), ")
        self.write("))")


class FormEnvironment(ImmutableSandboxedEnvironment):
    """The place where templates are compiled and run; `rendering` is the one under way."""

    code_generator_class = Generator
    intercepted_binops = frozenset({"%"})

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
        self.rendering = Rendering()
        jinjas = {name: noting(JINJAS[name]) for name in TEXT_OF_TEXT}
        self.filters = {**JINJAS, **jinjas, **{name: guarded(name) for name in OURS}}
        self.tests = dict(TESTS_OF_TEMPLATES)
        self.globals = {name: self.globals[name] for name in ("range", "namespace", "joiner", "cycler")}
        self._checked: dict[str, CheckedTemplate] = {}
        self._safe: dict[tuple[type, str], bool] = {}
        self._makes: set[tuple[type, str]] = set()
        self.bytecode_cache = TemplateCache(self._checked, self._blocks_of)

    @contextmanager
    def gathering(self) -> Iterator[Rendering]:
        """Begin a rendering, and give what it gathers; nothing of it stays behind."""
        self.rendering = rendering = Rendering()
        try:
            yield rendering
        finally:
            self.rendering = Rendering()

    def join_path(self, template: str, parent: str) -> str:
        """Give the one that it stands in front of to a template that names its own name."""
        return NEXT + parent if template == parent.lstrip(NEXT) else template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse private names, and functions but those of Python's plain types, Jinja and our model."""
        kind = type(obj)
        if (kind, attr) not in self._safe:  # nothing else decides it, and it is asked again and again
            ours = isinstance(obj, Model) and attr in MACHINERY
            self._safe[kind, attr] = not ours and super().is_safe_attribute(obj, attr, value)
            if computed_from(kind, attr) or isinstance(obj, FromText):
                self._makes.add((kind, attr))
        if not self._safe[kind, attr]:
            return False
        module = getattr(value, "__module__", None) if callable(value) else None
        return module is None or module.split(".")[0] in _CALLABLE_FROM

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give what `obj.attribute` is in a template."""
        key = (type(obj), attribute)
        value = getattr(obj, attribute, missing) if self._safe.get(key) else missing
        if value is missing or callable(value):
            value = super().getattr(obj, attribute)
        if key in self._makes:
            self.rendering.made.append(Made(value, obj, attribute))
        return value

    def getitem(self, obj: Any, argument: str | Any) -> Any:
        """Give what `obj[argument]` is, and what `map` and `selectattr` ask for."""
        value = super().getitem(obj, argument)
        if isinstance(argument, str) and (type(obj), argument) in self._makes:
            self.rendering.made.append(Made(value, obj, argument))
        return value

    def call(self, context: Context, obj: Any, *arguments: Any, **named: Any) -> Any:
        """Call what a template calls; a text made by a method of another is made of that."""
        value = super().call(context, obj, *arguments, **named)
        if isinstance(value, str) and isinstance(text := getattr(obj, "__self__", None), str):
            self.rendering.made.append(Made(value, text, obj.__name__))
        return value

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse `"…".format(…)`, for the same reason as `%`."""
        if callable(value) and super().wrap_str_format(value) is not None:
            raise SecurityError("`format` cannot format text; write the text around {{ }}")
        return None

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse `%` but between numbers: between texts it would print what no filter has formatted."""
        if isinstance(left, str):
            raise SecurityError("`%` cannot format text; write the text around {{ }}")
        return super().call_binop(context, operator, left, right)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Check the template before it is compiled, against the blocks of the form that it extends."""
        form = lint.form_of(source)
        parent = None if form is None else self.join_path(form, name or "")
        blocks = self._blocks_of(parent)
        self._checked[name or ""] = CheckedTemplate(
            lint.blocks_in(source) | (blocks or frozenset()), parent, blocks
        )
        lint.check(source, filename or "", lint.Known(self.filters, self.tests, blocks))
        return super()._generate(source, name, filename, defer_init)

    def _blocks_of(self, form: str | None) -> frozenset[str] | None:
        """The blocks of the form; None where there is none, which Jinja tells when the template runs."""
        if form is None:
            return None
        try:
            self.get_template(form)
        except TemplateNotFound:
            return None
        return self._checked[form].blocks
