"""A practice office: invented employers, their workers, and the people who work with them.

Nobody here exists: names are made up, numbers come from ranges that are not given out, addresses of e-mail
end in `.example`. Chosen by counting and never by chance: always the same texts.
"""

from officium.demonstration.folders import DEMONSTRATION_DAY, invented_office
from officium.demonstration.large import large_office
from officium.demonstration.office import InventedOperator, invented_operator
from officium.demonstration.users import OfficePerson, invented_people_of_the_office

__all__ = [
    "DEMONSTRATION_DAY",
    "InventedOperator",
    "OfficePerson",
    "invented_office",
    "invented_operator",
    "invented_people_of_the_office",
    "large_office",
]
