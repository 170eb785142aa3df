"""The calendar of an employer's duties, and of its mandatary's: what is due when, by whom,
and where it stands.

The duties are data (`duties/*.toml`); nothing here knows the day of today: it is an argument.
"""

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
    "Bearer",
    "DataDay",
    "Due",
    "Duty",
    "EmployerFacts",
    "Mark",
    "Occurrence",
    "Performer",
    "Sanction",
    "Staff",
    "State",
    "StateName",
    "Term",
    "calendar",
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
    "state_of",
]
