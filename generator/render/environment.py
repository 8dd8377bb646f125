"""Jinja environment of the forms: sandboxed, strict, noting what a template prints and its errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound, Undefined, nodes
from jinja2.compiler import Frame
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from generator.base.language import say
from generator.plan.model.computed import computed_from
from generator.plan.model.own import OwnNumber, OwnText, kind_of
from generator.plan.model.record import MACHINERY, Model
from generator.plan.model.refusal import FromText
from generator.render import lint
from generator.render.checked import CheckedTemplate
from generator.render.filters import JINJAS, OURS, TESTS_OF_TEMPLATES, TEXT_OF_TEXT
from generator.render.grouping import groupby, unique
from generator.render.limits import CountingGenerator, LimitedEnvironment, Spent, limited
from generator.render.line_stamps import Stamping
from generator.render.loader import NEXT, Folders
from generator.render.printing import guarded, in_markup, noting, printed
from generator.render.rendering import Made, Rendering
from generator.render.template_cache import TemplateCache
from generator.render.unknown_names import Unknown

_CALLABLE_FROM = ("generator", "jinja2", "markupsafe")


class Access(IntEnum):
    """Ways in which a template reaches an attribute: not at all, as the object has it, made of the object."""

    NONE = 0
    GIVES = 1
    MAKES = 2


_NONE, _GIVES, _MAKES = Access


class Generator(CountingGenerator):
    """Jinja's compiler, except that what is printed is looked at, and what `~` joins as if it were."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(environment.shown(context, ")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.joined((")
        for part in node.nodes:
            self.write("environment.finalize(context, ")
            self.visit(part, frame)
            self.write("), ")
        self.write("))")


class FormEnvironment(LimitedEnvironment):
    """Compiles templates and runs them; `rendering` gathers what the run under way prints and finds."""

    code_generator_class = Generator
    stamping: type[Extension] = Stamping
    compiled = "template"
    """The kind of its code in the cache."""

    def __init__(self, roots: tuple[Path, ...], base: Path | None) -> None:
        super().__init__(
            loader=Folders(roots, base),
            autoescape=True,
            undefined=Unknown,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=printed,
            extensions=[self.stamping],
            auto_reload=False,
            optimized=False,
            cache_size=-1,
        )
        self.rendering = Rendering()
        jinjas = limited(JINJAS)
        jinjas |= {name: noting(jinjas[name]) for name in TEXT_OF_TEXT}
        jinjas |= {"unique": unique, "groupby": groupby}
        self.filters = {**jinjas, **{name: guarded(name) for name in OURS}}
        self.tests = dict(TESTS_OF_TEMPLATES)
        self.globals = {name: self.globals[name] for name in ("range", "namespace", "joiner", "cycler")}
        self._checked: dict[str, CheckedTemplate] = {}
        self._access: dict[tuple[type, str], Access] = {}
        self.bytecode_cache = TemplateCache(self._checked, self._blocks_of, self.compiled)

    @contextmanager
    def gathering(self) -> Iterator[Rendering]:
        """Begin a rendering, and let go of it at the end: the next one starts with nothing."""
        self.spent = Spent()
        try:
            yield self.rendering
        finally:
            self.rendering = Rendering()

    def shown(self, context: Context, value: Any) -> str:
        """The value as `{{ }}` prints it, as markup."""
        kind = type(value)
        if kind is Markup:
            return value  # type: ignore[no-any-return]
        return in_markup(value if kind is str else printed(context, value))

    def join_path(self, template: str, parent: str) -> str:
        """Name of the template that is meant: one that names itself means the one it stands in front of."""
        return NEXT + parent if template == parent.lstrip(NEXT) else template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse private names, and functions but those of Python's plain types, Jinja and our model."""
        key = (type(obj), attr)
        if key not in self._access:  # nothing else decides it, and it is asked again and again
            ours = isinstance(obj, Model) and attr in MACHINERY
            safe = not ours and super().is_safe_attribute(obj, attr, value)
            made = computed_from(type(obj), attr) or isinstance(obj, FromText)
            self._access[key] = (_MAKES if made else _GIVES) if safe else _NONE
        if not self._access[key]:
            return False
        module = getattr(value, "__module__", None) if callable(value) else None
        return module is None or module.split(".")[0] in _CALLABLE_FROM

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Value of `obj.attribute` in a template."""
        key = (type(obj), attribute)
        access = self._access.get(key)
        value = getattr(obj, attribute, missing) if access else missing
        if value is missing or callable(value):
            value = super().getattr(obj, attribute)
            access = self._access.get(key)
            if isinstance(obj, str) and callable(value) and not isinstance(value, Undefined):
                return self._text_of(obj, value)
        return self._made(value, obj, attribute) if access is _MAKES else value

    def _made(self, value: Any, owner: Any, name: str) -> Any:
        """Note that the value is made of its owner; a text or a number is given as an object of its own."""
        own = {str: OwnText, int: OwnNumber}.get(type(value))
        value = own(value) if own else value
        self.rendering.made.append(Made(value, owner, name))
        return value

    def _text_of(self, text: str, method: Callable[..., Any]) -> Callable[..., Any]:
        """Method of the text that notes that what it gives is made of the text."""

        @wraps(method)
        def noted(*arguments: Any, **named: Any) -> Any:
            return self._made(method(*arguments, **named), text, method.__name__)

        return noted

    def getitem(self, obj: Any, argument: str | Any) -> Any:
        """Value of `obj[argument]`; `map` and `selectattr` ask here too."""
        value = super().getitem(obj, argument)
        if isinstance(argument, str) and self._access.get((type(obj), argument)) is _MAKES:
            return self._made(value, obj, argument)
        return value

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Stand in for machinery that a template may not reach: it raises SecurityError at any use."""
        owner = kind_of(obj).__name__
        message = say("a template cannot reach `{name}` of {owner}", name=attribute, owner=owner)
        return self.undefined(message, name=attribute, obj=obj, exc=SecurityError)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse `"…".format(…)`, for the same reason as `%`."""
        if callable(value) and super().wrap_str_format(value) is not None:
            raise SecurityError(say("`format` cannot format text; write the text around {{ }}"))
        return None

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse `%` but between numbers: between texts it would print what no filter has formatted."""
        if operator == "%" and isinstance(left, str):
            raise SecurityError(say("`%` cannot format text; write the text around {{ }}"))
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
        """Blocks of the form; None where there is none, which Jinja tells when the template runs."""
        if form is None:
            return None
        try:
            self.get_template(form)
        except TemplateNotFound:
            return None
        return self._checked[form].blocks
