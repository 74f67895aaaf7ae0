"""ALT116: a reason says next to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.likeness import says_little
from samvirke.checks.places import Path, alternative_file, changes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

Reason = tuple[str, Path, str, Text]  # the file, the field, what it is about, and the reason


def _reasons(study: Study) -> Iterator[Reason]:
    """Every reason that a choice or a judgement of the study rests on."""
    yield "study.yaml", ("level_reason",), "level", study.assignment.level_reason
    yield "study.yaml", ("recommendation_reason",), "recommendation", study.assignment.recommendation_reason
    for number, cell in enumerate(study.options.cells):
        if cell.dropped is not None:
            at = " · ".join(cell.at.values())
            yield "options.yaml", ("cells", number, "dropped"), at, cell.dropped
    for key, effect in study.effects.items():
        yield "effects.yaml", (key, "reason"), key, effect.reason
        for name, size in effect.by_alternative.items():
            yield "effects.yaml", (key, "by_alternative", name, "reason"), f"{key} {name}", size.reason
    for key, alternative in study.alternatives.items():
        if alternative.grant_administrator is not None:
            path: Path = ("grant_administrator", "reason")
            yield alternative_file(key), path, key, alternative.grant_administrator.reason
    for file, place, change in changes(study):
        yield file, (*place, "reason"), change.id, change.reason


class ReasonThatSaysNothing(Rule):
    """A reason of one or two words, or one that only keeps a place for words to come."""

    code, name, severity = "ALT116", "reason-that-says-nothing", "should"
    summary = Text("En grunn sier nesten ingenting.", "A reason says next to nothing.")
    why = Text(
        "Det skal kunne etterprøves hvorfor noe er valgt, lagt bort eller vurdert slik. «For dyrt» sier ikke "
        "hva som er dyrt, eller mot hva.",
        "It must be possible to verify why something was chosen, dropped or judged so. “Too dear” does not "
        "say what is dear, or compared with what.",
    )
    example = (
        "options.yaml:\n"
        "  cells:\n"
        "    - {at: {host: police, model: today}, kept: zero}\n"
        "    - {at: {host: police, model: larger}, kept: one-more}\n"
        "    - {at: {host: social, model: today}, kept: moved}\n"
        "    - {at: {host: social, model: larger}, dropped: For dyrt}"
    )
    remedy = Text(
        "Skriv en setning om hva som avgjorde det.",
        "Write a sentence on what settled it.",
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser punkt 3.2: det skal begrunnes hvorfor tiltak siles "
        "bort. At en grunn har minst tre ord, er prosjektets egen regel.",
        "DFØ's guide to socio-economic analysis, 3.2: reasons are to be given for screening measures out. "
        "That a reason has at least three words is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every reason too short to be one."""
        for file, path, about, reason in _reasons(study):
            if says_little(reason):
                nb = f"grunnen for `{about}` er bare «{reason.nb}»"
                en = f"the reason for `{about}` is no more than “{reason.nb}”"
                yield self.finding(study, file, path, nb, en, subject=about)
