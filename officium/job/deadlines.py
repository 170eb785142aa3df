"""By when a period's declarations and payments are due: the days of the duties, asked by their names."""

from __future__ import annotations

from datetime import date, timedelta

from officium.law import Month, Quarter
from officium.obligations import legal_day


def advance(quarter: Quarter, number: int) -> date:
    """The fifth of the second month, of the third, and of the month after the quarter.

    Royal decree of 28 November 1969, art. 34.
    """
    return legal_day("nsso_provision", quarter.months[number - 1])


def end_of_next_month(quarter: Quarter) -> date:
    """The declaration and the balance: the last day of the month after the quarter.

    Royal decree of 28 November 1969, art. 33 and 34.
    """
    return legal_day("dmfa", quarter)


def yearly_holiday_contribution(quarter: Quarter) -> date:
    """The debit note of March: owed on 31 March, payable until 30 April.

    NSSO instructions, yearly holidays of manual workers; act of 29 June 1981, art. 38 par. 3, 8°.
    """
    return legal_day("holiday_debit_note", quarter.year)


def holiday_certificate(paid: date) -> date:
    """With the holiday pay on leaving. Royal decree of 30 March 1967, art. 46 par. 1 and 2."""
    return legal_day("holiday_certificate", paid)


def work_certificate(ends: date) -> date:
    """When the contract ends. Act of 3 July 1978, art. 21."""
    return ends


def unemployment_certificate(ends: date) -> date:
    """The last day of work at the latest. Royal decree of 25 November 1991, art. 137."""
    return legal_day("c4", ends)


def withholding_tax(paid: date, period: str) -> date:
    """The fifteenth after the month (or quarter) of payment; the working day before, where it is none.

    RD/ITC 92, art. 90; calendar of the FPS Finance (14 February and 14 March 2025).
    """
    month = Month.of(paid)
    if period == "month":
        return legal_day("withholding_tax_month", month)
    return legal_day("withholding_tax_quarter", month.quarter)


def profit_premium_tax(paid: date) -> date:
    """Fifteen days after the payment, as the tax on dividends.

    Code of taxes assimilated to income taxes, art. 119; ITC 92, art. 412.
    """
    return paid + timedelta(days=15)


def dimona_in(begins: date) -> date:
    """At the latest when the work begins. Royal decree of 5 November 2002, art. 4."""
    return legal_day("dimona_in", begins)


def dimona_out(ends: date) -> date:
    """At the latest the first working day after the end. Royal decree of 5 November 2002, art. 8."""
    return legal_day("dimona_out", ends)


def copy_of_account(year: int, left_on: date | None) -> date:
    """The worker's copy of the individual account: before 1 March of the next year.

    Who left in the year gets it within two months after that quarter. Royal decree of 8 August 1980,
    art. 21 par. 2.
    """
    return legal_day("individual_account", left_on or year)
