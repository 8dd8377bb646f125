"""Data as the YAML that a person would type."""

from __future__ import annotations

from typing import Any

import yaml

Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Typist(Dumper):  # type: ignore[misc]
    """Writes a text of several lines below a |."""

    def represent_text(self, text: str) -> Any:
        """The node of the text."""
        return self.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    def represent_nothing(self, _: None) -> Any:
        """The node of a key that is left empty."""
        return self.represent_scalar("tag:yaml.org,2002:null", "")


_Typist.add_representer(str, _Typist.represent_text)
_Typist.add_representer(type(None), _Typist.represent_nothing)


def as_typed(data: Any) -> str:
    """Write the data as YAML: keys in their order, texts of several lines below a |."""
    return str(yaml.dump(data, Dumper=_Typist, allow_unicode=True, sort_keys=False))
