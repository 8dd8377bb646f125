"""Templates are compiled once and kept; see `generator.base.cache`.

Only one in which nothing was found is compiled to the end. What was found sound against the form that it
extends is sound as long as that form has the same blocks, so they are kept with it.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING

from jinja2.bccache import Bucket, BytecodeCache

from generator.base import cache
from generator.render import lint

if TYPE_CHECKING:
    from jinja2 import Environment

    from generator.render.environment import FormEnvironment

_MADE_BY = ("generator.render", "jinja2", "markupsafe")


class Compiled(BytecodeCache):
    """What Jinja asks before it compiles: the code of a template of this name, file and text."""

    def __init__(self, environment: FormEnvironment) -> None:
        self._environment = environment

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Where the code goes, or is: `key` is the template's name, `checksum` that of the entry."""
        made_from = (part.encode(errors="surrogatepass") for part in (name, filename or "", source))
        bucket = Bucket(environment, name, cache.name("template", _MADE_BY, *made_from))
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Puts in the code that was kept, unless the form that the template extends has other blocks now."""
        found = cache.read(bucket.checksum)
        if found is None:
            return
        code, *sound = marshal.loads(found)
        checked = lint.Checked(*sound)
        if lint.still_holds(self._environment, checked):
            self._environment.checked[bucket.key] = checked
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code, with what the template was checked against."""
        checked = self._environment.checked[bucket.key]
        cache.write(bucket.checksum, marshal.dumps((bucket.code, *checked)))
