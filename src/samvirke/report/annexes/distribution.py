"""Annex: who gains and who loses, by group, by body and by party; outside the ranking."""

from __future__ import annotations

from dataclasses import replace

from samvirke.consequences.economics.flows import PARTIES
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.annexes.economics import RANGES, by_alternative
from samvirke.report.document import (
    Cell,
    Column,
    Paragraph,
    Picture,
    Piece,
    Section,
    Table,
    Words,
    cell,
    words,
)
from samvirke.report.pictures.spending import spending
from samvirke.report.words.effects import signs
from samvirke.report.words.naming import PARTIES as PARTY_NAMES
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.states import name_in, states
from samvirke.report.words.wording import SMALL, capital, linked, told
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

HEADING = Text("Fordeling", "Distribution")
INTRO = words(
    "Her står hvem som vinner og hvem som taper på hvert alternativ. Fordelingen inngår ikke i noen "
    "rangering: om det er riktig at noen får mer og andre mindre, er ikke et spørsmål tallene kan svare på.",
    "This tells who gains and who loses by each alternative. The distribution is part of no ranking: "
    "whether it is right that some get more and others less is not a question that figures can answer.",
)


EXPECTED = Text(
    "Millioner kroner, forventet verdi; spennet står der tallet fører hen. Forskjell fra nullalternativet.",
    "NOK million, expected value; the range stands where the figure leads. Difference from the zero "
    "alternative.",
)


UNPRICED = Text(
    "«Ikke prissatt» vil si at kommunene etter vår vurdering får mer å gjøre, uten at noe beløp er kjent.",
    "“Not priced” means that we judge the municipalities to get more to do, with no amount known.",
)


def distribution_section(results: Results) -> Section:
    """Groups by effects without a price, bodies by what they have to spend, parties by their budgets."""
    if not results.compared:
        nothing = words("Det er ingen alternativer å sammenligne.", "There are no alternatives to compare.")
        return Section("distribution", HEADING, (Paragraph((nothing,)),))
    sections = (*_groups(results), *_bodies(results), _parties(results))
    return Section("distribution", HEADING, (Paragraph((INTRO,)),), sections)


def _groups(results: Results) -> tuple[Section, ...]:
    """For each group, the sign of every effect that meets it."""
    study = results.study
    groups: dict[Text, list[str]] = {}
    for key, effect in study.effects.items():
        groups.setdefault(effect.group, []).append(key)
    if not groups:
        return ()
    columns = (
        Column(Text("Gruppe", "Group")),
        *(Column(alternative_name(study, name)) for name in results.compared),
    )
    rows = tuple(
        (cell(group), *(_signs(study, keys, name) for name in results.compared))
        for group, keys in groups.items()
    )
    note = Text(
        "Ett tegn for hver virkning uten pris som gjelder gruppen; hvert tegn fører til virkningen. Tegnene "
        "kan ikke legges sammen.",
        "One sign for each effect without a price that concerns the group; each sign leads to the effect. "
        "The signs cannot be added up.",
    )
    table = Table(
        Text("Virkninger for hver gruppe", "Effects for each group"), columns, rows, even=True, note=note
    )
    heading = Text("Grupper", "Groups")
    return (Section("distribution-groups", heading, (table,)),)


def _signs(study: Study, keys: list[str], alternative: str) -> Cell:
    pieces: list[Piece] = []
    for key in keys:
        effect = study.effects[key]
        found = effect.by_alternative.get(alternative)
        pieces += [words(" ", " ")] if pieces else []
        if found is None:
            pieces.append(words("?", "?", f"#effect-{key}"))
        else:
            step = study.assignment.scale.consequence(effect.importance, found.magnitude)
            pieces.append(Words(signs(step), f"#effect-{key}"))
    return Cell(tuple(pieces))


def _bodies(results: Results) -> tuple[Section, ...]:
    """What each body has to spend when all is in place, against zero; those without a change left out."""
    last = results.study.assignment.years[-1]
    actors = dict.fromkeys(
        row.actor for state in states(results) for row in state.study.spending.values() if row.in_effort
    )
    changed: dict[str, list[Figure | None]] = {}
    for actor in actors:
        name = f"expenditure.actor.{actor}.{last}"
        found = [results.figure(one, name, against_zero=True) for one in results.compared]
        if any(figure is not None and abs(figure.expected) >= SMALL for figure in found):
            changed[actor] = found
    if not changed:
        return ()
    every = states(results)
    columns = (
        Column(Text("Organ", "Body")),
        *(Column(alternative_name(results.study, name), numeric=True) for name in results.compared),
    )
    rows = tuple(
        (cell(name_in(every, actor)), *(_change(figure) for figure in figures))
        for actor, figures in changed.items()
    )
    caption = Text(
        f"Hva organet har å bruke på innsatsen i {last}, mot nullalternativet",
        f"What the body has to spend on the effort in {last}, against zero",
    )
    table = Table(caption, columns, rows, note=EXPECTED)
    return (Section("distribution-bodies", Text("Organer", "Bodies"), (table, *_drawn(results))),)


def _drawn(results: Results) -> tuple[Picture, ...]:
    picture = spending(results)
    return () if picture is None else (picture,)


def _change(figure: Figure | None) -> Cell:
    return (
        cell(words("–", "–"))
        if figure is None
        else Cell((linked(figure, told(figure, sign=True, spread=False)),))
    )


def _parties(results: Results) -> Section:
    """Who gets and who pays, on their own budgets."""
    wanted = (
        *((f"npv.party.{party}", capital(PARTY_NAMES[party])) for party in PARTIES),
        (
            "npv.given_up",
            Text("Tatt fra andre utgifter i innsatsen", "Taken from other spending in the effort"),
        ),
    )
    caption = Text("Nåverdi på partenes budsjetter", "Present value on the budgets of the parties")
    note = Text(
        "{ranges} Uten skattefinansiering. Pluss er det parten får, minus det den betaler eller mister. "
        "Tilskudd er regnet som penger for den som får dem. Partene summerer seg ikke til netto nåverdi. "
        "Siste kolonne er det utgiftsrader gir fra seg til andre formål.",
        "{ranges} Without tax financing. Plus is what the party gets, minus what it pays or loses. Grants "
        "are counted as money to whoever gets them. The parties do not add up to the net present value. The "
        "last column is what spending rows give up for other purposes.",
    ).format(ranges=RANGES)
    heading = Text("Hvem får, og hvem betaler?", "Who gets, and who pays?")
    table = by_alternative(results, caption, wanted, note)
    place = 1 + PARTIES.index("municipalities")  # after the column of names
    rows = tuple(
        (*row[:place], _not_nothing(results, name, row[place]), *row[place + 1 :])
        for name, row in zip(results.compared, table.rows, strict=True)
    )
    if rows != table.rows:
        note = Text(f"{note.nb} {UNPRICED.nb}", f"{note['en']} {UNPRICED['en']}")
    return Section("distribution-parties", heading, (replace(table, rows=rows, note=note),))


def _not_nothing(results: Results, alternative: str, found: Cell) -> Cell:
    """The money of municipalities, or that no amount is known though they get more to do."""
    figure = results.figure(alternative, "npv.party.municipalities", against_zero=True)
    if figure is None or abs(figure.expected) >= SMALL:
        return found
    for key, effect in results.study.effects.items():
        judged = effect.by_alternative.get(alternative)
        if "municipality" in effect.falls_on and judged is not None and judged.magnitude < 0:
            return cell(words("ikke prissatt", "not priced", f"#effect-{key}"))
    return found
