"""UTR108: the effects of an alternative are only good, only bad, or not there."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.quantities.expressions import Constant
from samvirke.study.changes import AnyChange, Staff, Transfer
from samvirke.study.study import Study


def _costs(change: AnyChange) -> bool:
    """Whether a change says that something must be paid for: that is a bad effect, and it is priced."""
    if isinstance(change, Transfer):
        return change.to in ("one-off", "recurring")
    return isinstance(change, Staff) and not _saves(change)


def _saves(change: AnyChange) -> bool:
    """Whether a change takes work-years away, which is a good effect with a price."""
    if not isinstance(change, Staff):
        return False
    amount = change.share if change.fte is None else change.fte
    return amount == "all" or (isinstance(amount, Constant) and amount.value < 0)


class AlternativeWithOneSidedEffects(Rule):
    """An alternative with nothing good or nothing bad, priced or not; a study without effects at all."""

    code, name, severity = "UTR108", "alternative-with-one-sided-effects", "must"
    summary = Text(
        "Virkningene av et alternativ er bare gode, bare dårlige eller ikke der.",
        "The effects of an alternative are only good, only bad, or not there.",
    )
    why = Text(
        "Instruksen spør om både positive og negative virkninger. Et alternativ uten ulemper er ikke "
        "vurdert ferdig, og ett uten fordeler er det ingen grunn til å ha med.",
        "The instructions ask for positive and negative effects alike. An alternative without drawbacks is "
        "not fully considered, and for one without advantages there is no reason to have it.",
    )
    example = "study.yaml: {level: full}\neffects.yaml: {trust: null, reach: null}"
    good = (
        "effects.yaml:\n"
        "  trust:\n"
        "    by_alternative:\n"
        "      moved: {magnitude: 1, reason: De unge møter ikke politiet}\n"
        "  reach:\n"
        "    by_alternative:\n"
        "      moved: {magnitude: -1, reason: Folk slutter når de flyttes}"
    )
    remedy = Text(
        "Skriv i effects.yaml hva hvert alternativ gjør bedre og verre enn å fortsette som i dag, og for "
        "hvem. En kostnad som en endring sier at noen må betale, regnes som en negativ virkning.",
        "Write in effects.yaml what each alternative makes better and worse than going on as today, and for "
        "whom. A cost that a change says somebody must pay counts as a negative effect.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 4: hva er de positive og negative virkningene, hvor varige "
        "er de, og hvem blir berørt?",
        "The instructions for official studies, 2-1, question 4: what are the positive and negative effects, "
        "how lasting are they, and who is affected?",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding where no effects are written; else one for each alternative with one side only."""
        compared = [key for key, alternative in study.alternatives.items() if not alternative.zero]
        if compared and not study.effects:
            severity: Severity = "must" if study.assignment.level == "full" else "should"
            nb = "ingen virkninger uten pris er vurdert for noe alternativ"
            en = "no effects without a price are assessed for any alternative"
            yield self.finding(study, "effects.yaml", (), nb, en, severity=severity)
            return
        for key in compared:
            sizes = [
                one.by_alternative[key].magnitude
                for one in study.effects.values()
                if key in one.by_alternative
            ]
            made = [written.change for written in study.changes(key)]
            good = any(size > 0 for size in sizes) or any(map(_saves, made))
            bad = any(size < 0 for size in sizes) or any(map(_costs, made))
            missing = [word for word, there in (("positive", good), ("negative", bad)) if not there]
            if missing:
                nb = f"`{key}` har ingen {' eller '.join(missing)} virkninger"
                en = f"`{key}` has no {' or '.join(missing)} effects"
                yield self.finding(study, alternative_file(key), (), nb, en, subject=key, severity="should")
