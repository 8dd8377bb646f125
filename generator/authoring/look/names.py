"""Names of Word's XML, and children put where its schema wants them."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFF = ("0", "false", "off", "none")
_ORDERS = {
    f"{W}pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
        "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
        "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    ),
    f"{W}rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
        "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
        "fitText vertAlign rtl cs em lang"
    ),
    f"{W}style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
        "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
}


def value(element: Any, path: str, of: str = "val") -> str:
    """The attribute of the element at the path (`pPr/pStyle`), or nothing."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else str(found.get(f"{W}{of}", ""))


def is_on(element: Any | None) -> bool:
    """Tell if a switch of Word's is there and not turned off."""
    return element is not None and element.get(f"{W}val") not in OFF


def put(parent: Any, tag: str, **attributes: str) -> Any:
    """Set attributes of the child with that tag, made in its place in the order where it is not there."""
    child = parent.find(W + tag)
    if child is None:
        child = parent.makeelement(W + tag)
        order = _ORDERS[parent.tag].split()
        before = order[: order.index(tag)]
        parent.insert(sum(one.tag.removeprefix(W) in before for one in parent), child)
    for name, text in attributes.items():
        child.set(W + name, text)
    return child


def drop(parent: Any, *tags: str) -> int:
    """Take out all elements below with these tags; returns how many there were."""
    found = list(parent.iter(*(W + tag for tag in tags)))
    for one in found:
        one.getparent().remove(one)
    return len(found)


def unwrap(element: Any) -> None:
    """Put what the element holds in its place."""
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)
