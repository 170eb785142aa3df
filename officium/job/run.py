"""One folder, one period: its employers one after the other, and what is told of them together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from officium.documents import employers_html
from officium.findings import BadInput, Finding, Severity
from officium.job.employer import Files, run_employer
from officium.job.months import Progress
from officium.job.output import REPORT, sealed
from officium.job.period import Period
from officium.job.wording import finding
from officium.payroll import Employer, employer_of, read_folder


def run_folder(
    folder: Path,
    period: Period,
    *,
    provisional: bool = False,
    language: str | None = None,
    progress: Progress = lambda _: None,
) -> tuple[Files, dict[str, Any]]:
    """All documents of a period by relative path, and the report.

    `language` is that of the report; by default the employer's. A folder with several employers gets a
    subfolder for each, by enterprise number, and a report that names them. Raises BadInput.
    """
    records = read_folder(folder)
    done: list[tuple[Employer, Files, dict[str, Any]]] = []
    idle: list[Employer] = []
    for employer in records.employers:
        own = run_employer(
            records,
            employer,
            period,
            provisional=provisional,
            language=language or employer.language,
            progress=progress,
        )
        if own:
            done.append((employer, *own))
        else:
            idle.append(employer)
    if not done:
        names = ", ".join(employer.name for employer in idle)
        raise BadInput(
            f"nobody works for {names} in {period}: is it the right period?",
            code="nobody",
            where=str(folder),
        )
    if len(records.employers) == 1:
        _, files, told = done[0]
        return sealed(files, told), told
    return _together(done, idle, period, language or records.employers[0].language)


def _together(
    done: list[tuple[Employer, Files, dict[str, Any]]],
    idle: list[Employer],
    period: Period,
    language: str,
) -> tuple[Files, dict[str, Any]]:
    """Each employer's documents in a folder of its own, under a report that leads to them."""
    files: Files = {}
    nobody = [_nobody(employer, period, language).as_json() for employer in idle]
    told: dict[str, Any] = {"period": str(period), "employers": [], "findings": nobody}
    for employer, own, of_employer in done:
        place = employer.enterprise_number
        files |= {f"{place}/{name}": content for name, content in sealed(own, of_employer).items()}
        told["employers"].append(
            {
                "employer": employer_of(employer),
                "report": f"{place}/{REPORT}",
                "page": f"{place}/report.html",
                "provisional": of_employer["provisional"],
                "standing": of_employer["standing"],
                "findings": len(of_employer["findings"]),
                "to_send": len(of_employer["to_send"]),
                "control_sums": of_employer["control_sums"],
            }
        )
        told["findings"] += [
            {**one, "path": f"{place}/{one['path']}"} for one in of_employer["findings"]
        ]
    files["report.html"] = employers_html(told, language).encode()
    return sealed(files, told), told


def _nobody(employer: Employer, period: Period, language: str) -> Finding:
    return finding(
        Severity.INFO,
        "nobody",
        language,
        {"who": employer.name, "period": period},
        employer.origin.file,
        employer.origin.line,
    )
