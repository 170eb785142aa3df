"""What the office stores."""

from officium.office.models.audit import AuditContent, AuditEntry
from officium.office.models.blobs import Blob
from officium.office.models.collection import Collection
from officium.office.models.declarations import Declaration
from officium.office.models.deliveries import Delivery
from officium.office.models.duties import DutyDue, DutyMark
from officium.office.models.employers import Employer, Worker
from officium.office.models.mandates import Mandate, MandateDocument
from officium.office.models.months import FindingChoice, PayMonth, Payslip, Run, RunFile
from officium.office.models.operator import Operator
from officium.office.models.people import Assignment, Invitation, Role, User
from officium.office.models.programs import ApiToken, Idempotency, Webhook, WebhookDelivery
from officium.office.models.records import RecordFile, RecordText

__all__ = [
    "ApiToken",
    "Assignment",
    "AuditContent",
    "AuditEntry",
    "Blob",
    "Collection",
    "Declaration",
    "Delivery",
    "DutyDue",
    "DutyMark",
    "Employer",
    "FindingChoice",
    "Idempotency",
    "Invitation",
    "Mandate",
    "MandateDocument",
    "Operator",
    "PayMonth",
    "Payslip",
    "RecordFile",
    "RecordText",
    "Role",
    "Run",
    "RunFile",
    "User",
    "Webhook",
    "WebhookDelivery",
    "Worker",
]
