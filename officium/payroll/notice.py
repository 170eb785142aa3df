"""Notice as it was given into its first and last day: the law is asked, the calendar is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from pydantic import ValidationError

from officium.findings import BadInput
from officium.language import plain
from officium.law import Answer, Question, belgium, open_day_after
from officium.payroll.folder.messages import mistakes_of
from officium.payroll.records import Contract, Notice, Records, Suspension, Worker
from officium.payroll.records.notice import SINGLE_STATUS
from officium.payroll.service import service_began
from officium.payroll.suspensions import suspensions_of

_WANTED = (
    "notice_last_day",
    "notice_begins",
    "notice_seniority_months",
    "notice_months_before_2014",
    "notice_days_before_2014",
    "notice_weeks",
    "notice_end_unbroken",
    "is_dismissal_compensated",
)
_WHILE_IT_RUNS = ("full_search_day_from",)
_IN_A_TERM = ("last_day_of_notice_in_term", "may_give_notice_in_term")
_OF_A_BROKEN_TERM = ("last_day_of_notice_in_term", "days_owed_of_term")
_DAY = timedelta(days=1)
_DAYS_OF_A_WEEK = 7
# In inland navigation the employer may hand the notice over (act of 3-07-1978, art. 37 par. 1).
INLAND_NAVIGATION = "139"


@dataclass(frozen=True)
class GivenNotice:
    """A notice, and of whom: the status, the contract, the service and the suspensions of it."""

    notice: Notice
    status: str
    contract_begins: date
    in_service_since: date
    suspensions: tuple[Suspension, ...] = ()
    joint_committee: str | None = None

    @property
    def is_void(self) -> bool:
        """Whether an employer handed it over who may not do so (act of 3-07-1978, art. 37 par. 1)."""
        is_handed_over = self.notice.way == "handed_over" and self.notice.given_by == "employer"
        return is_handed_over and self.joint_committee != INLAND_NAVIGATION

    @cached_property
    def notified_on(self) -> date:
        """The day on which the notice takes effect; BadInput where the law book does not say."""
        sent, way = self.notice.sent_on, self.notice.way
        question = Question(belgium(), want=["working_days_until_notified"], on=sent, paid=sent)
        answer = question.answer({"notice_way": way}, None, str(self.notice.origin))
        days = int(str(answer.results["working_days_until_notified"]))
        return open_day_after(sent, days) if days else sent


@dataclass(frozen=True)
class NoticePeriod:
    """What the law answers; `stops` says of each suspension, in order, whether notice stands still."""

    of: GivenNotice
    answer: Answer
    stops: tuple[tuple[Suspension, bool], ...]
    days_not_run: tuple[date, ...]

    def day(self, fact: str) -> date:
        """A day that the law established."""
        return date.fromisoformat(str(self.answer.results[fact]))

    @property
    def begins(self) -> date:
        """The first day of the notice."""
        return self.day("notice_begins")

    @property
    def last_day(self) -> date:
        """The last day of the notice, with what made it stand still."""
        return self.day("notice_last_day")


def gives_outplacement(period: NoticePeriod) -> bool:
    """Whether a dismissal with this notice, or with the pay of it, gives a right to outplacement."""
    if period.of.notice.given_by != "employer":
        return False
    on = period.of.notified_on
    want = ["has_right_to_outplacement"]
    question = Question(belgium(), want=want, on=on, paid=on, provisional=True)
    days = (period.day("notice_end_unbroken") - period.begins).days + 1
    facts = {
        "contract_end_reason": "dismissal",
        "dismissal_notice_weeks": plain(100 * days // _DAYS_OF_A_WEEK, 2),
    }
    return bool(question.answer(facts, None, str(period.of.notice.origin)).results[want[0]])


def read_notice(values: Mapping[str, object]) -> Notice:
    """A notice from its fields. Raises BadInput that names the first that is not as it should be."""
    try:
        return Notice.model_validate(values)
    except ValidationError as error:
        _, sentence = mistakes_of(error, Notice)[0]
        raise BadInput(sentence, code="usage") from error


def given_notice(
    records: Records, worker: Worker, contract: Contract, known_until: date | None = None
) -> GivenNotice:
    """The notice of a contract that has one, with the suspensions that are recorded.

    An absence that goes on counts until `known_until`. Raises BadInput where the records do not tell
    enough.
    """
    if contract.notice is None:
        raise BadInput(
            f"contract {contract.number} of {worker.staff_number} has no notice: write "
            "[contracts.notice] under it",
            code="records",
            where=str(contract.origin),
        )
    since = contract.notice.in_service_since or service_began(worker, contract)
    given = GivenNotice(
        contract.notice,
        contract.status,
        contract.begins,
        since,
        joint_committee=contract.joint_committee,
    )
    if contract.notice.way == "at_once":
        return given
    suspensions = suspensions_of(
        records, worker.staff_number, contract, given.notified_on, known_until
    )
    return replace(given, suspensions=suspensions)


def notice_period(
    of: GivenNotice, *, provisional: bool = False, language: str | None = None
) -> NoticePeriod:
    """The first and the last day of a notice; with a `language`, explained in it.

    Raises BadInput where the records do not tell enough, or the law book has no answer.
    """
    facts = _facts(of)
    stops = tuple((one, _stands_still(of, one, provisional)) for one in of.suspensions)
    question = _question(of, provisional)
    where = str(of.notice.origin)
    plain = NoticePeriod(of, question.answer(facts, None, where), stops, ())
    days = _days_not_run(
        plain.begins,
        plain.day("notice_end_unbroken"),
        (one for one, does_stop in stops if does_stop),
    )
    answer = question.answer({**facts, "notice_days_not_run": str(len(days))}, language, where)
    return NoticePeriod(of, answer, stops, days)


def _question(of: GivenNotice, provisional: bool) -> Question:
    runs = of.notice.way != "at_once"
    want = [*_WANTED, *(_WHILE_IT_RUNS if runs else ())]
    if of.notice.term_ends:
        want += _IN_A_TERM if runs else _OF_A_BROKEN_TERM
    on = of.notified_on
    return Question(belgium(), want=want, on=on, paid=on, provisional=provisional)


def _facts(of: GivenNotice) -> dict[str, str | bool]:
    notice = of.notice
    served_before = of.in_service_since < SINGLE_STATUS and of.status == "white_collar"
    if served_before and notice.given_by == "employer" and notice.yearly_pay_of_2013 is None:
        raise BadInput(
            "the yearly pay on 31 December 2013 is needed to dismiss a white-collar worker in service "
            f"since {of.in_service_since}",
            code="records",
            where=str(notice.origin),
        )
    pay = notice.yearly_pay_of_2013 or 0
    facts: dict[str, str | bool] = {
        "worker_status": of.status,
        "contract_begins": of.contract_begins.isoformat(),
        "in_service_since": of.in_service_since.isoformat(),
        "notice_given_by": notice.given_by,
        "notice_notified_on": of.notified_on.isoformat(),
        "notice_purpose": notice.purpose,
        "agency_months": str(notice.agency_months),
        "agreed_notice_weeks": str(notice.agreed_weeks),
        "yearly_pay_of_2013": f"{pay // 100}.{pay % 100:02}",
        "agreed_notice_months_of_2013": str(notice.agreed_months_of_2013),
        "sector_notice_days_of_2013": str(notice.sector_days_of_2013),
    }
    if notice.way == "at_once":
        # Nothing is notified: the period that notice pay covers begins when the contract has ended.
        facts["notice_begins"] = (notice.sent_on + _DAY).isoformat()
        facts["contract_ends"] = notice.sent_on.isoformat()
    if notice.term_ends:
        facts["term_ends"] = notice.term_ends.isoformat()
    return facts


def _stands_still(of: GivenNotice, one: Suspension, provisional: bool) -> bool:
    """Whether notice stands still in a suspension, by the law of its first day since notification."""
    on = max(one.begins, of.notified_on)
    question = Question(
        belgium(), want=["does_notice_stand_still"], on=on, paid=on, provisional=provisional
    )
    facts = {"notice_given_by": of.notice.given_by, "suspension_cause": one.cause}
    return bool(question.answer(facts, None, str(one.origin)).results["does_notice_stand_still"])


def _days_not_run(begins: date, last: date, suspensions: Iterable[Suspension]) -> tuple[date, ...]:
    """The days on which notice stood still.

    A suspension that begins before the notice has run moves its end by all its days, so that a later
    one may fall in what was added.
    """
    days: list[date] = []
    for one in sorted(suspensions, key=lambda one: one.begins):
        first = max(one.begins, begins)
        if first <= last and first <= one.until:
            stood = [first + n * _DAY for n in range((one.until - first).days + 1)]
            days += stood
            last += len(stood) * _DAY
    return tuple(days)
