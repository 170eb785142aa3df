"""What the table cannot say of a DmfA: the rules of the glossary that need no other source."""

from __future__ import annotations

from datetime import date

from officium.declarations.dmfa.code_rules import check_codes
from officium.declarations.dmfa.date_rules import check_dates
from officium.declarations.dmfa.money_rules import check_money
from officium.declarations.dmfa.people_rules import check_people
from officium.declarations.dmfa.scope import Scope
from officium.declarations.element import table
from officium.declarations.node import Node, placed
from officium.declarations.quarter import quarter_code, read_quarter
from officium.declarations.remarks import Remarks
from officium.declarations.values import day
from officium.findings import Severity


def check_rules(root: Node, remarks: Remarks) -> None:
    """Every rule on every form of the file; a form whose quarter cannot be read is passed over."""
    scopes: list[Scope] = []
    for place, form in placed(root.name, root, "Form"):
        for below, declaration in placed(place, form, "EmployerDeclaration"):
            quarter = read_quarter(declaration.text("Quarter"))
            if quarter is not None:
                scope = Scope(declaration, below, quarter, table("dmfa"), remarks)
                _check_employer(scope, day(form.text("FormCreationDate")))
                check_money(scope)
                check_dates(scope)
                check_codes(scope)
                scopes.append(scope)
    check_people(scopes)


def _check_employer(scope: Scope, created: date | None) -> None:
    declaration, place = scope.declaration, scope.place
    number, company = declaration.text("NOSSRegistrationNbr"), declaration.text("CompanyID")
    if number.strip("0") == "" and company.strip("0") == "" and number and company:
        scope.remarks.add("no_employer_number", place, declaration)
    if created is not None and created <= scope.quarter.last:
        scope.remarks.add(
            "quarter_not_over",
            f"{place}/Quarter",
            declaration.first("Quarter") or declaration,
            of=scope.table.fields["Quarter"],
            error="008",
            severity=Severity.WARNING,
            quarter=quarter_code(scope.quarter),
            created=created,
        )
