"""Effects without a price: how important each is, and how large under each alternative; never summed."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Table, Tone, Words, cell, words
from samvirke.report.words.effects import IMPORTANCE, MAGNITUDE, signs, whose_scale
from samvirke.report.words.naming import alternative_name
from samvirke.study.pathways import NonPricedEffect
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

SIGNS = Text(
    "Tegnene sier hva betydning og størrelse blir sammen, fra ++++ til −−−−. Begge er våre vurderinger, og "
    "tegnene kan ikke legges sammen.",
    "The signs say what importance and size come to together, from ++++ to −−−−. Both are our judgements, "
    "and the signs cannot be added up.",
)


def effects_matrix(results: Results) -> Table:
    """Effects as rows, alternatives as columns, told by signs and in words."""
    study = results.study
    rows = [
        (
            Cell((Words(effect.text, f"#effect-{key}"), Break(), Words(IMPORTANCE[effect.importance]))),
            *(_size(study, effect, name) for name in results.compared),
        )
        for key, effect in study.effects.items()
    ]
    columns = (
        Column(Text("Virkning", "Effect")),
        *(Column(alternative_name(study, name)) for name in results.compared),
    )
    return Table(
        Text("Virkninger uten pris, mot nullalternativet", "Effects without a price, against zero"),
        columns,
        tuple(rows),
        even=True,
        note=_note(study),
    )


def _note(study: Study) -> Text:
    """What the signs are, and that nobody has held them against the printed guide where that is so."""
    scale = whose_scale(study)
    return Text(f"{SIGNS.nb} {scale.nb}", f"{SIGNS['en']} {scale['en']}")


def _size(study: Study, effect: NonPricedEffect, alternative: str) -> Cell:
    found = effect.by_alternative.get(alternative)
    if found is None:
        return cell(words("ikke vurdert", "not assessed"), tone="bad")
    step = study.assignment.scale.consequence(effect.importance, found.magnitude)
    tone: Tone = "good" if step > 0 else "bad" if step < 0 else "plain"
    return cell(words(signs(step), strong=True), Break(), Words(MAGNITUDE[found.magnitude]), tone=tone)
