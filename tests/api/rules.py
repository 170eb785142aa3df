"""Which right each route of the API asks for, and a body that has the shape that it asks for.

A new route is a row here; `test_routes` fails for a route without one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.makers import MAKERS

from officium.office.clock import moment
from officium.office.models import DutyDue, Employer, User, Webhook, WebhookDelivery
from officium.office.rights import Right

OF = "/employers/{number}"
RULES: dict[str, Right] = {
    "get /employers": Right.READ_EMPLOYER,
    "post /employers": Right.ADMIT_EMPLOYER,
    "post /archives": Right.ADMIT_EMPLOYER,
    "get /people": Right.READ_PEOPLE,
    "get /months": Right.READ_EMPLOYER,
    "get /payslips": Right.READ_PAYSLIP,
    "get /payslips/{payslip}": Right.READ_PAYSLIP,
    "get /payslips/{payslip}/paper": Right.READ_PAYSLIP,
    "get /declarations": Right.READ_EMPLOYER,
    "get /mandates": Right.READ_EMPLOYER,
    "get /duties": Right.READ_EMPLOYER,
    "get /audit": Right.READ_AUDIT,
    "get /audit/examination": Right.READ_AUDIT,
    "get /webhooks": Right.READ_EMPLOYER,
    "post /webhooks": Right.READ_EMPLOYER,
    "delete /webhooks/{webhook}": Right.READ_EMPLOYER,
    "get /webhooks/{webhook}/deliveries": Right.READ_EMPLOYER,
    "post /webhooks/{webhook}/deliveries/{delivery}/resend": Right.READ_EMPLOYER,
    f"get {OF}": Right.READ_EMPLOYER,
    f"get {OF}/folder": Right.EXPORT_EMPLOYER,
    f"get {OF}/archive": Right.EXPORT_EMPLOYER,
    f"get {OF}/people": Right.READ_PEOPLE,
    f"get {OF}/people/{{staff_number}}": Right.READ_PEOPLE,
    f"get {OF}/records": Right.READ_PEOPLE,
    f"get {OF}/records/{{path}}": Right.READ_PEOPLE,
    f"put {OF}/records/{{path}}": Right.CHANGE_RECORDS,
    f"get {OF}/record-versions/{{path}}": Right.READ_PEOPLE,
    f"get {OF}/deliveries": Right.READ_EMPLOYER,
    f"post {OF}/deliveries/{{month}}": Right.DELIVER_DATA,
    f"get {OF}/receipts/{{receipt}}": Right.READ_EMPLOYER,
    f"get {OF}/receipts/{{receipt}}/file": Right.READ_PEOPLE,
    f"get {OF}/months": Right.READ_EMPLOYER,
    f"get {OF}/months/{{month}}": Right.READ_EMPLOYER,
    f"get {OF}/months/{{month}}/data": Right.READ_EMPLOYER,
    f"get {OF}/months/{{month}}/template": Right.READ_PEOPLE,
    f"post {OF}/months/{{month}}/compute": Right.COMPUTE_MONTH,
    f"post {OF}/months/{{month}}/choices": Right.COMPUTE_MONTH,
    f"post {OF}/months/{{month}}/approve": Right.APPROVE_MONTH,
    f"post {OF}/months/{{month}}/reopen": Right.APPROVE_MONTH,
    f"get {OF}/months/{{month}}/files": Right.READ_EMPLOYER,
    f"get {OF}/months/{{month}}/files/{{path}}": Right.READ_EMPLOYER,
    f"get {OF}/declarations": Right.READ_EMPLOYER,
    f"get {OF}/declarations/{{declaration}}": Right.READ_EMPLOYER,
    f"get {OF}/declarations/{{declaration}}/content": Right.READ_EMPLOYER,
    f"post {OF}/declarations/{{declaration}}/sent": Right.DECLARE,
    f"post {OF}/declarations/{{declaration}}/answered": Right.DECLARE,
    f"get {OF}/mandates": Right.READ_EMPLOYER,
    f"post {OF}/mandates": Right.CHANGE_MANDATE,
    f"get {OF}/mandates/may": Right.READ_EMPLOYER,
    f"get {OF}/mandates/{{key}}": Right.READ_EMPLOYER,
    f"post {OF}/mandates/{{key}}/events": Right.CHANGE_MANDATE,
    f"get {OF}/collections": Right.READ_MONEY,
    f"post {OF}/collections": Right.COLLECT,
    f"get {OF}/duties": Right.READ_EMPLOYER,
    f"post {OF}/duties/marks": Right.MARK_DUTY,
    f"get {OF}/duties/{{key}}": Right.READ_EMPLOYER,
    f"post {OF}/evidence": Right.READ_EVIDENCE,
}
QUESTIONS = {"get /people": "?q=Maes", f"get {OF}/mandates/may": "?act=declare_dmfa&on=2025-04-01"}
BODIES: dict[str, Any] = {
    "FolderIn": {"files": {}},
    "ArchiveIn": {"content": ""},
    "RecordIn": {"text": "x"},
    "DeliveryIn": {"name": "x.csv", "content": ""},
    "ComputeIn": {},
    "ChoiceIn": {"finding": "x", "choice": "seen"},
    "VersionIn": {"version": 1},
    "ReopenIn": {"version": 1, "reason": "x"},
    "MandateIn": {"group": "tax", "tasks": ["compute_pay"], "begins": "2025Q3"},
    "HappenedIn": {"version": 1, "what": "notified", "day": "2025-04-01"},
    "SentIn": {"version": 1, "day": "2025-04-01", "reference": "x"},
    "AnsweredIn": {"version": 1, "day": "2025-04-01", "accepted": True},
    "CollectionIn": {
        "amount": "1.00",
        "received": "2025-04-01",
        "quarter": "2025Q1",
        "means": "bank_transfer",
        "reference": "x",
    },
    "MarkIn": {"key": "x", "state": "done", "day": "2025-04-01"},
    "PeriodIn": {"first": "2025-01-01", "last": "2025-03-31"},
    "WebhookIn": {"address": "https://hooks.example/in", "events": ["month.approved"]},
}


def _duty(employer: Employer) -> str:
    return DutyDue.objects.get(pk=MAKERS["due"](employer)).key


# What stands in the gaps of an address; a key is of a mandate, or of a duty under `duties`.
GAPS: dict[str, Callable[[Employer], Any]] = {
    **{gap: MAKERS[gap] for gap in ("number", "payslip", "staff_number", "key", "declaration")},
    "receipt": MAKERS["delivery"],
    "month": lambda _: "2025-01",
    "path": lambda _: "employer.toml",
    "duty": _duty,
}


def filled(route: str, employer: Employer) -> str:
    """The address of a route, with an object of this employer in each gap."""
    _, path = route.split(" ")
    if "/months/" in path:
        MAKERS["file"](employer)
    path = path.replace("/duties/{key}", "/duties/{duty}")
    path = path.replace("/files/{path}", "/files/ledger/ledger.beancount")
    given = {gap: make(employer) for gap, make in GAPS.items() if f"{{{gap}}}" in path}
    return path.format(**given) + QUESTIONS.get(route, "")


def webhook_of(user: User) -> WebhookDelivery:
    """A webhook of this person that was told something."""
    row = Webhook.objects.create(
        user=user, address="https://hooks.example/in", salt="x", made=moment(), events=[]
    )
    return WebhookDelivery.objects.create(
        webhook=row, event="month.approved", body="{}", made=moment(), taken=moment()
    )
