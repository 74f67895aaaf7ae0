"""ALT107: an effect is only assumed, with no reason given or nobody to ask."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import changes
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.changes import Set
from samvirke.study.study import Study


class SetWithoutQuestion(Rule):
    """A `set` change without `judgement` or without `could_answer`."""

    code, name, severity = "ALT107", "set-without-question", "should"
    summary = Text(
        "En virkning er bare antatt, uten begrunnelse eller noen å spørre.",
        "An effect is only assumed, with no reason given or nobody to ask.",
    )
    why = Text(
        "`set` bestemmer utfallet i stedet for å utlede det. Da må leseren få vite hvorfor vi tror det, "
        "og hvem som kunne si noe om det.",
        "`set` decides the outcome instead of deriving it. The reader must then be told why we believe "
        "it, and who could say something about it.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: more-found, verb: set, start: 2023-01, assumption: cases, to: 140, reason: Flere ses}"
    )
    remedy = Text(
        "Skriv `judgement` med grunnen og `could_answer` med aktøren som kunne bekrefte det.",
        "Write `judgement` with the reason and `could_answer` with the actor who could confirm it.",
    )
    source = Text(
        "Prosjektets egen regel: en påstått virkning er et skjønn, og vises som antatt, ikke utledet.",
        "The project's own rule: a claimed effect is a judgement, and is shown as assumed, not derived.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every belief that is not owned up to, or that names nobody to ask."""
        for file, path, change in changes(study):
            missing = [name for name in ("judgement", "could_answer") if getattr(change, name) is None]
            if isinstance(change, Set) and missing:
                nb = f"`{change.id}` setter `{change.assumption}` uten {some(missing).nb}"
                en = f"`{change.id}` sets `{change.assumption}` without {some(missing)['en']}"
                yield self.finding(study, file, path, nb, en, subject=change.id)
