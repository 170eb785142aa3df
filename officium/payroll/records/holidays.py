"""A worker's right to annual holidays in a year, as far as the months of the folder do not tell it."""

from __future__ import annotations

from pydantic import Field, model_validator

from officium.payroll.records.base import Record
from officium.payroll.records.values import HolidayDays, ServiceMonths, WeeklyHours


class HolidayYear(Record):
    """One year of holidays of one contract: the service of the year before, and what it brought."""

    year: int = Field(ge=2000, le=2099, description="the year in which the holidays are taken")
    contract: int = Field(ge=1, le=99, description="number of the contract")
    service_months: ServiceMonths = Field(
        description="months worked and assimilated at this employer in the year before"
    )
    certificate_months: ServiceMonths = Field(
        default=0,
        description="months on the holiday certificates of earlier employers for that year",
        json_schema_extra={"default": "0.00"},
    )
    service_hours: WeeklyHours = Field(
        description="hours a week in those months, on average over all of them"
    )
    taken_before: HolidayDays = Field(
        default=0,
        description="days of holidays taken in the year that the time of the folder does not hold: "
        "before its first month, or at an earlier employer",
        json_schema_extra={"default": "0.00"},
    )
    carried_days: HolidayDays = Field(
        default=0,
        description="days of the two years before that could not be taken for illness, accident or "
        "birth, and were paid in December: to be taken within two years",
        json_schema_extra={"default": "0.00"},
    )
    has_started_or_resumed_work: bool = Field(
        default=False,
        description="whether work began or was resumed in the sense of supplementary holidays",
    )
    supplementary_months: ServiceMonths = Field(
        default=0,
        description="months worked in the year itself since then; three from the last week of the "
        "starting period on",
        json_schema_extra={"default": "0.00"},
    )
    ended_studies: bool = Field(
        default=False, description="whether studies ended in the year before (youth holidays)"
    )
    worked_after_studies: bool = Field(
        default=False,
        description="whether a month of thirteen days or more was worked after them in that year",
    )
    was_unemployed_or_invalid: bool = Field(
        default=False,
        description="whether unemployment or invalidity shortened the service of the year before "
        "(senior holidays)",
    )

    @model_validator(mode="after")
    def _in_one_year(self) -> HolidayYear:
        if self.service_months + self.certificate_months > 1200:
            raise ValueError(
                "has more than twelve months of service together with the certificates: months that "
                "overlap count once"
            )
        return self
