"""Effects without a price: how important each is, and how large under each alternative; never summed."""

from __future__ import annotations

from samvirke.language import MINUS, Text
from samvirke.report.document import Break, Cell, Column, Section, Table, Tone, Words, cell, words
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.references import basis, sources
from samvirke.study.pathways import NonPricedEffect
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

IMPORTANCE: dict[int, Text] = {
    1: Text("liten betydning", "little importance"),
    2: Text("middels betydning", "medium importance"),
    3: Text("stor betydning", "great importance"),
}
MAGNITUDE: dict[int, Text] = {
    -3: Text("mye verre", "much worse"),
    -2: Text("verre", "worse"),
    -1: Text("litt verre", "slightly worse"),
    0: Text("som i dag", "as today"),
    1: Text("litt bedre", "slightly better"),
    2: Text("bedre", "better"),
    3: Text("mye bedre", "much better"),
}


def effects_matrix(results: Results) -> Table:
    """Effects as rows, alternatives as columns, told by signs and in words."""
    study = results.study
    rows = [
        (
            Cell((Words(effect.text, f"#effect-{key}"), Break(), Words(IMPORTANCE[effect.importance]))),
            *(_size(effect, name) for name in results.compared),
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
        note=Text(
            "Betydning og størrelse er våre vurderinger. Tegnene kan ikke legges sammen.",
            "Importance and size are our judgements. The signs cannot be added up.",
        ),
    )


def _size(effect: NonPricedEffect, alternative: str) -> Cell:
    found = effect.by_alternative.get(alternative)
    if found is None:
        return cell(words("ikke vurdert", "not assessed"), tone="bad")
    size = found.magnitude
    sign = {True: "+", False: MINUS}[size > 0] * abs(size) or "0"
    tone: Tone = "good" if size > 0 else "bad" if size < 0 else "plain"
    return cell(words(sign, sign, strong=True), Break(), Words(MAGNITUDE[size]), tone=tone)


def effects_section(study: Study) -> Section:
    """Each effect with why it matters, how long it lasts, whom it meets, and the reason for each size."""
    inner = tuple(_effect(study, effect) for effect in study.effects.values())
    return Section("effects", Text("Virkninger uten pris", "Effects without a price"), (), inner)


def _effect(study: Study, effect: NonPricedEffect) -> Section:
    rows = tuple(
        (
            cell(alternative_name(study, name)),
            cell(Words(MAGNITUDE[size.magnitude])),
            cell(size.reason),
            Cell(sources(study, size.source)),
        )
        for name, size in effect.by_alternative.items()
    )
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Størrelse", "Size")),
        Column(Text("Hvorfor", "Why")),
        Column(Text("Kilder", "Sources")),
    )
    why = (
        (
            cell(Words(IMPORTANCE[effect.importance], strong=True)),
            cell(effect.group),
            cell(effect.duration),
            Cell((Words(effect.reason), Break(), *basis(study, effect))),
        ),
    )
    about = Table(
        Text("Om virkningen", "About the effect"),
        (
            Column(Text("Betydning", "Importance")),
            Column(Text("Hvem", "Who")),
            Column(Text("Varighet", "Duration")),
            Column(Text("Hvorfor den betyr noe", "Why it matters")),
        ),
        why,
    )
    sizes = Table(Text("Størrelse under hvert alternativ", "Size under each alternative"), columns, rows)
    return Section(f"effect-{effect.id}", effect.text, (about, sizes))
