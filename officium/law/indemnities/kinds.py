"""The kinds of pay of which these shelves speak, by how the law treats them."""

NOTICE, NOTICE_WITH_OUTPLACEMENT = "notice_indemnity", "notice_indemnity_outplacement"
FIXED_TERM = "fixed_term_indemnity"
MUTUAL_CONSENT, PROTECTED = "mutual_consent_indemnity", "protected_worker_indemnity"
NON_COMPETITION, CLIENTS = "non_competition_indemnity", "clients_indemnity"
UNREASONABLE = "unreasonable_dismissal_indemnity"

NOTICES = (NOTICE, NOTICE_WITH_OUTPLACEMENT)
# For a period after the end; the contribution of compensation is due on all but those of delegates.
COMPENSATED = (*NOTICES, FIXED_TERM, MUTUAL_CONSENT)
FOR_A_PERIOD = (*COMPENSATED, PROTECTED)
FOR_A_RECORDED_PERIOD = (MUTUAL_CONSENT, PROTECTED)
OF_DAYS = (*NOTICES, FIXED_TERM)
WITH_CONTRIBUTIONS = (*FOR_A_PERIOD, NON_COMPETITION, CLIENTS)
WITHOUT_CONTRIBUTIONS = (
    UNREASONABLE,
    "other_protection_indemnity",
    "closure_indemnity",
    "collective_dismissal_indemnity",
)
INDEMNITIES = (*WITH_CONTRIBUTIONS, *WITHOUT_CONTRIBUTIONS)
# Computed from the pay of a year.
OF_YEARLY_PAY = (*OF_DAYS, CLIENTS, UNREASONABLE)
COMPUTED_AT_THE_END = (*OF_YEARLY_PAY, NON_COMPETITION)
