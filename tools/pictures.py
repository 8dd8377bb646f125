"""Make the pictures of the page in docs/pictures: `python tools/pictures.py`, then look at each.

They are of the guide's own plan, as its examples make it, on a day of its own, in Debian's Chromium. What
comes back from Word is made of the document that the page gives, with a few words written over.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.base.border.web_server import LocalServer  # noqa: E402
from generator.base.language import speak  # noqa: E402
from generator.cli import served  # noqa: E402
from generator.page.application import Application  # noqa: E402
from generator.workspace.folders import Workspace  # noqa: E402

PICTURES, GUIDE = ROOT / "docs" / "pictures", ROOT / "docs" / "vejledning.md"
PLAN, DOCUMENT = "koege-2027-2031", "delaftale-beskaeftigelse"
FILES = ("helhedsplan", "strategisk-samarbejdsaftale", DOCUMENT, "milepaelsplan")
DAY = 1_811_808_000
"""The day of the pictures, in seconds since 1970: the 1st of June 2027."""
WIDTH, HEIGHT, COLOURS = 1000, 620, 48
CHANGED = ("Andelen af", "En andel af")


def plan_of_the_guide(folder: Path) -> None:
    """Write the longest example of each file as the plan."""
    guide = GUIDE.read_text("utf-8")
    found = re.findall(r"^```yaml (\S+)\.yaml\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    home = folder / "agreements" / PLAN
    home.mkdir(parents=True)
    for name in FILES:
        texts = [text for file, text in found if file == name]
        (home / f"{name}.yaml").write_text(max(texts, key=len), "utf-8")


@contextmanager
def opened(folder: Path) -> Iterator[Page]:
    """The page of the plans in the folder, in Danish."""
    speak("da")
    app = Application(Workspace(folder), served.changes)
    server = LocalServer(app.respond)
    serving = threading.Thread(target=server.serve, args=(lambda: app.tell_of_changes(server),))
    serving.start()
    try:
        with sync_playwright() as playwright:
            program = shutil.which("chromium")
            chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="da-DK",
                                     reduced_motion="reduce", color_scheme="light")
            page.goto(server.door.address)
            page.wait_for_selector("main h1")
            yield page
            chromium.close()
    finally:
        server.stop()
        serving.join()


def taken(page: Page, name: str, most: int = HEIGHT) -> None:
    """Keep what the window shows as a picture of few colours, no higher than that."""
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)
    found = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    small = found.crop((0, 0, WIDTH, min(most, HEIGHT))).quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(PICTURES / f"siden-{name}.png", optimize=True)


def changed_in_word(data: bytes) -> bytes:
    """The document with a few words written over."""
    old = zipfile.ZipFile(io.BytesIO(data))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                before, after = (words.encode() for words in CHANGED)
                assert before in part, CHANGED
                part = part.replace(before, after, 1)
            new.writestr(name, part)
    return out.getvalue()


def main() -> None:
    """Make them all."""
    os.environ["SOURCE_DATE_EPOCH"] = str(DAY)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        plan_of_the_guide(folder)
        with opened(folder) as page:
            taken(page, "planer", 380)
            page.get_by_role("link", name="En ny plan").click()
            page.fill("#navn", "Helhedsplanen i Køge")
            page.fill("#fra", "31.2.2027")
            page.fill("#til", "31.12.2030")
            page.locator("#parter .name").first.fill("Køge Kommune")
            page.wait_for_selector("#wrong-fra:not(:empty)")
            page.evaluate("scrollTo(0, 260)")
            taken(page, "ny-plan")
            page.goto(page.url.replace("/new", f"/plan/{PLAN}/{DOCUMENT}"))
            passage = page.locator('main [data-key=\'["delmål",0,"indikator"]\']').first
            passage.click()
            page.wait_for_selector("main .field")
            page.evaluate("document.querySelector('main .field').scrollIntoView({ block: 'center' })")
            taken(page, "felt")
            with page.expect_download() as download:
                page.locator(".bar").get_by_role("link", name="Word", exact=True).click()
            word = folder / f"{DOCUMENT}.docx"
            word.write_bytes(changed_in_word(download.value.path().read_bytes()))
            page.evaluate("scrollTo(0, 0)")
            page.keyboard.press("Escape")
            page.set_input_files("#returned", word)
            page.wait_for_selector(".came-back")
            taken(page, "word-fil", 560)
            page.goto(page.url.split("/returned")[0] + f"/package/{PLAN}")
            taken(page, "pakken")


if __name__ == "__main__":
    main()
