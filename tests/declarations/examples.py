"""A small employer's quarter and its messages, valid in every respect: the tests break them."""

from __future__ import annotations

from datetime import date, datetime

from officium.declarations import FormHead, dimona, dmfa, write
from officium.law import Quarter

QUARTER = Quarter(2023, 1)
NSSO_NUMBER = "199999934"
COMPANY_ID = "1999999943"
ESTABLISHMENT = "2000000141"
CLERK, WORKER, STUDENT = "85073099833", "77101500172", "01410199955"
HEAD = FormHead(datetime(2023, 4, 14, 10, 0, 0, 125_000), "20231", "DMFA-20231-000001")
PERIOD = "600027876089"


def clerk(inss: str = CLERK) -> dmfa.NaturalPerson:
    """A full-time clerk with a bonus and the structural reduction."""
    occupation = dmfa.Occupation(
        joint_committee="200",
        start=date(2022, 3, 1),
        days_per_week=500,
        mean_hours=3800,
        reference_hours=3800,
        establishment=ESTABLISHMENT,
        reference="CONTRACT-1",
        services=(dmfa.Service("001", 6500),),
        remunerations=(
            dmfa.Remuneration("001", 900_000),
            dmfa.Remuneration("002", 50_000, frequency=12),
        ),
        deductions=(dmfa.Deduction("3000", 10_000),),
    )
    record = dmfa.WorkerRecord(
        employer_class="010",
        worker_code="495",
        occupations=(occupation,),
        contributions=(
            dmfa.Contribution("495", "0", 363_850, base=950_000),
            dmfa.Contribution("831", "0", 2_185, base=950_000),
            dmfa.Contribution("856", "0", 13_630),
        ),
        deductions=(dmfa.Deduction("0001", 1_200),),
    )
    return dmfa.NaturalPerson(inss, (record,), reference="EMP0001")


def part_time_worker() -> dmfa.NaturalPerson:
    """A blue-collar worker, part-time, who left inside the quarter."""
    occupation = dmfa.Occupation(
        joint_committee="100",
        start=date(2021, 9, 1),
        end=date(2023, 2, 28),
        days_per_week=300,
        mean_hours=1900,
        reference_hours=3800,
        is_part_time=True,
        establishment=ESTABLISHMENT,
        services=(dmfa.Service("001", 2400, hours=15_200), dmfa.Service("050", 100, hours=760)),
        remunerations=(dmfa.Remuneration("001", 250_000),),
    )
    record = dmfa.WorkerRecord(
        employer_class="010",
        worker_code="015",
        occupations=(occupation,),
        contributions=(dmfa.Contribution("015", "1", 110_000, base=270_000),),
    )
    return dmfa.NaturalPerson(WORKER, (record,))


def student() -> dmfa.NaturalPerson:
    """A student under the solidarity contribution."""
    work = dmfa.StudentWork(pay=112_630, cents=9_156, hours=96, establishment=ESTABLISHMENT)
    return dmfa.NaturalPerson(STUDENT, (dmfa.WorkerRecord("010", "841", student=work),))


def declaration() -> dmfa.Declaration:
    """The quarter of the three, with a company car."""
    return dmfa.Declaration(
        quarter=QUARTER,
        nsso_number=NSSO_NUMBER,
        company_id=COMPANY_ID,
        people=(clerk(), part_time_worker(), student()),
        unrelated=(dmfa.UnrelatedContribution("010", "862", 9_000),),
        plates=("1ABC250",),
    )


def dmfa_file() -> bytes:
    """The DmfA as it is sent."""
    return write(dmfa.dmfa_original(declaration(), HEAD))


def dimona_files() -> dict[str, bytes]:
    """The four Dimona messages, by name."""
    head = FormHead(datetime(2023, 2, 6, 14, 35), "20231", "DIM-1")
    employer = dimona.EmployerId(nsso_number=NSSO_NUMBER)
    worker = dimona.DimonaWorker(CLERK)
    messages = {
        "in": dimona.dimona_in(worker, employer, date(2023, 2, 8), head),
        "out": dimona.dimona_out(PERIOD, date(2023, 3, 31), head),
        "update": dimona.dimona_update(PERIOD, head, start=date(2023, 2, 9)),
        "cancel": dimona.dimona_cancel(PERIOD, head),
    }
    return {name: write(message) for name, message in messages.items()}
