"""ALT115: one reason is copied over all the alternatives, or over most of an alternative's changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.likeness import plain
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count
from samvirke.language import Text
from samvirke.study.study import Study

FEWEST_SIZES = 3  # two alternatives may well share a reason
FEWEST_CHANGES = 4


class ReasonCopied(Rule):
    """One reason for all sizes of an effect (three or more), or for most of four changes or more."""

    code, name, severity = "ALT115", "reason-copied", "should"
    summary = Text(
        "Én grunn er kopiert over alle alternativene, eller over de fleste endringene i et alternativ.",
        "One reason is copied over all the alternatives, or over most of an alternative's changes.",
    )
    why = Text(
        "En grunn som passer på alt, forklarer ingenting. Leseren skal kunne se hvorfor nettopp denne "
        "endringen gjøres, og hvorfor virkningen er slik i nettopp dette alternativet.",
        "A reason that fits everything explains nothing. The reader is to see why this very change is made, "
        "and why the effect is so in this very alternative.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: near, verb: move, start: 2023-01, unit: desk, to: social, reason: Det blir bedre slik}\n"
        "    - {id: ask, verb: assign, start: 2023-01, task: aid, actor: desk, part: consulted,\n"
        "       reason: Det blir bedre slik}\n"
        "    - {id: tell, verb: assign, start: 2023-01, task: aid, actor: police, part: informed,\n"
        "       reason: Det blir bedre slik}\n"
        "    - {id: join, verb: agree, start: 2023-01, between: [desk, shelter], form: agreement,\n"
        "       absorbed: true, reason: Det er lettere å ringe en man kjenner}"
    )
    remedy = Text(
        "Skriv for hver endring eller hvert alternativ det som gjelder nettopp den. Hører endringene sammen, "
        "kan grunnen stå én gang i `text` for en pakke.",
        "Write for each change or alternative what holds of it in particular. If the changes belong "
        "together, the reason can stand once in the `text` of a package.",
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser punkt 3.2 og 3.4: valg av tiltak og vurderinger skal "
        "begrunnes. Grensene er prosjektets egne.",
        "DFØ's guide to socio-economic analysis, 3.2 and 3.4: the choice of measures and the judgements are "
        "to be given reasons. The limits are the project's own.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every effect with one reason in all, and every alternative that mostly repeats itself."""
        for key, effect in study.effects.items():
            sizes = effect.by_alternative.values()
            if len(sizes) >= FEWEST_SIZES and len({plain(size.reason) for size in sizes}) == 1:
                nb = f"`{key}` har samme grunn for alle {len(sizes)} alternativer"
                en = f"`{key}` has the same reason for all {len(sizes)} alternatives"
                yield self.finding(study, "effects.yaml", (key, "by_alternative"), nb, en)
        for key, alternative in study.alternatives.items():
            reasons = Counter(plain(change.reason) for change in alternative.changes)
            most = max(reasons.values(), default=0)
            if len(alternative.changes) >= FEWEST_CHANGES and 2 * most > len(alternative.changes):
                total = count(len(alternative.changes), ("endring", "endringer"), ("change", "changes"))
                nb = f"{most} av {total.nb} i `{key}` har samme grunn"
                en = f"{most} of {total['en']} in `{key}` have the same reason"
                yield self.finding(study, alternative_file(key), ("changes",), nb, en, subject=key)
