"""Fines of the Social Criminal Code: the least and the most, by level and by the day of the breach.

An act is punished by a criminal fine or by an administrative one, never by both; level 1 knows no
criminal fine. The amounts of art. 101 are raised by the additional décimes, the administrative ones too.
"""

from officium.engine import higher_of, lower_of, pick, rounded, rule, where

LEVELS = "SCC art. 101 and 102; L 5-03-1952 art. 1"
OTHERS = ("level_2", "level_3", "level_4")


@rule(since="2022-01-01", source="SCC art. 103")
def workers_that_multiply(is_fine_per_worker, fine_workers):
    """The workers concerned, where the article that was broken says so."""
    return where(is_fine_per_worker, fine_workers, 1)


@rule(since="2022-01-01", source="SCC art. 101")
def administrative_least_of_one(fine_level, administrative_minimum):
    """The minimum of the level."""
    return pick(fine_level, administrative_minimum)


@administrative_least_of_one.since("2026-02-01", source="SCC art. 101 and 115/1")
def administrative_least_half_where_aggravated(
    fine_level,
    is_breach_aggravated,
    administrative_minimum,
    administrative_maximum,
    aggravated_share,
):
    """The minimum of the level; half of the maximum where a breach of level 4 was deliberate."""
    half = rounded(pick(fine_level, administrative_maximum) * aggravated_share)
    is_half = is_breach_aggravated & fine_level.is_("level_4")
    return where(is_half, half, pick(fine_level, administrative_minimum))


@rule(since="2022-01-01", source="SCC art. 101 and 111")
def administrative_most_of_one(
    fine_level, is_repeated_breach, administrative_maximum, repeat_multiple
):
    """The maximum of the level, which a repeat may double."""
    most = pick(fine_level, administrative_maximum)
    return where(is_repeated_breach, most * repeat_multiple, most)


@rule(since="2022-01-01", source=f"{LEVELS}; art. 103 and 115")
def administrative_fine_least(
    administrative_least_of_one,
    administrative_most_of_one,
    workers_that_multiply,
    are_circumstances_mitigating,
    mitigated_share,
    multiplication_ceiling,
    additional_decimes,
):
    """For all workers, and not above the ceiling; less where circumstances mitigate."""
    least = administrative_least_of_one
    least = where(are_circumstances_mitigating, rounded(least * mitigated_share), least)
    ceiling = administrative_most_of_one * multiplication_ceiling
    multiplied = lower_of(least * workers_that_multiply, ceiling)
    return rounded(multiplied + multiplied * additional_decimes)


@rule(since="2022-01-01", source=f"{LEVELS}; art. 103")
def administrative_fine_most(
    administrative_most_of_one, workers_that_multiply, multiplication_ceiling, additional_decimes
):
    """For all workers, and at most a hundred times the maximum."""
    multiplied = administrative_most_of_one * lower_of(
        workers_that_multiply, multiplication_ceiling
    )
    return rounded(multiplied + multiplied * additional_decimes)


@rule(since="2022-01-01", source="SCC art. 101", scope={"fine_level": OTHERS})
def criminal_minimum_of_level(fine_level, criminal_minimum):
    """The minimum of levels 2 to 4."""
    return pick(fine_level, criminal_minimum)


@rule(
    since="2022-01-01",
    source="SCC art. 101",
    fact="criminal_minimum_of_level",
    scope={"fine_level": "level_1"},
)
def no_criminal_minimum():
    """Level 1 knows an administrative fine only."""
    return 0


@rule(since="2022-01-01", source="SCC art. 101", scope={"fine_level": OTHERS})
def criminal_maximum_of_level(fine_level, criminal_maximum):
    """The maximum of levels 2 to 4."""
    return pick(fine_level, criminal_maximum)


@rule(
    since="2022-01-01",
    source="SCC art. 101",
    fact="criminal_maximum_of_level",
    scope={"fine_level": "level_1"},
)
def no_criminal_maximum():
    """Level 1 knows an administrative fine only."""
    return 0


@rule(since="2022-01-01", source="SCC art. 101 and 101/1; before: Criminal Code 1867 art. 41bis")
def criminal_least_of_one(
    fine_level,
    is_offender_legal_person,
    criminal_minimum_of_level,
    prison_least_months,
    legal_person_least_a_month,
):
    """The minimum; of a legal person at level 4 at least a sum for each month of the least prison."""
    converted = legal_person_least_a_month * prison_least_months
    is_converted = is_offender_legal_person & fine_level.is_("level_4")
    least = criminal_minimum_of_level
    return where(is_converted, higher_of(converted, least), least)


@criminal_least_of_one.since("2026-02-01", source="SCC art. 101, 101/1 and 110/1")
def criminal_least_half_where_aggravated(
    fine_level,
    is_offender_legal_person,
    is_breach_aggravated,
    criminal_minimum_of_level,
    criminal_maximum_of_level,
    prison_least_months,
    legal_person_least_a_month,
    aggravated_share,
):
    """The same; at least half of the maximum where a breach of level 4 was deliberate."""
    is_of_level_4 = fine_level.is_("level_4")
    converted = legal_person_least_a_month * prison_least_months
    least = where(
        is_offender_legal_person & is_of_level_4,
        higher_of(converted, criminal_minimum_of_level),
        criminal_minimum_of_level,
    )
    half = rounded(criminal_maximum_of_level * aggravated_share)
    return where(is_breach_aggravated & is_of_level_4, higher_of(half, least), least)


@rule(
    since="2022-01-01",
    source="SCC art. 101, 101/1 and 108; before: Criminal Code 1867 art. 41bis",
)
def criminal_most_of_one(
    fine_level,
    is_offender_legal_person,
    is_repeated_breach,
    criminal_maximum_of_level,
    prison_most_months,
    legal_person_most_a_month,
    legal_person_multiple,
    repeat_multiple,
):
    """The maximum, of a legal person at level 4 by the months of prison; a repeat may double it."""
    converted = higher_of(
        legal_person_most_a_month * prison_most_months,
        criminal_maximum_of_level * legal_person_multiple,
    )
    is_converted = is_offender_legal_person & fine_level.is_("level_4")
    most = where(is_converted, converted, criminal_maximum_of_level)
    return where(is_repeated_breach, most * repeat_multiple, most)


@rule(since="2022-01-01", source=f"{LEVELS}; art. 103 and 110")
def criminal_fine_least(
    criminal_least_of_one,
    criminal_most_of_one,
    workers_that_multiply,
    are_circumstances_mitigating,
    mitigated_share,
    multiplication_ceiling,
    additional_decimes,
):
    """For all workers, and not above the ceiling; less where circumstances mitigate."""
    least = criminal_least_of_one
    least = where(are_circumstances_mitigating, rounded(least * mitigated_share), least)
    multiplied = lower_of(
        least * workers_that_multiply, criminal_most_of_one * multiplication_ceiling
    )
    return rounded(multiplied + multiplied * additional_decimes)


@rule(since="2022-01-01", source=f"{LEVELS}; art. 103")
def criminal_fine_most(
    criminal_most_of_one, workers_that_multiply, multiplication_ceiling, additional_decimes
):
    """For all workers, and at most a hundred times the maximum."""
    multiplied = criminal_most_of_one * lower_of(workers_that_multiply, multiplication_ceiling)
    return rounded(multiplied + multiplied * additional_decimes)
