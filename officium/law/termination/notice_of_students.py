"""Notice of a contract for the occupation of a student: in days, by the length of the engagement."""

from officium.engine import day_after, months_after, pick, rule, where

ACT = "Act 3-07-1978 art. 130"
OF_STUDENTS = {"worker_status": "student", "notice_given_by": ("employer", "worker")}


@rule(since="2022-01-01", source=ACT, scope=OF_STUDENTS)
def student_notice_days(
    notice_given_by,
    contract_begins,
    term_ends,
    months_of_short_student_engagement,
    student_notice_of_short_engagement,
    student_notice_of_long_engagement,
):
    """More for an engagement of more than a month."""
    is_long = term_ends >= months_after(contract_begins, months_of_short_student_engagement)
    return where(
        is_long,
        pick(notice_given_by, student_notice_of_long_engagement),
        pick(notice_given_by, student_notice_of_short_engagement),
    )


@rule(since="2022-01-01", source=f"{ACT} and 37/1", scope=OF_STUDENTS)
def student_notice_last_day(notice_begins, student_notice_days):
    """From the Monday after the week of notification, as any notice."""
    return day_after(notice_begins, student_notice_days - 1)
