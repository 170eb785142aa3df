"""The picture of the README, taken from what `officium run` makes: `python docs/picture.py`.

Needs chromium. Of the example's report one payslip is left on the page, with a line opened; its worker
is told in English here.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from lxml import html

from officium.job import Period, run_folder
from officium.law import Month

ROOT = Path(__file__).parents[1]
PICTURE = Path(__file__).parent / "images" / "payslip.png"
PERSON = "Peeters"
OPENED = ("Employee contribution before the employment bonus", "Worker's rate")
WIDTH, HEIGHT = 920, 1050


def page(folder: Path) -> bytes:
    """The report of February, cut down to one payslip with one line open."""
    example = Path(shutil.copytree(ROOT / "examples" / "workshop", folder / "workshop"))
    person = example / "people" / "W006.toml"
    told = person.read_text("utf-8").replace('language     = "nl"', 'language     = "en"')
    person.write_text(told, "utf-8")
    files, _ = run_folder(example, Period.of_month(Month(2025, 2)), language="en")
    document = html.fromstring(files["report.html"].decode("utf-8"))
    (main,) = document.iter("main")
    (slip,) = (one for one in main.find_class("slip") if PERSON in one.findtext(".//bdi"))
    for child in list(main):
        main.remove(child)
    main.append(slip)
    slip.set("open", "")
    for line in slip.iter("details"):
        name = [span.text_content() for span in line.find("summary").iter("span")]
        if set(name) & set(OPENED):
            line.set("open", "")
    for dropped in [*document.find_class("top"), *document.find_class("skip")]:
        dropped.drop_tree()
    return html.tostring(document, encoding="utf-8", doctype="<!doctype html>")


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "page.html").write_bytes(page(folder))
        PICTURE.parent.mkdir(exist_ok=True)
        subprocess.run(
            [
                *("chromium", "--headless", "--no-sandbox", "--hide-scrollbars"),
                *("--force-device-scale-factor=1.5", f"--window-size={WIDTH},{HEIGHT}"),
                *(f"--screenshot={PICTURE}", f"file://{folder}/page.html"),
            ],
            check=True,
            stderr=subprocess.DEVNULL,
        )


if __name__ == "__main__":
    main()
