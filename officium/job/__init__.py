"""The main job: a folder of records in; payslips, declarations, payments, ledger and report out.

No database and no law: it calls the rooms in their order and lays their documents down together.
"""

from officium.job.again import payslip_in
from officium.job.changes import Changes
from officium.job.duties import duty_facts
from officium.job.output import publish
from officium.job.period import Period
from officium.job.run import run_folder
from officium.job.year import run_year

__all__ = ["Changes", "Period", "duty_facts", "payslip_in", "publish", "run_folder", "run_year"]
