"""Which facts are computed from which, by any text of the law that ever held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from officium.engine import Country


class Dependence:
    """The needs and the users of every fact and figure of a country, in the order of the shelves."""

    def __init__(self, country: Country) -> None:
        self._needs: dict[str, dict[str, None]] = {}
        self._users: dict[str, dict[str, None]] = {}
        for fact, providers in country.providers.items():
            mine = self._needs.setdefault(fact, {})
            for _, rule in providers:
                mine.update(dict.fromkeys(rule.scope))
                mine.update(dict.fromkeys([rule.when] if rule.when else []))
                for version in rule.versions:
                    mine.update(dict.fromkeys(version.needs))
            for name in mine:
                self._users.setdefault(name, {})[fact] = None

    def needs(self, name: str) -> tuple[str, ...]:
        """The facts and figures from which a fact is computed; none where it can only be given."""
        return tuple(self._needs.get(name, ()))

    def users(self, name: str) -> tuple[str, ...]:
        """The facts that are computed from a fact or figure."""
        return tuple(self._users.get(name, ()))

    def beneath(self, names: Iterable[str], given: Iterable[str] = ()) -> frozenset[str]:
        """All on which these rest, themselves left out; what is given is not looked through."""
        return _reached(names, self._needs, frozenset(given))

    def resting_on(self, names: Iterable[str]) -> frozenset[str]:
        """All facts that rest on these, themselves left out."""
        return _reached(names, self._users, frozenset())


def _reached(
    names: Iterable[str], steps: Mapping[str, Mapping[str, None]], stops: frozenset[str]
) -> frozenset[str]:
    found: set[str] = set()
    todo = list(names)
    while todo:
        for name in steps.get(todo.pop(), ()):
            if name not in found:
                found.add(name)
                if name not in stops:
                    todo.append(name)
    return frozenset(found)
