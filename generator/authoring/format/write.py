"""The tree of a file → its text in canonical form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from generator.authoring.format.entries import Entry, Node
from generator.authoring.format.prose import prose_lines
from generator.plan.model.record import Model
from generator.plan.model.shape import Prose, keys_at, shapes_at
from generator.plan.source.prose import to_markup
from generator.plan.source.scalars import scalar
from generator.plan.source.tree import KeyPath

WIDEST = 110
LONGEST_KEY = 1000
"""YAML reads a key of at most 1,024 characters without a question mark."""


class Unwritable(Exception):
    """The file has something that canonical form has not."""


def write(root: Entry, model: type[Model]) -> str:
    """The text of the file that the model is the model of. Raises Unwritable."""
    writer = _Writer(model, _uses(root.node))
    lines = [*root.above, *_beside(root), "", *writer.block(root.node, (), ""), *root.inside]
    return "\n".join(_blanks_once(lines)) + "\n"


def lines_of(entry: Entry, model: type[Model], path: KeyPath, indent: str) -> list[str]:
    """The lines of one entry, which stands at the path. Raises Unwritable."""
    return _Writer(model, _uses(entry.node)).entry(entry, path, indent)


def in_brackets(node: Node, model: type[Model], path: KeyPath) -> str:
    """The node on one line, as it stands among brackets. Raises Unwritable where it wants lines."""
    writer = _Writer(model, _uses(node))
    if len(writer.prose(node, path) or ()) > 1 or writer.needs_lines(node, path):
        raise Unwritable
    return writer.line(node, set(), in_brackets=True)


class _Writer(Struct):
    """`uses` counts by identity how often each node stands in the file; `named` are those with & before."""

    model: type[Model]
    uses: Counter[int]
    named: set[int] = field(default_factory=set)

    def block(self, node: Node, path: KeyPath, indent: str) -> list[str]:
        """The entries of a node below each other."""
        if not node.entries:
            return [indent + self.line(node, self.named)]
        lines: list[str] = []
        entries = self.in_order(node, path)
        for number, entry in enumerate(entries):
            lines += [_at(indent, comment) for comment in entry.above if comment or lines or not path]
            lines += self.entry(entry, _inner(path, number, entry), indent)
            if entry is not entries[-1] and lines[-1].startswith(f"{indent}#"):
                lines.append("")  # or the comment would be read as one of the next entry
        return lines

    def in_order(self, node: Node, path: KeyPath) -> list[Entry]:
        """The entries in the order of the model; a list, and keys that the writer chose, as they are."""
        entries = list(node.entries or ())
        if node.has_keys:
            order = {key: number for number, key in enumerate(keys_at(self.model, path))}
            entries.sort(key=lambda entry: order.get(entry.key or "", len(order)))
        return entries

    def entry(self, entry: Entry, path: KeyPath, indent: str) -> list[str]:
        """The lines of an entry without what stands above it."""
        head = f"{indent}-"
        if entry.key is not None:
            head = f"{indent}{scalar(entry.key)}:"
            if len(head) > LONGEST_KEY:
                raise Unwritable
        opens = self.opens(entry.node, path, head)
        inside = indent + "  " if opens or _is_nothing(entry.node) else indent
        lines = self.opened(entry, path, indent, head) if opens else self.closed(entry, path, indent, head)
        lines += [_at(inside, comment) for comment in entry.inside]
        return lines + [_at(indent, comment) for comment in entry.below]

    def opened(self, entry: Entry, path: KeyPath, indent: str, head: str) -> list[str]:
        """The head, and the entries of the node below it; the first behind it when the head is a dash."""
        name = self.name(entry.node, self.named)
        inner = self.block(entry.node, path, indent + "  ")
        if entry.key is not None or name:
            return [*_head(entry, indent, head + name), *inner]
        first = next(at for at, line in enumerate(inner) if line and line.strip()[0] != "#")
        above = [_at(indent, line.strip()) for line in inner[:first] if line]
        return [*_beside(entry, indent), *above, f"{head} {inner[first].strip()}", *inner[first + 1 :]]

    def closed(self, entry: Entry, path: KeyPath, indent: str, head: str) -> list[str]:
        """The head with its value behind it, or with its prose below it."""
        lines = self.prose(entry.node, path)
        if lines:
            mark = "|2" if lines[0].startswith(" ") else "|"
            return [*_head(entry, indent, f"{head} {mark}"), *(_at(indent + "  ", line) for line in lines)]
        return _head(entry, indent, f"{head} {self.line(entry.node, self.named)}".rstrip(" "))

    def opens(self, node: Node, path: KeyPath, head: str) -> bool:
        """Tell whether the entries of the node are written below each other."""
        if not node.entries or id(node) in self.named:
            return False
        if not node.flow or self.needs_lines(node, path):
            return True
        return len(f"{head} {self.line(node, set(self.named))}") > WIDEST

    def needs_lines(self, node: Node, path: KeyPath) -> bool:
        """Tell whether something in the node wants a line of its own: a comment, prose, an empty key."""
        for number, entry in enumerate(node.entries or ()):
            inner = _inner(path, number, entry)
            noted = entry.above or entry.beside or entry.inside or entry.below
            if noted or _is_nothing(entry.node) or self.prose(entry.node, inner):
                return True
            if self.needs_lines(entry.node, inner):
                return True
        return False

    def prose(self, node: Node, path: KeyPath) -> list[str] | None:
        """The lines of a text that the model types as prose; a text with a name stays on one line."""
        if node.text and self.uses[id(node)] == 1 and _is_prose(self.model, path):
            return prose_lines(_as_typed(node))
        return None

    def line(self, node: Node, named: set[int], *, in_brackets: bool = False) -> str:
        """The node on one line. What gets its name here is added to `named`."""
        if id(node) in named:
            return f"*{node.anchor}"
        name = self.name(node, named).lstrip()
        return " ".join(part for part in (name, self.bare(node, named, in_brackets)) if part)

    def bare(self, node: Node, named: set[int], in_brackets: bool) -> str:
        if node.entries is None:
            text = node.text or ""
            return "" if node.text is None else scalar(text.strip() or text, in_brackets=in_brackets)
        values = [self.line(entry.node, named, in_brackets=True) for entry in node.entries]
        if not node.has_keys:
            return f"[{', '.join(values)}]"
        keys = [scalar(entry.key or "", in_brackets=True) for entry in node.entries]
        return f"{{{', '.join(f'{key}: {value}' for key, value in zip(keys, values, strict=True))}}}"

    def name(self, node: Node, named: set[int]) -> str:
        """` &name` for a node that stands in the file again, and nothing for others."""
        if self.uses[id(node)] == 1:
            return ""
        named.add(id(node))
        return f" &{node.anchor}"


def _uses(node: Node) -> Counter[int]:
    uses: Counter[int] = Counter()
    waiting = [node]
    while waiting:
        node = waiting.pop()
        uses[id(node)] += 1
        if uses[id(node)] == 1:
            waiting += [entry.node for entry in node.entries or ()]
    return uses


def _is_prose(model: type[Model], path: KeyPath) -> bool:
    """Tell whether the model has prose at the path."""
    return any(isinstance(shape, Prose) for shape in shapes_at(model, path))


def _as_typed(node: Node) -> str:
    """The text, with the lines that YAML has joined where they must stay. Raises Unwritable."""
    if node.typed and to_markup(node.typed) != to_markup(node.text or ""):
        raise Unwritable
    return node.typed or node.text or ""


def _is_nothing(node: Node) -> bool:
    return node.text is None and node.entries is None


def _inner(path: KeyPath, number: int, entry: Entry) -> KeyPath:
    return (*path, number if entry.key is None else entry.key)


def _at(indent: str, line: str) -> str:
    return indent + line if line else ""


def _head(entry: Entry, indent: str, text: str) -> list[str]:
    """The first line of an entry with the comment beside it; there is room for one."""
    if not entry.beside:
        return [text]
    last = entry.beside[-1]
    gap = " " * (2 if last.alone else max(len(last.gap), 1))
    return [*(_at(indent, comment.text) for comment in entry.beside[:-1]), f"{text}{gap}{last.text}"]


def _beside(entry: Entry, indent: str = "") -> list[str]:
    """The comments beside an entry as lines of their own."""
    return [_at(indent, comment.text) for comment in entry.beside]


def _blanks_once(lines: Iterable[str]) -> list[str]:
    """The lines with no blank ones at the ends, and one where there are several."""
    found: list[str] = []
    for line in lines:
        if line or (found and found[-1]):
            found.append(line)
    return found[:-1] if found and not found[-1] else found
