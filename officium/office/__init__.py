"""The office: records, use cases, rights and audit trail of one operator, on Django.

Django's models exist only once its settings are read, so this door hands out `start`, which reads them;
the rooms above enter by `officium.office.models`, `.acts` and `.rights` after that.
"""

from officium.office.beginning import start

__all__ = ["start"]
