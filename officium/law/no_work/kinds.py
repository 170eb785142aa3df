"""The kinds of absence and of pay of which these shelves speak."""

TECHNICAL, WEATHER = "technical_breakdown", "weather_unemployment"
# Act 03-07-1978 art. 51, for manual workers, and art. 77/4, for white-collar workers.
ECONOMIC, WHITE_COLLAR = "economic_unemployment", "white_collar_suspension"
# Art. 49 to 51: the partial unemployment of the royal decree on public holidays, art. 13.
PARTIAL_UNEMPLOYMENT = (TECHNICAL, WEATHER, ECONOMIC)
FORCE_MAJEURE, CLOSURE, BY_STRIKE = "force_majeure", "closure_unemployment", "strike_consequence"

# Days that the employer announces to the worker.
ANNOUNCED = (ECONOMIC, WHITE_COLLAR)
# With the supplement of art. 51 par. 8 and 77/4 par. 7.
WITH_SUPPLEMENT = (*PARTIAL_UNEMPLOYMENT, WHITE_COLLAR)
# With that of art. 29: every temporary unemployment but that by force majeure.
WITH_ADDITIONAL = (*WITH_SUPPLEMENT, CLOSURE, BY_STRIKE)
UNEMPLOYMENT = (*WITH_ADDITIONAL, FORCE_MAJEURE)
# Art. 27, 2°: work that was begun and could not go on; not by a strike.
MAY_INTERRUPT = (*PARTIAL_UNEMPLOYMENT, WHITE_COLLAR, FORCE_MAJEURE)
INTERRUPTED, OWED = "interrupted_day", "suspension_paid"

STRIKE, LOCK_OUT = "strike", "lock_out"
UNSUPPORTED, UNLAWFUL = "unsupported_strike", "unlawful_absence"
AGREED, DETENTION = "agreed_suspension", "detention"

# By how long the employer pays the public holidays inside (royal decree of 18 April 1974).
LONG_COVER = (STRIKE, LOCK_OUT, BY_STRIKE)
SHORT_COVER = (WHITE_COLLAR, FORCE_MAJEURE, CLOSURE, DETENTION)
NOT_COVERED = (UNSUPPORTED, UNLAWFUL, AGREED)
ALWAYS_COVERED = (*PARTIAL_UNEMPLOYMENT, INTERRUPTED, OWED)

# Lines of pay.
MANUAL_SUPPLEMENT, WHITE_COLLAR_SUPPLEMENT = "unemployment_supplement", "suspension_supplement"
ADDITIONAL = "additional_unemployment_supplement"
TO_BENEFITS = (MANUAL_SUPPLEMENT, WHITE_COLLAR_SUPPLEMENT, ADDITIONAL)
HOLIDAY = "unemployment_holiday_pay"
# Without contributions, and taxed in cash with the pay of the month.
TAXED_IN_CASH = (HOLIDAY,)
