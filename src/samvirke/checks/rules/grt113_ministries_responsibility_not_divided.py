"""GRT113: grants are administered under another ministry than the line's, and who answers is not said."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.outline import schemes_after
from samvirke.checks.places import Path, alternative_file
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES
from samvirke.language import Text
from samvirke.study.schemes import foreign_ministries
from samvirke.study.study import Study


class MinistriesResponsibilityNotDivided(Rule):
    """A scheme whose administrator is under another ministry than the line, with nothing said of it."""

    code, name, severity = "GRT113", "ministries-responsibility-not-divided", "should"
    summary = Text(
        "Tilskudd forvaltes under et annet departement enn det som har posten, og ansvarsdelingen er ikke "
        "sagt.",
        "Grants are administered under another ministry than the one that has the line, and the division "
        "of responsibility is not said.",
    )
    why = Text(
        "Når ett departement har pengene og regelverket, og et annet styrer den som deler dem ut, må det "
        "være klart hvem som svarer for hva overfor Stortinget. Det skal de to avklare før ordningen "
        "flyttes.",
        "When one ministry has the money and the rules, and another governs whoever gives it out, it must "
        "be clear who answers for what to the Storting. The two are to clarify this before the scheme "
        "moves.",
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
        "    responsibility: Velferd har reglene og posten. Justis styrer politiet.}\n"
        "  changes:\n"
        "    - {id: scheme, verb: move, start: 2023-01, task: grant-scheme, from: social, to: police,\n"
        "       parts: [does, decides], staff: stays, money: stays, reason: Nærmere dem som hjelper}"
    )
    remedy = Text(
        "Skriv i `responsibility`, i ordningen eller under `grant_administrator`, hvilket departement som "
        "fastsetter regelverket, svarer for posten, styrer forvalteren og behandler klagene.",
        "Write in `responsibility`, in the scheme or under `grant_administrator`, which ministry sets the "
        "rules, answers for the line, governs the administrator and hears appeals.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.4: legges forvaltningen til en etat under et "
        "annet departement, skal ansvarsdelingen mellom departementene avklares.",
        "Regulations on Financial Management in Central Government, 6.2.4: if an agency under another "
        "ministry is to administer, the division of responsibility between the ministries must be "
        "clarified.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Today, and under every alternative that makes it so, where nothing is said."""
        for key, scheme in study.grant_schemes.items():
            found = foreign_ministries(study, scheme)
            if found and scheme.responsibility is None:
                yield self._told(study, SCHEMES, (key,), key, found)
        for after in schemes_after(study):
            found = foreign_ministries(after.study, after.scheme)
            chosen = study.alternatives[after.alternative].grant_administrator
            said = chosen is not None and chosen.responsibility is not None
            if found and not said and found != foreign_ministries(study, after.scheme):
                file = alternative_file(after.alternative)
                yield self._told(study, file, ("grant_administrator",), after.alternative, found)

    def _told(
        self, study: Study, file: str, path: Path, subject: str, found: tuple[tuple[str, str], ...]
    ) -> Finding:
        over, paying = found[0]
        nb = f"forvalteren hører under `{over}`, posten under `{paying}`, og ansvarsdelingen er ikke sagt"
        en = f"the administrator is under `{over}`, the line under `{paying}`, and the division is not said"
        return self.finding(study, file, path, nb, en, subject=subject)
