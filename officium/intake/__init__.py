"""The employer's duty to deliver the data of a month: templates, reading, completeness, plausibility."""

from officium.intake.completeness import Missing, completeness, completeness_told
from officium.intake.delivery import LARGEST, read_delivery
from officium.intake.form import Form, FormDay, form_table, forms, words
from officium.intake.merge import merged, merged_records
from officium.intake.plausibility import plausibility
from officium.intake.roster import InService, in_service
from officium.intake.template import TemplateKind, template
from officium.intake.told import Delivery
from officium.intake.who import guarded

__all__ = [
    "LARGEST",
    "Delivery",
    "Form",
    "FormDay",
    "InService",
    "Missing",
    "TemplateKind",
    "completeness",
    "completeness_told",
    "form_table",
    "forms",
    "guarded",
    "in_service",
    "merged",
    "merged_records",
    "plausibility",
    "read_delivery",
    "template",
    "words",
]
