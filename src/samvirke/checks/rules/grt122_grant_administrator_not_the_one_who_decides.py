"""GRT122: an alternative names a grant administrator that does not get the task."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.outline import outlined
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.schemes import administrators
from samvirke.study.study import Study


class GrantAdministratorNotTheOneWhoDecides(Rule):
    """An alternative whose `grant_administrator` has no part in administering any scheme in the end."""

    code, name, severity = "GRT122", "grant-administrator-not-the-one-who-decides", "should"
    summary = Text(
        "Et alternativ sier at noen skal forvalte tilskuddene, men gir dem ikke oppgaven.",
        "An alternative says that somebody is to administer the grants, but does not give them the task.",
    )
    why = Text(
        "Da sier ordene én ting og regnestykket en annen: kostnaden ved å sette opp ordningen, "
        "klageinstansen og plikten til å avklare ansvaret følger oppgaven, ikke ordene.",
        "The words then say one thing and the reckoning another: the cost of setting up the scheme, the "
        "appeal body and the duty to clarify the responsibility follow the task, not the words.",
    )
    example = (
        "alternatives/moved.yaml:\n  grant_administrator: {actor: police, reason: Nærmere dem som hjelper}"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  grant_administrator: {actor: police, reason: Nærmere dem som hjelper}\n"
        "  changes:\n"
        "    - {id: scheme, verb: move, start: 2023-01, task: grant-scheme, from: social, to: police,\n"
        "       parts: [does, decides], staff: stays, money: stays, reason: Nærmere dem som hjelper}"
    )
    remedy = Text(
        "Flytt oppgaven med en `move`, eller rett `grant_administrator`.",
        "Move the task with a `move`, or mend `grant_administrator`.",
    )
    source = Text(
        "Prosjektets egen regel: det som er sagt om et alternativ, skal være det som er regnet på.",
        "The project's own rule: what is said of an alternative is to be what is worked out.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such alternative; silent where the study describes no scheme."""
        for key, alternative in study.alternatives.items():
            chosen = alternative.grant_administrator
            if chosen is None or not study.grant_schemes:
                continue
            after = outlined(study, key)
            schemes = study.grant_schemes.values()
            running = {one for scheme in schemes for one in administrators(after, scheme)}
            if not running.intersection(after.under(chosen.actor) or (chosen.actor,)):
                nb = f"`{chosen.actor}` skal forvalte tilskuddene, men får ikke oppgaven"
                en = f"`{chosen.actor}` is to administer the grants, but does not get the task"
                place = ("grant_administrator", "actor")
                yield self.finding(study, alternative_file(key), place, nb, en, subject=key)
