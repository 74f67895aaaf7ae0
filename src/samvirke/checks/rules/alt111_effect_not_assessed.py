"""ALT111: an effect is assessed for some alternatives and not for others."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class EffectNotAssessed(Rule):
    """An effect that leaves out an alternative; for information where its `note` says why."""

    code, name, severity = "ALT111", "effect-not-assessed", "should"
    summary = Text(
        "En virkning er vurdert for noen alternativer og ikke for andre.",
        "An effect is assessed for some alternatives and not for others.",
    )
    why = Text(
        "Alternativene kan bare sammenlignes når de er vurdert på det samme. En tom rute leses lett som "
        "null, og den som ikke er vurdert, slipper billigst.",
        "Alternatives can be compared only when they are assessed on the same. An empty cell is easily read "
        "as nothing, and whichever was not assessed gets off lightest.",
    )
    example = "effects.yaml:\n  trust: {by_alternative: {one-more: null}}"
    good = (
        "effects.yaml:\n"
        "  trust:\n"
        "    by_alternative:\n"
        "      one-more: {magnitude: 0, reason: Kontoret blir hos politiet}"
    )
    remedy = Text(
        "Skriv `magnitude` og grunnen for hvert alternativ; 0 er også et svar. Kan virkningen ikke vurderes "
        "for alle, skriv hvorfor i `note`.",
        "Give `magnitude` and the reason for each alternative; 0 is an answer too. If the effect cannot be "
        "assessed for all, say why in `note`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 4, og DFØs veileder i samfunnsøkonomiske analyser "
        "punkt 3.4: virkningene av hvert tiltak, målt mot nullalternativet.",
        "The instructions for official studies, 2-1, question 4, and DFØ's guide to socio-economic analysis, "
        "3.4: the effects of each measure, held against the zero alternative.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every effect with the alternatives that it leaves out."""
        compared = [key for key, alternative in study.alternatives.items() if not alternative.zero]
        for key, effect in study.effects.items():
            missing = [one for one in compared if one not in effect.by_alternative]
            if missing:
                nb = f"`{key}` er ikke vurdert for {some(missing).nb}"
                en = f"`{key}` is not assessed for {some(missing)['en']}"
                yield self.finding(
                    study,
                    "effects.yaml",
                    (key, "by_alternative"),
                    nb,
                    en,
                    severity="note" if effect.note is not None else "should",
                )
