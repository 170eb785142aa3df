"""Birth, care, family events."""

from __future__ import annotations

from officium.payroll.absence_kinds.kind import PAID_HOLIDAY, AbsenceKind

# A day to which there is no right is a day without pay.
_BEYOND = "unpaid_leave"
_MATERNITY = (PAID_HOLIDAY, ("is_maternity_leave", "maternity"))
_EMPLOYER = ("is_leave_paid_by_employer", "child_leave_paid")
_REST = ("is_rest_of_birth_short",)
_WEEKS = ("is_leave_longer_than_usual", "is_leave_begun_late")
_SMALL_LEAVE = (PAID_HOLIDAY, ("is_small_leave_due", "short_absence"))
_EVENT = ("event",)


def _child(meaning: str, code: str) -> AbsenceKind:
    days = (PAID_HOLIDAY, _EMPLOYER, ("is_leave_paid_by_insurance", code))
    return AbsenceKind(meaning, _BEYOND, days, needs=_EVENT, may=("hours",), told=_WEEKS)


def _small(meaning: str) -> AbsenceKind:
    return AbsenceKind(
        f"small leave: {meaning}", _BEYOND, _SMALL_LEAVE, needs=_EVENT, may=("hours",)
    )


def _yearly(meaning: str, code: str) -> AbsenceKind:
    days = (PAID_HOLIDAY, ("is_yearly_leave_due", code))
    return AbsenceKind(meaning, _BEYOND, days, may=("hours",))


KINDS: dict[str, AbsenceKind] = {
    "maternity": AbsenceKind(
        "maternity leave: event is the birth, expected the day on which it was expected",
        _BEYOND,
        _MATERNITY,
        needs=_EVENT,
        may=("expected",),
        told=_REST,
    ),
    "maternity_multiple": AbsenceKind(
        "maternity leave, several children",
        _BEYOND,
        _MATERNITY,
        needs=_EVENT,
        may=("expected",),
        told=_REST,
    ),
    "maternity_prolonged": AbsenceKind(
        "maternity leave prolonged while the newborn child is in hospital", _BEYOND, _MATERNITY
    ),
    "maternity_protection": AbsenceKind(
        "work forbidden to protect mother or child, without other work", _BEYOND, _MATERNITY
    ),
    "birth_leave": _child("birth leave: event is the birth", "birth_leave"),
    "adoption_leave": _child(
        "adoption leave: event is the day on which the child is registered", "adoption_leave"
    ),
    "foster_parental_leave": _child(
        "leave for a child placed for long: event is its registration", "foster_parental_leave"
    ),
    "wedding": _small("the worker's own wedding"),
    "family_wedding": _small("wedding of a child, brother, sister, parent, grandchild"),
    "ordination": _small("ordination or entry into a convent of a child, brother or sister"),
    "bereavement_close": _small("death of the partner, or of a child of one of them"),
    "bereavement_parent": _small("death of a parent or parent-in-law"),
    "bereavement_relative_at_home": _small("death of another relative who lived with the worker"),
    "bereavement_relative": _small("death of another relative: brother, sister, grandparent, ..."),
    "bereavement_foster_child": _small("death of a child placed for a short time"),
    "communion": _small("solemn communion of a child"),
    "secular_youth_festival": _small("festival of secular youth of a child"),
    "civic_duty": _small("jury, witness, personal appearance, main counting office: its first day"),
    "compelling_reasons": _yearly("leave for compelling reasons", "compelling_leave"),
    "caregiver_leave": _yearly("leave to care for a relative", "caregiver_leave"),
    "foster_care_leave": _yearly("leave of foster parents", "foster_care_leave"),
    "breast_feeding": AbsenceKind(
        "breast-feeding breaks, by hours a day: event is the birth",
        _BEYOND,
        (("is_breast_feeding_due", "breast_feeding"),),
        needs=("hours", "event"),
    ),
    "prenatal_examination": AbsenceKind(
        "prenatal examinations in working hours", "short_absence", needs=("hours",)
    ),
}
