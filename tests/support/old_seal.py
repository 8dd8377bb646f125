"""Documents as the first version sealed them: by a hash over every part but the properties."""

from __future__ import annotations

import hashlib

from generator.base.border import zips
from generator.workspace import stamp

CUSTOM = "docProps/custom.xml"


def sealed_as_before(data: bytes) -> bytes:
    """The same .docx with the seal that it would have had then."""
    parts = zips.parts(data)
    total = hashlib.sha256()
    for name in sorted(parts):
        if name != CUSTOM:
            total.update(f"{name}\0{len(parts[name])}\0".encode() + parts[name])
    seal = stamp.read(data).seal.encode()
    assert seal in parts[CUSTOM]
    parts[CUSTOM] = parts[CUSTOM].replace(seal, total.hexdigest().encode())
    return zips.packed(parts.items(), zips.moment(data))
