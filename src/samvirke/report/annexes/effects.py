"""Annex: each effect without a price, why it matters, and the reason for its size under each alternative."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Section, Table, Words, cell, words
from samvirke.report.words.effects import IMPORTANCE, MAGNITUDE, signs, whose_scale
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.references import basis, sources
from samvirke.report.words.wording import capital
from samvirke.study.concerned import CONCERNED
from samvirke.study.pathways import NonPricedEffect
from samvirke.study.study import Study

NOT_SPOKEN_OF = (words("ikke omtalt", "not spoken of"),)


def effects_section(study: Study) -> Section:
    """Each effect with why it matters, how long it lasts, whom it meets, and the reason for each size."""
    inner = tuple(_effect(study, effect) for effect in study.effects.values())
    said = study.assignment.not_affected or any(effect.falls_on for effect in study.effects.values())
    blocks = (_scale(study), *((_concerned(study),) if said else ()))
    return Section("effects", Text("Virkninger uten pris", "Effects without a price"), blocks, inner)


def _scale(study: Study) -> Table:
    """The plus–minus scale: importance across, magnitude down."""
    scale = study.assignment.scale
    columns = (
        Column(Text("Størrelse", "Size")),
        *(Column(capital(told)) for told in IMPORTANCE.values()),
    )
    rows = tuple(
        (cell(told), *(cell(signs(scale.consequence(importance, size))) for importance in IMPORTANCE))
        for size, told in sorted(MAGNITUDE.items(), reverse=True)
    )
    return Table(
        Text("Pluss-minus-skalaen", "The plus–minus scale"),
        columns,
        rows,
        cards=False,
        note=whose_scale(study),
    )


def _concerned(study: Study) -> Table:
    """Those whom the instructions name, with the effects on each, or why there are none."""
    rows = []
    for concerned, name in CONCERNED.items():
        told = [Words(e.text, f"#effect-{e.id}") for e in study.effects.values() if concerned in e.falls_on]
        if concerned in study.assignment.not_affected:
            told.append(Words(study.assignment.not_affected[concerned]))
        lines = tuple(piece for one in told or NOT_SPOKEN_OF for piece in (Break(), one))[1:]
        rows.append((cell(capital(name)), Cell(lines)))
    columns = (
        Column(Text("Hvem", "Who")),
        Column(Text("Virkninger uten pris", "Effects without a price")),
    )
    return Table(
        Text("Hvem virkningene faller på", "Whom the effects fall on"),
        columns,
        tuple(rows),
        note=Text(
            "Utredningsinstruksen nevner disse seks. Hva alternativene koster, og hvem som betaler, står i "
            "andre vedlegg.",
            "The instructions for official studies name these six. What the alternatives cost, and who pays, "
            "stands in other annexes.",
        ),
    )


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
