"""GRT120: an alternative moves a grant scheme, and not a word on grants already given."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.outline import schemes_after
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class RunningGrantsNotSettled(Rule):
    """An alternative under which another agency decides on the grants, without `running_grants`."""

    code, name, severity = "GRT120", "running-grants-not-settled", "should"
    summary = Text(
        "Et alternativ flytter en tilskuddsordning uten å si hva som skjer med tilskudd som alt er gitt.",
        "An alternative moves a grant scheme without saying what happens to grants already given.",
    )
    why = Text(
        "Når ordningen skifter forvalter, er det tilskudd som er utbetalt, men ikke rapportert, og "
        "tilsagn som ikke er utbetalt. Mottakerne må vite hvem de skal svare, og den nye forvalteren hva "
        "den overtar.",
        "When the scheme changes administrator there are grants paid but not reported on, and grants "
        "promised but not paid. Recipients must know whom to answer, and the new administrator what it "
        "takes over.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  grant_administrator: {actor: police, reason: Nærmere dem som hjelper}\n"
        "  changes:\n"
        "    - {id: scheme, verb: move, start: 2023-01, task: grant-scheme, from: social, to: police,\n"
        "       parts: [does, decides], staff: stays, money: stays, reason: Nærmere dem som hjelper}"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  grant_administrator: {actor: police, reason: Nærmere dem som hjelper,\n"
        '    running_grants: "Direktoratet følger opp det som er gitt, til det er rapportert."}\n'
        "  changes:\n"
        "    - {id: scheme, verb: move, start: 2023-01, task: grant-scheme, from: social, to: police,\n"
        "       parts: [does, decides], staff: stays, money: stays, reason: Nærmere dem som hjelper}"
    )
    remedy = Text(
        "Skriv `running_grants` under `grant_administrator`: hvem som følger opp, kontrollerer og tar "
        "imot rapporter om det som er gitt før skiftet.",
        "Write `running_grants` under `grant_administrator`: who follows up, controls and receives "
        "reports on what was given before the change.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.3 om tilsagn, utbetaling og oppfølging. At et "
        "skifte skal si hva som gjelder, er prosjektets egen regel.",
        "Regulations on Financial Management in Central Government, 6.3, on commitments, payment and "
        "follow-up. That a change is to say what holds is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative with a new decider and nothing on running grants."""
        for after in schemes_after(study):
            chosen = study.alternatives[after.alternative].grant_administrator
            if after.has_new_decider(study) and (chosen is None or chosen.running_grants is None):
                name = after.scheme.id
                nb = f"`{name}` får en ny avgjører, og det er ikke sagt hva som skjer med gitte tilskudd"
                en = f"`{name}` gets a new decider, and what happens to grants already given is not said"
                file = alternative_file(after.alternative)
                yield self.finding(study, file, ("grant_administrator",), nb, en, subject=after.alternative)
