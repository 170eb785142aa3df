"""The calendar of an employer's duties and of its mandatary's: what is due when, by whom, where it stands,
and what it costs when it is late.

The duties are data (`duties/*.toml`); nothing here knows the day of today: it is an argument. Amounts come
from the law.
"""

from officium.obligations.breach import GROUNDS, Breach, SanctionReference
from officium.obligations.consequences import consequences
from officium.obligations.cost import Consequence, Debtor, Kind, Waiver
from officium.obligations.cost import say as say_of_cost
from officium.obligations.data import DataDay, data_day
from officium.obligations.definition import Bearer, Duty, Performer, Sanction, Term
from officium.obligations.due import Due, notes, reason
from officium.obligations.facts import EmployerFacts, Occurrence, Staff
from officium.obligations.library import duties, duty
from officium.obligations.state import Mark, State, StateName, marked, state_of
from officium.obligations.terms import legal_day
from officium.obligations.timetable import calendar, office_calendar
from officium.obligations.told import due_told, duty_told, sanction_told
from officium.obligations.wording import say

__all__ = [
    "GROUNDS",
    "Bearer",
    "Breach",
    "Consequence",
    "DataDay",
    "Debtor",
    "Due",
    "Duty",
    "EmployerFacts",
    "Kind",
    "Mark",
    "Occurrence",
    "Performer",
    "Sanction",
    "SanctionReference",
    "Staff",
    "State",
    "StateName",
    "Term",
    "Waiver",
    "calendar",
    "consequences",
    "data_day",
    "due_told",
    "duties",
    "duty",
    "duty_told",
    "legal_day",
    "marked",
    "notes",
    "office_calendar",
    "reason",
    "sanction_told",
    "say",
    "say_of_cost",
    "state_of",
]
