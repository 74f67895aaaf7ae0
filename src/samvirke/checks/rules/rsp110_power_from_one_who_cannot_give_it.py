"""RSP110: a power is given by somebody who has no say over those it binds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samvirke.checks.finding import Finding
from samvirke.checks.hosts import belongs_to, new_hosts
from samvirke.checks.places import Path, changes
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.changes import Empower
from samvirke.study.organisation import Power
from samvirke.study.study import Study

# What binds the other; to inform, convene, advise, escalate or allocate one's own money binds nobody.
BINDING = ("demand_reports", "set_procedures", "decide_disputes", "instruct")
OF_THE_STATE = ("ministry", "agency", "unit")


def _beyond(study: Study, power: Power | Empower, hosts: Mapping[str, frozenset[str]]) -> list[str]:
    """The bodies of the state that a power binds, and over which neither its giver nor a member has a say."""
    giver = study.actors.get(power.given_by)
    if power.kind not in BINDING or power.over == "all":
        return []
    if giver is None or giver.kind in ("government", "parliament"):
        return []
    givers = frozenset({giver.id, *giver.members})
    bodies = [body for body in power.over if body in study.actors]
    return [
        body
        for body in bodies
        if study.actors[body].kind in OF_THE_STATE and givers.isdisjoint(belongs_to(study, body, hosts))
    ]


class PowerFromOneWhoCannotGiveIt(Rule):
    """A power that binds a state body, given by neither somebody above it, the government nor parliament."""

    code, name, severity = "RSP110", "power-from-one-who-cannot-give-it", "should"
    summary = Text(
        "En myndighet er gitt av noen som ikke rår over dem den binder.",
        "A power is given by somebody who has no say over those it binds.",
    )
    why = Text(
        "Et departement kan ikke pålegge et annet departements etater noe. Står myndigheten slik, "
        "virker den ikke når noen sier nei.",
        "A ministry cannot bind the agencies of another ministry. A power that stands so has no "
        "effect the day somebody says no.",
    )
    example = (
        "powers.yaml:\n"
        "  reports: {holder: desk, over: [police, social], kind: demand_reports, given_by: justice,\n"
        "    basis: Mandatet, source: evaluation}"
    )
    good = (
        "powers.yaml:\n"
        "  reports: {holder: desk, over: [police], kind: demand_reports, given_by: justice,\n"
        "    basis: Mandatet, source: evaluation}\n"
        "  reports-welfare: {holder: desk, over: [social], kind: demand_reports, given_by: welfare,\n"
        "    basis: Tildelingsbrevet, source: evaluation}"
    )
    remedy = Text(
        "Del opp myndigheten, så hvert departement gir den overfor sine egne, la dem gi den i fellesskap "
        "(en aktør av typen `joint`), eller la regjeringen eller Stortinget gi den. Bygger den på lov eller "
        "forskrift, skriv det i `legal`, eller unnskyld funnet.",
        "Divide the power, so that each ministry gives it towards its own, let them give it together (an "
        "actor of kind `joint`), or let the government or the Storting give it. If it rests on law or "
        "regulation, say so in `legal`, or excuse the finding.",
    )
    source = Text(
        "Prosjektets egen regel: instruksjonsmyndighet følger etatsstyringen. Kontrollert mot vanlig "
        "forvaltningslære, ikke mot en bestemt kilde (UNVERIFIED).",
        "The project's own rule: the right to instruct follows the line from ministry to agency. A "
        "general principle of public administration, not checked against a source (UNVERIFIED).",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such power today, and every one that an alternative gives without changing the law."""
        for key, power in study.powers.items():
            yield from self._told(study, "powers.yaml", (key,), key, _beyond(study, power, {}))
        hosts = new_hosts(study)
        for file, path, change in changes(study):
            if isinstance(change, Empower) and change.legal not in ("law", "regulation"):
                yield from self._told(study, file, path, change.id, _beyond(study, change, hosts))

    def _told(self, study: Study, file: str, path: Path, key: str, bodies: list[str]) -> Iterator[Finding]:
        if bodies:
            nb = f"den som gir `{key}`, rår ikke over {some(bodies).nb}"
            en = f"whoever gives `{key}` has no say over {some(bodies)['en']}"
            yield self.finding(study, file, (*path, "given_by"), nb, en, subject=key)
