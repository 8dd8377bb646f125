"""Compiled templates, kept from one run to the next; see `generator.base.cache`.

Only one in which nothing was found is compiled to the end. What was found sound against the form that it
extends is sound as long as that form has the same blocks, so they are kept with it.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from jinja2.bccache import Bucket, BytecodeCache

from generator.base import cache
from generator.render.checked import BlocksOf, CheckedTemplate

if TYPE_CHECKING:
    from jinja2 import Environment

_MADE_BY = ("generator.render", "generator.render.tracing", "jinja2", "markupsafe")


class TemplateCache(BytecodeCache):
    """Code of templates, kept by name, file and text; Jinja asks it before it compiles.

    `checked` are the templates that are known by now, by name: it takes from there what it keeps with the
    code, and adds there what it finds. `kind` tells the code from what another compiler made of the same.
    """

    def __init__(self, checked: dict[str, CheckedTemplate], blocks_of: BlocksOf, kind: str) -> None:
        self._checked, self._blocks_of, self._kind = checked, blocks_of, kind

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Place of the code: its `key` is the template's name, its `checksum` that of the entry."""
        made_from = (part.encode(errors="surrogatepass") for part in (name, filename or "", source))
        bucket = Bucket(environment, name, cache.name(self._kind, _MADE_BY, *made_from))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put in the code that was kept, unless the form that the template extends has other blocks now."""
        found = cache.read(bucket.checksum)
        if found is None:
            return
        code, *sound = marshal.loads(found)
        checked = CheckedTemplate(*sound)
        if self._blocks_of(checked.parent) == checked.parents_blocks:
            self._checked[bucket.key] = checked
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, with what the template was checked against."""
        checked = self._checked[bucket.key]
        cache.write(bucket.checksum, marshal.dumps((bucket.code, *checked)))
