"""UTR113: the study is at the lowest level, and its alternatives do what the lowest level is not for."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.law import rule_needed
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.changes import AnyChange, Establish, Transfer
from samvirke.study.study import Study

GREAT = 3  # importance and magnitude go to 3


def _material(study: Study, change: AnyChange) -> bool:
    """Whether a change is of the kind that the instructions want studied: law, new money, a new agency."""
    if isinstance(change, Transfer) and change.sender == "new-appropriation":
        return True
    if isinstance(change, Establish) and change.unit.kind == "agency":
        return True
    return rule_needed(study, change) is not None


class LevelTooLow(Rule):
    """Level `minimum` with changes of law, a new appropriation, a new agency or a large, important effect."""

    code, name, severity = "UTR113", "level-too-low", "should"
    summary = Text(
        "Utredningen er på laveste nivå, men alternativene gjør noe som laveste nivå ikke er for.",
        "The study is at the lowest level, and its alternatives do what the lowest level is not for.",
    )
    why = Text(
        "Laveste nivå er for små virkninger for små grupper uten viktige prinsipielle spørsmål. Nye "
        "regler, ny bevilgning, et nytt organ eller en stor virkning krever at det utredes grundigere.",
        "The lowest level is for small effects on small groups without important questions of principle. New "
        "rules, a new appropriation, a new agency or a large effect ask for a more thorough study.",
    )
    example = (
        "study.yaml: {level: minimum}\n"
        "alternatives/one-more.yaml:\n"
        "  changes:\n"
        "    - {id: add-post, verb: staff, start: 2023-01, unit: desk, fte: 1,\n"
        "       reason: Kontoret rekker ikke alt}\n"
        "    - {id: pay-post, verb: transfer, start: 2023-01, from: new-appropriation, to: recurring,\n"
        "       amount: as-needed, reason: Ingen andre kan betale}"
    )
    good = "study.yaml: {level: minimum}"
    remedy = Text(
        "Sett `level` til `simplified` eller `full`. Er virkningene likevel små, unnskyld funnet og si hva "
        "som gjør dem små.",
        "Set `level` to `simplified` or `full`. If the effects are small all the same, excuse the finding "
        "and say what makes them small.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-2: omfang og grundighet etter prinsipielle spørsmål, hvor vesentlige "
        "virkningene er, og tiden. Instruksen har ingen tallgrense.",
        "The instructions for official studies, 2-2: scope and thoroughness by questions of principle, how "
        "material the effects are, and the time. The instructions have no limit in figures.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, with the changes and effects that are too large for the level."""
        if study.assignment.level != "minimum":
            return
        large = [
            written.change.id
            for key, alternative in study.alternatives.items()
            if not alternative.zero
            for written in study.changes(key)
            if _material(study, written.change)
        ]
        for key, effect in study.effects.items():
            sizes = effect.by_alternative.values()
            if effect.importance == GREAT and any(abs(size.magnitude) == GREAT for size in sizes):
                large.append(key)
        if large:
            named = some(list(dict.fromkeys(large)))
            nb = f"laveste nivå, men {named.nb} kan være vesentlig eller prinsipielt"
            en = f"the lowest level, but {named['en']} may be material or a matter of principle"
            yield self.finding(study, "study.yaml", ("level",), nb, en)
