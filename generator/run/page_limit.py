"""Number of pages of a document, held against the most that its form takes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.findings import Finding, GradedCode
from generator.base.language import say
from generator.plan.model.plan import Aftale, Plan

TOO_LONG = GradedCode("F11")


def too_long(plan: Plan, aftale: Aftale, pages: float, *, counted: bool) -> Iterator[Finding]:
    """Find a document that is longer than its form takes.

    `pages` are `counted` in a PDF, else estimated: then it is only a warning, as it is in a draft.
    """
    limit = plan.form.sider.get(aftale.art)
    if limit and round(pages) > limit.højst:
        if counted:
            message = say("the document has {n} pages, and the most is {most}", n=round(pages),
                          most=limit.højst)  # fmt: skip
            hint = say("cut the text ({source})", source=limit.kilde)
        else:
            message = say("the document has about {n} pages, and the most is {most}", n=round(pages),
                          most=limit.højst)  # fmt: skip
            hint = say("cut the text ({source}); aftale build --pdf counts the pages", source=limit.kilde)
        code = TOO_LONG.milder_unless(counted and plan.is_final(aftale))
        yield Finding(code, message, hint, aftale.place())
