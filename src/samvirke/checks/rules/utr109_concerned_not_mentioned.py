"""UTR109: the study does not say how somebody whom the instructions name is affected."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text, listed
from samvirke.study.concerned import CONCERNED
from samvirke.study.study import Study


def _spoken_of(study: Study) -> set[str]:
    """Those on whom an effect falls, or of whom it is said that none does; the state when it pays."""
    found: set[str] = set(study.assignment.not_affected)
    for effect in study.effects.values():
        found.update(effect.falls_on)
    if any(row.in_effort for row in study.spending.values()):
        found.add("state")  # what each alternative costs the state is worked out from its spending
    return found


class ConcernedNotMentioned(Rule):
    """One of the six of the instructions on whom no effect falls and who is not under `not_affected`."""

    code, name, severity = "UTR109", "concerned-not-mentioned", "should"
    summary = Text(
        "Utredningen sier ikke hvordan noen som instruksen nevner, blir berørt.",
        "The study does not say how somebody whom the instructions name is affected.",
    )
    why = Text(
        "Instruksen nevner seks som virkningene skal vises for. Den som ikke er nevnt, kan være uberørt "
        "eller glemt, og leseren ser ikke forskjell.",
        "The instructions name six on whom the effects are to be shown. Whoever is not mentioned may be "
        "unaffected or forgotten, and the reader cannot tell which.",
    )
    example = "study.yaml: {not_affected: {county: null}}"
    good = "study.yaml: {not_affected: {county: Fylkeskommunene har ingen oppgaver her}}"
    remedy = Text(
        "Skriv i effects.yaml hvem hver virkning faller på, i `falls_on`. Er noen ikke berørt, eller har "
        "dere ikke undersøkt det, si det under `not_affected` i study.yaml.",
        "Write in effects.yaml whom each effect falls on, in `falls_on`. If some are not affected, or you "
        "have not looked into it, say so under `not_affected` in study.yaml.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1: virkninger for enkeltpersoner, privat og offentlig "
        "næringsvirksomhet, statlig, fylkeskommunal og kommunal forvaltning og andre berørte.",
        "The instructions for official studies, 2-1: effects on individuals, private and public business, "
        "state, county and municipal administration, and others affected.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding with all who are not mentioned, once there is an alternative."""
        spoken_of = _spoken_of(study)
        missing = [name for one, name in CONCERNED.items() if one not in spoken_of]
        if missing and any(not alternative.zero for alternative in study.alternatives.values()):
            nb = f"virkninger for {listed([name.nb for name in missing], 'nb')} er ikke omtalt"
            en = f"effects on {listed([name['en'] for name in missing], 'en')} are not spoken of"
            yield self.finding(study, "effects.yaml", (), nb, en)
