"""The evidence pack of an employer and a period: what was supplied, computed, declared, answered, paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from django.db.models import Q

from officium.findings import BadInput
from officium.law import Month
from officium.obligations import EmployerFacts
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record, trail
from officium.office.acts.duties import facts_of
from officium.office.acts.pay_dates import pay_dates
from officium.office.clock import now
from officium.office.keys import office_key
from officium.office.models import (
    AuditContent,
    AuditEntry,
    Declaration,
    Delivery,
    Employer,
    Mandate,
    Operator,
    PayMonth,
    RecordText,
    RunFile,
)
from officium.office.rights import Right
from officium.proof import (
    BEGINNING,
    Event,
    EvidencePack,
    Head,
    Kind,
    PackFile,
    Party,
    Step,
    Timeline,
    Trail,
    canonical,
    excerpt,
    write_pack,
)
from officium.signatures import sign_detached

# Of a run, what proves something by itself; the pages for reading can be made again from it.
_OF_A_RUN = {
    "payslips/": Kind.COMPUTED,
    "report.json": Kind.COMPUTED,
    "ledger/": Kind.COMPUTED,
    "payments/": Kind.PAID,
}


def pack(actor: Actor, employer: Employer, first: date, last: date) -> bytes:
    """The signed archive, as bytes. Raises BadInput for a period that ends before it begins, Forbidden."""
    actor.require(Right.READ_EVIDENCE, employer)
    if last < first:
        raise BadInput("the period ends before it begins", code="period", where="to")
    record(
        actor,
        "evidence.made",
        employer,
        "employer",
        employer.enterprise_number,
        after={"from": first.isoformat(), "to": last.isoformat()},
    )
    moment = now()
    made = EvidencePack(
        office=Operator.objects.get().name,
        employer=employer.enterprise_number,
        first=first,
        last=last,
        made=moment,
        files=tuple(_files(employer, first, last)),
        timeline=Timeline(
            tuple(sorted(_events(employer, first, last), key=lambda one: one.recorded)),
            tuple(_steps(employer, first, last)),
        ),
        trail=_trail(employer),
    )
    key = office_key()
    signed_at = datetime.now(tz=UTC)
    return write_pack(made, lambda manifest: sign_detached(manifest, key, moment=signed_at))


def _months(employer: Employer, first: date, last: date) -> list[PayMonth]:
    rows = PayMonth.objects.filter(
        employer=employer, month__gte=str(Month.of(first)), month__lte=str(Month.of(last))
    )
    return list(rows.select_related("run", "approved_by").order_by("month"))


def _declarations(employer: Employer, first: date, last: date) -> list[Declaration]:
    rows = Declaration.objects.filter(employer=employer)
    inside = Q(sent__range=(first, last)) | Q(due__range=(first, last))
    inside |= Q(answered__range=(first, last))
    return list(rows.filter(inside).select_related("content", "answer").order_by("made", "pk"))


def _deliveries(employer: Employer, first: date, last: date) -> list[Delivery]:
    rows = Delivery.objects.filter(
        employer=employer, month__gte=str(Month.of(first)), month__lte=str(Month.of(last))
    )
    return list(rows.select_related("content").order_by("received", "pk"))


def _files(employer: Employer, first: date, last: date) -> Iterator[PackFile]:
    for delivery in _deliveries(employer, first, last):
        yield PackFile(
            _place(delivery),
            delivery.content.content,
            Kind.SUPPLIED,
            Month.parse(delivery.month).last,
            delivery.received,
            f"user:{delivery.by_id}",
        )
    for text in RecordText.objects.filter(employer=employer, text__isnull=False).order_by("pk"):
        yield PackFile(
            f"records/{text.version:04}/{text.path}",
            text.text.encode(),
            Kind.SUPPLIED,
            None,
            text.recorded,
            f"user:{text.by_id}" if text.by_id else "office:command",
        )
    runs = {row.run.pk: row.run for row in _months(employer, first, last) if row.run}
    for run in runs.values():
        files = RunFile.objects.filter(run=run).select_related("blob")
        for file in files:
            kinds = (kind for begins, kind in _OF_A_RUN.items() if file.path.startswith(begins))
            if kind := next(kinds, None):
                yield PackFile(
                    f"runs/{run.period}-{run.pk}/{file.path}",
                    file.blob.content,
                    kind,
                    None,
                    run.made,
                    f"user:{run.by_id}" if run.by_id else "office:practice",
                )
    for row in _declarations(employer, first, last):
        by = f"user:{row.sent_by_id}" if row.sent_by_id else "office:command"
        yield PackFile(
            _declared(row), row.content.content, Kind.DECLARED, row.sent or row.due, row.made, by
        )
        if row.answer:
            yield PackFile(
                f"answers/{row.pk}", row.answer.content, Kind.ANSWERED, row.answered, row.made, by
            )
    for mandate in Mandate.objects.filter(employer=employer):
        yield PackFile(
            f"mandates/{mandate.key}.json",
            canonical(mandate.document),
            Kind.MANDATE,
            None,
            employer_moment(employer),
            "office:command",
        )
        for document in mandate.documents.filter(signed__isnull=False).select_related("signed"):
            yield PackFile(
                f"mandates/{mandate.key}-{document.kind}-{document.language}.pdf",
                document.signed.content,
                Kind.MANDATE,
                None,
                document.made,
                "office:command",
            )


def employer_moment(employer: Employer) -> datetime:
    """The moment at which the employer was admitted, as the trail has it."""
    entry = AuditEntry.objects.filter(
        acting_for=employer.enterprise_number, action="employer.admitted"
    ).first()
    return entry.recorded if entry else now()


def _place(delivery: Delivery) -> str:
    suffix = delivery.name.rsplit(".", 1)[-1].lower()
    kept = suffix if suffix in ("csv", "xlsx", "json") else "bin"
    return f"deliveries/{delivery.month}-{delivery.pk}.{kept}"


def _declared(row: Declaration) -> str:
    return f"declarations/{row.pk}-{row.path.rsplit('/', 1)[-1]}"


def _events(employer: Employer, first: date, last: date) -> Iterator[Event]:
    for delivery in _deliveries(employer, first, last):
        yield Event(
            delivery.received.date(),
            delivery.received,
            Party.EMPLOYER,
            "data_supplied",
            delivery.month,
            _place(delivery),
        )
    for row in _months(employer, first, last):
        if row.run:
            report = f"runs/{row.run.period}-{row.run.pk}/report.json"
            yield Event(
                row.run.made.date(),
                row.run.made,
                Party.MANDATARY,
                "pay_computed",
                row.month,
                report,
            )
        if row.approved:
            yield Event(
                row.approved.date(), row.approved, Party.MANDATARY, "pay_approved", row.month
            )
    for row in _declarations(employer, first, last):
        if row.sent:
            yield Event(
                row.sent, row.made, Party.MANDATARY, "declaration_sent", _about(row), _declared(row)
            )
        if row.answered:
            file = f"answers/{row.pk}" if row.answer else None
            yield Event(
                row.answered, row.made, Party.AUTHORITY, "declaration_answered", _about(row), file
            )
    for one in employer.collections.filter(received__range=(first, last)):
        yield Event(one.received, one.recorded, Party.EMPLOYER, "money_received", one.quarter)


def _steps(employer: Employer, first: date, last: date) -> Iterator[Step]:
    """What had to be done by when: data by the employer, then pay and declarations on them."""
    facts = facts_of(employer)
    known: set[str] = set()
    for row in _months(employer, first, last):
        month = Month.parse(row.month)
        data = _data_step(employer, row, month)
        if data is not None:
            known.add(data.key)
            yield data
        yield Step(
            f"pay.{month}",
            "pay_approved",
            str(month),
            Party.MANDATARY,
            _pay_day(facts, month),
            row.approved.date() if row.approved else None,
            data.key if data else None,
        )
        known.add(f"pay.{month}")
    for row in _declarations(employer, first, last):
        if row.kind == "dmfa" and row.due:
            last_month = Month.of(_quarter_end(row.period))
            waited = f"pay.{last_month}"
            yield Step(
                f"dmfa.{row.period}.{row.pk}",
                "declaration_sent",
                _about(row),
                Party.MANDATARY,
                row.due,
                row.sent,
                waited
                if waited in known and _done_before(employer, last_month, row.sent)
                else None,
            )


def _data_step(employer: Employer, row: PayMonth, month: Month) -> Step | None:
    """The data of a month, where any came by a delivery or are still waited for."""
    taken = Delivery.objects.filter(employer=employer, month=row.month, accepted=True)
    done = taken.order_by("received").values_list("received", flat=True).last()
    if done is None and row.state != PayMonth.State.WAITING:
        return None
    waits = row.state == PayMonth.State.WAITING
    return Step(
        f"data.{month}",
        "data_supplied",
        str(month),
        Party.EMPLOYER,
        pay_dates(employer, month).data,
        None if waits or done is None else done.date(),
    )


def _done_before(employer: Employer, month: Month, sent: date | None) -> bool:
    row = PayMonth.objects.filter(employer=employer, month=str(month)).first()
    if row is None or row.approved is None:
        return sent is None
    return sent is None or row.approved.date() <= sent


def _pay_day(facts: EmployerFacts, month: Month) -> date:
    return facts.pay_day(month)


def _quarter_end(period: str) -> date:
    return Month(int(period[:4]), 3 * int(period[-1])).last


def _about(row: Declaration) -> str:
    return " ".join(filter(None, (row.kind, row.period, row.subject)))


def _trail(employer: Employer) -> Trail:
    """The chain from the employer's first entry on; of others only their place in it."""
    number = employer.enterprise_number
    own = AuditEntry.objects.filter(acting_for=number)
    first = own.order_by("number").values_list("number", flat=True).first() or 1
    before = AuditEntry.objects.filter(number=first - 1).first()
    last = AuditEntry.objects.order_by("number").last()
    rows = tuple(excerpt((one for one in trail() if one.number >= first), number))
    digests = own.values_list("content_digest", flat=True)
    contents = {
        one.digest: one.body.encode() for one in AuditContent.objects.filter(digest__in=digests)
    }
    return Trail(
        rows,
        Head(last.number, last.digest) if last else BEGINNING,
        contents,
        Head(before.number, before.digest) if before else BEGINNING,
    )
