"""A second reading of the law: plain decimals, written from the sources alone.

Nothing here knows the product's engine, rules or figures, so that agreement means something.
"""

from .figures import Unknown
from .months import month, month_many, worker_month
from .quarters import quarter
from .taxes import exceptional

__all__ = ["Unknown", "exceptional", "month", "month_many", "quarter", "worker_month"]
