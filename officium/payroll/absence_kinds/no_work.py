"""No work: without pay, on strike, in temporary unemployment."""

from __future__ import annotations

from officium.payroll.absence_kinds.kind import PAID_HOLIDAY, AbsenceKind

GUARANTEED = ("is_guaranteed_day", "guaranteed_daily_wage")
REDUCED_HOLIDAY = ("is_reduced_public_holiday", "unemployment_holiday")
MANUAL, WHITE_COLLAR = "blue_collar", "white_collar"
# What an agreement gives for a day, and which supplement a fund pays in the employer's place.
SUPPLEMENTED = ("supplement", "fund")
# Days on which there was no work to lose: an illness that falls into them brings no guaranteed pay.
UNEMPLOYMENT = (
    "economic_unemployment",
    "weather_unemployment",
    "white_collar_suspension",
    "force_majeure",
    "closure_unemployment",
    "strike_consequence",
)

KINDS: dict[str, AbsenceKind] = {
    "unpaid_leave": AbsenceKind("absence without pay, agreed with the employer", "unpaid_leave"),
    "strike": AbsenceKind("strike that a union supports", "strike", (PAID_HOLIDAY,)),
    "lock_out": AbsenceKind("lock-out", "strike", (PAID_HOLIDAY,)),
    "unsupported_strike": AbsenceKind("strike that no union supports", "strike", (PAID_HOLIDAY,)),
    "strike_consequence": AbsenceKind(
        "temporary unemployment of who does not strike, caused by a strike or lock-out",
        "temporary_unemployment",
        (PAID_HOLIDAY,),
        may=("fund",),
    ),
    "economic_unemployment": AbsenceKind(
        "economic unemployment of a manual worker (art. 51); event: the day of the notice",
        "economic_unemployment",
        (GUARANTEED, REDUCED_HOLIDAY, PAID_HOLIDAY),
        needs=("event",),
        may=SUPPLEMENTED,
        status=MANUAL,
    ),
    "weather_unemployment": AbsenceKind(
        "bad weather, of a manual worker (art. 50)",
        "weather_unemployment",
        (GUARANTEED, REDUCED_HOLIDAY, PAID_HOLIDAY),
        may=SUPPLEMENTED,
        status=MANUAL,
    ),
    "technical_breakdown": AbsenceKind(
        "technical breakdown, of a manual worker (art. 49); event: the day of the breakdown",
        "temporary_unemployment",
        (
            GUARANTEED,
            REDUCED_HOLIDAY,
            PAID_HOLIDAY,
            ("is_breakdown_day_paid", "technical_breakdown_paid"),
        ),
        needs=("event",),
        may=SUPPLEMENTED,
        status=MANUAL,
    ),
    "white_collar_suspension": AbsenceKind(
        "suspension of a white-collar worker for lack of work (art. 77/4); event: the day of the notice",
        "white_collar_suspension",
        (GUARANTEED, PAID_HOLIDAY),
        needs=("event",),
        may=SUPPLEMENTED,
        status=WHITE_COLLAR,
    ),
    "force_majeure": AbsenceKind(
        "temporary unemployment by force majeure (art. 26)",
        "temporary_unemployment",
        (GUARANTEED, PAID_HOLIDAY),
    ),
    "closure_unemployment": AbsenceKind(
        "temporary unemployment while the enterprise is closed for the yearly holidays",
        "temporary_unemployment",
        (PAID_HOLIDAY,),
        may=("fund",),
    ),
    "interrupted_day": AbsenceKind(
        "a working day that was interrupted, or could not begin, without fault (art. 27)",
        "guaranteed_daily_wage",
        (PAID_HOLIDAY,),
    ),
    "suspension_paid": AbsenceKind(
        "days without work that the employer must pay, after a late notice for instance",
        "suspension_paid",
        (PAID_HOLIDAY,),
    ),
    "unlawful_absence": AbsenceKind(
        "absence without a lawful reason", "unlawful_absence", (PAID_HOLIDAY,)
    ),
    "agreed_suspension": AbsenceKind(
        "suspension of the contract by agreement", "agreed_suspension", (PAID_HOLIDAY,)
    ),
    "detention": AbsenceKind("preventive detention (art. 28, 5°)", "detention", (PAID_HOLIDAY,)),
}
