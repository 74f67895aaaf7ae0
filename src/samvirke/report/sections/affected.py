"""Section: bodies that are affected but not at the table, and which alternatives touch them."""

from __future__ import annotations

from samvirke.consequences.affected import Affected
from samvirke.language import Text
from samvirke.report.document import Cell, Column, Paragraph, Section, Table, Words, cell, words
from samvirke.report.words.states import State, gathered, name_in, states
from samvirke.report.words.wording import names
from samvirke.study.stake import Reason
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

WHY: dict[Reason, Text] = {
    "part": Text("har en rolle i oppgaver", "has a part in tasks"),
    "money": Text("bruker penger i innsatsen", "spends money in the effort"),
    "duty": Text("har en plikt", "has a duty"),
    "power": Text("er underlagt et virkemiddel", "is subject to a power"),
    "place": Text("hører til et annet organ", "belongs to another body"),
}
TOUCHED: dict[Reason, Text] = {
    "part": Text("rollen i oppgaver", "its part in tasks"),
    "money": Text("pengene", "its money"),
    "duty": Text("plikten", "its duty"),
    "power": Text("virkemidler overfor organet", "powers over it"),
    "place": Text("hvem det hører til", "what it belongs to"),
}


def affected_section(results: Results) -> Section:
    """Those that an alternative touches in a table, the others in a sentence."""
    every = states(results)
    found = {state.id: {one.actor: one for one in results.affected[state.id]} for state in every}
    actors = list(dict.fromkeys(actor for ones in found.values() for actor in ones))
    touched = [a for a in actors if any(a in ones and ones[a].touched for ones in found.values())]
    rest = [actor for actor in actors if actor not in touched]
    heading = Text("Berørt, men ikke med i arbeidet", "Affected, but not at the table")
    blocks: list[Paragraph | Table] = [_intro(results.study, len(actors), len(touched))]
    if touched:
        blocks.append(_table(every, touched, found))
    if rest:
        blocks.append(_rest(every, rest))
    return Section("affected", heading, tuple(blocks))


def affected_in_short(results: Results) -> Section:
    """How many there are, and for whom the alternatives change something, in a paragraph."""
    every = states(results)
    found = {state.id: {one.actor: one for one in results.affected[state.id]} for state in every}
    actors = list(dict.fromkeys(actor for ones in found.values() for actor in ones))
    touched = [a for a in actors if any(a in ones and ones[a].touched for ones in found.values())]
    who = names(name_in(every, actor) for actor in touched)
    more = words("Se hva som endres for hver", "See what changes for each", "#affected")
    told = words(f"Det gjelder: {who.nb}. ", f"This concerns: {who['en']}. ") if touched else words("", "")
    heading = Text("Berørt, men ikke med i arbeidet", "Affected, but not at the table")
    blocks = (_intro(results.study, len(actors), len(touched)), Paragraph((told, more, words(".", "."))))
    return Section("affected-in-short", heading, blocks)


def _intro(study: Study, every: int, touched: int) -> Paragraph:
    without = (
        Text(
            "være oppdragsgiver, leder, deltaker eller invitert",
            "being the client, the lead, a participant or invited",
        )
        if study.assignment.commissioned
        else Text("være invitert", "being invited")
    )
    return Paragraph(
        (
            words(
                f"{every} aktører har en rolle, penger eller en plikt i innsatsen, eller er underlagt et "
                f"virkemiddel, uten å {without.nb}. Minst ett "
                f"alternativ endrer noe for {touched} av dem. Enheter regnes som representert når "
                "etaten deres er med. "
                "Stortinget og regjeringen er ikke tatt med, fordi de avgjør saken.",
                f"{every} actors have a part, money or a duty in the effort, or are subject to a power, "
                f"without {without['en']}. At least one alternative "
                f"changes something for {touched} of them. Units count as represented when their agency is "
                "there. The Storting and the Government are left out, since they decide the matter.",
            ),
        )
    )


def _table(every: tuple[State, ...], touched: list[str], found: dict[str, dict[str, Affected]]) -> Table:
    rows = []
    for actor in touched:
        why = next(ones[actor].why for ones in found.values() if actor in ones)
        rows.append((cell(name_in(every, actor)), cell(names(WHY[w] for w in why)), _by(every, actor, found)))
    columns = (
        Column(Text("Hvem", "Who")),
        Column(Text("Hvorfor berørt", "Why affected")),
        Column(Text("Hva alternativene endrer", "What the alternatives change")),
    )
    caption = Text(
        "Aktører som alternativene endrer noe for", "Actors for whom an alternative changes something"
    )
    return Table(caption, columns, tuple(rows))


def _by(every: tuple[State, ...], actor: str, found: dict[str, dict[str, Affected]]) -> Cell:
    """What is changed, with the alternatives that change just that."""
    ones = [(state, found[state.id].get(actor)) for state in every]
    return Cell(gathered((s, (Words(_what(one)),)) for s, one in ones if one is not None and one.touched))


def _what(one: Affected) -> Text:
    return names(TOUCHED[reason] for reason in one.touched)


def _rest(every: tuple[State, ...], rest: list[str]) -> Paragraph:
    listed = names(name_in(every, actor) for actor in rest)
    return Paragraph(
        (
            words("Vi har ikke ført noen endring for disse: ", "We have recorded no change for these: "),
            words(f"{listed.nb}.", f"{listed['en']}."),
        )
    )
