"""The first day of an illness without a certificate: some times in a calendar year."""

from officium.engine import rule

SOURCE = "Act 03-07-1978 art. 31 par. 2/1, inserted by the act of 30-10-2022"


@rule(since="2017-01-09", source=SOURCE)
def is_certificate_missing(
    absence_kind, is_without_certificate, first_days_without_certificate, days_without_certificate
):
    """An illness without a certificate beyond the times that the act spares the worker one."""
    is_one_more = first_days_without_certificate > days_without_certificate
    return absence_kind.is_("sickness") & is_without_certificate & is_one_more
