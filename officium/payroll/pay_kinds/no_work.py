"""What is paid for days without work: they come by themselves from the absences."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "unemployment_supplement": PayKind(
        "supplement for days of temporary unemployment: the days, and the price of one where an "
        "agreement gives more than the law; it comes by itself from the absence",
        needs=("days",),
        may=("price",),
    ),
    "suspension_supplement": PayKind(
        "supplement of a white-collar worker suspended for lack of work: the days, and the price of one "
        "where an agreement gives more than the law; it comes by itself from the absence",
        needs=("days",),
        may=("price",),
    ),
    "additional_unemployment_supplement": PayKind(
        "additional supplement of 2024: the days, and as units those from the 27th of the year on; it "
        "comes by itself from the absence",
        needs=("days", "units"),
    ),
    "unemployment_holiday_pay": PayKind(
        "public holidays in partial unemployment from the 26th day of the year on: the hours; it comes "
        "by itself from the absence",
        needs=("hours",),
    ),
}
