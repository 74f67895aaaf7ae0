"""ALT113: an effect stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.likeness import plain
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.pathways import NonPricedEffect
from samvirke.study.study import Study


class EffectCountedTwice(Rule):
    """Two effects with the same text for the same group; must be mended where their importance differs."""

    code, name, severity = "ALT113", "effect-counted-twice", "must"
    summary = Text("En virkning står to ganger.", "An effect stands twice.")
    why = Text(
        "Det som telles to ganger, ser dobbelt så viktig ut. Betydningen av en virkning er for samfunnet, og "
        "kan ikke være stor i den ene raden og liten i den andre.",
        "What is counted twice looks twice as important. The importance of an effect is to society, and "
        "cannot be great in one row and little in another.",
    )
    example = (
        "effects.yaml:\n"
        "  faith:\n"
        "    {text: De unges tillit, group: Unge, duration: Varig, importance: 1,\n"
        "     reason: Få møter kontoret, judgement: Vår vurdering}"
    )
    good = (
        "effects.yaml:\n"
        "  faith:\n"
        "    {text: De unges tillit, group: Foreldre, duration: Varig, importance: 1,\n"
        "     reason: Få møter kontoret, judgement: Vår vurdering}"
    )
    remedy = Text(
        "Slå de to sammen, med én betydning, eller skriv hva som skiller dem i `text` eller `group`.",
        "Make one of the two, with one importance, or write in `text` or `group` what sets them apart.",
    )
    source = Text(
        "DFØs veileder i samfunnsøkonomiske analyser punkt 3.3 og 3.4: ingen dobbelttelling, og samme "
        "betydning for samme virkning i alle alternativer.",
        "DFØ's guide to socio-economic analysis, 3.3 and 3.4: no double counting, and the same importance of "
        "the same effect in all alternatives.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every effect that says what an earlier one says, of the same group."""
        first: dict[tuple[str, str], NonPricedEffect] = {}
        for key, effect in study.effects.items():
            earlier = first.setdefault((plain(effect.text), plain(effect.group)), effect)
            if earlier is not effect:
                differs = earlier.importance != effect.importance
                nb = f"`{key}` er samme virkning for samme gruppe som `{earlier.id}`"
                en = f"`{key}` is the same effect on the same group as `{earlier.id}`"
                if differs:
                    nb, en = f"{nb}, med en annen betydning", f"{en}, with another importance"
                yield self.finding(
                    study, "effects.yaml", (key,), nb, en, severity="must" if differs else "should"
                )
