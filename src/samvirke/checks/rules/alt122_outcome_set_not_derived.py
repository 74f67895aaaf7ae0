"""ALT122: an alternative sets an outcome instead of deriving it."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.changes import Set
from samvirke.study.study import Study


class OutcomeSetNotDerived(Rule):
    """An alternative, zero apart, with `set` changes: one finding that names them."""

    code, name, severity = "ALT122", "outcome-set-not-derived", "note"
    summary = Text(
        "Et alternativ bestemmer et utfall i stedet for å utlede det.",
        "An alternative sets an outcome instead of deriving it.",
    )
    why = Text(
        "Det alternativet setter, er antatt. Sammenligningen med de andre viser da det vi tror, ikke det som "
        "følger av hvem som gjør hva, og bør leses slik.",
        "What the alternative sets is assumed. The comparison with the others then shows what we believe, "
        "not what follows from who does what, and should be read so.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: fewer-cases, verb: set, start: 2023-01, assumption: cases, to: 90,\n"
        "       reason: Én dør holder ofte, judgement: Vi tror det, could_answer: police}"
    )
    remedy = Text(
        "La endringen følge av hvem som gjør hva, hvis den kan det. Ellers si i teksten om virkninger at "
        "den er antatt, og hva den måtte være for at valget skulle bli et annet.",
        "Let the change follow from who does what, if it can. Otherwise say in the text on effects that it "
        "is assumed, and what it would have to be for the choice to be another.",
    )
    source = Text(
        "Prosjektets egen regel: en påstått virkning er et skjønn, og vises som antatt, ikke utledet.",
        "The project's own rule: a claimed effect is a judgement, and is shown as assumed, not derived.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative that assumes part of its own outcome."""
        for key, alternative in study.alternatives.items():
            made = [written.change for written in study.changes(key)]
            assumed = [one.assumption for one in made if isinstance(one, Set)]
            if assumed and not alternative.zero:
                nb = f"`{key}` setter {some(assumed).nb}: virkningen er antatt, ikke utledet"
                en = f"`{key}` sets {some(assumed)['en']}: the effect is assumed, not derived"
                yield self.finding(study, alternative_file(key), ("changes",), nb, en, subject=key)
