"""What the holiday fund gets of a manual worker who leaves with notice pay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .running import JANUARY, change, copied, run
from .test_ending import COLUMNS, KARIM


def test_the_holiday_fund_gets_no_days_of_the_period_that_an_indemnity_covers(
    tmp_path: Path,
) -> None:
    """Karim, a manual worker, is dismissed at the end of January with notice pay of ten weeks."""

    def fund(place: Path, line: str) -> Any:
        def story(folder: Path) -> None:
            name = "people/W002.toml"
            ends = 'ends = 2025-01-31\nend_reason = "dismissal"\njoint_committee'
            change(folder, name, "joint_committee", ends)
            for month in ("02", "03"):
                for table in ("pay", "time"):
                    path = folder / table / f"2025-{month}.csv"
                    if path.exists():
                        rows = path.read_text("utf-8").splitlines()
                        kept = [row for row in rows if not row.startswith("W002")]
                        path.write_text("\n".join([*kept, ""]), "utf-8")
            text = f"{COLUMNS}\n{KARIM}{line}"
            (folder / "pay" / "2025-01.csv").write_text(text, "utf-8")

        files, _ = run(copied(place, story), JANUARY)
        return json.loads(files["leavers/W002-1/holiday_fund.json"])

    without = fund(tmp_path / "without", "")
    line = "W002,1,notice_indemnity,,,10.00,,,40000.00,,,\n"
    assert fund(tmp_path / "with", line) == without
    assert len(without["quarters"]) == 1
