"""The NSSO's code lists, as far as they are held: which code was in force in which quarter.

Each list is a CSV file beside this one; its first lines name the annex and its edition. A list
may be older than a declaration: a code that it lacks is reported, with the edition, for a person.
"""

from officium.declarations.codes.code_list import Code, CodeList, code_list

__all__ = ["Code", "CodeList", "code_list"]
