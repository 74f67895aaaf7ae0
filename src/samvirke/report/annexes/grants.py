"""Annex: each grant scheme in full: what its rules say, what is not known, what alternatives say of it."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import Text
from samvirke.quantities.expressions import Constant, Expression
from samvirke.report.document import Block, Break, Cell, Column, Piece, Section, Table, Words, cell, words
from samvirke.report.words.grants import LACKING, MEASURES, NOT_KNOWN, WHAT, YES_OR_NO
from samvirke.report.words.naming import actor_name
from samvirke.report.words.quantities import formula, plain, quantity
from samvirke.report.words.references import basis
from samvirke.report.words.states import states
from samvirke.report.words.wording import both, capital
from samvirke.study.grants import Announcement, Criterion, GrantScheme, Reporting, SchemeRules, Statement
from samvirke.study.schemes import foreign_ministries, has_new_decider
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

MILLION = 1e6
AS_TODAY = Text("Som i dag", "As today")
NOT_SAID = Text("Ikke sagt", "Not said")
ONE_MINISTRY = Text("Ett og samme departement", "One and the same ministry")


def grants_annex(results: Results) -> Section:
    """Every scheme with all that is known of it."""
    inner = tuple(_scheme(results, scheme) for scheme in results.study.grant_schemes.values())
    return Section("grant-schemes", Text("Tilskuddsordningen", "The grant scheme"), (), inner)


def _scheme(results: Results, scheme: GrantScheme) -> Section:
    blocks: tuple[Block, ...] = (_record(results.study, scheme), _under_alternatives(results, scheme))
    return Section(f"scheme-{scheme.id}", scheme.name, blocks)


def _record(study: Study, scheme: GrantScheme) -> Table:
    """One row for each thing that the rules of a scheme are to have, known or not."""
    rows = []
    for field, what in WHAT.items():
        if field in scheme.lacks:
            rows.append((cell(capital(what)), cell(LACKING, tone="bad"), cell(Text("", ""))))
        elif not scheme.has(field):
            rows.append((cell(capital(what)), cell(NOT_KNOWN, tone="doubt"), cell(Text("", ""))))
        else:
            said, rests_on = _told(study, scheme, field)
            rows.append((cell(capital(what)), Cell(said), Cell(rests_on)))
    if scheme.responsibility is not None:
        heading = Text("Ansvarsdelingen mellom departementene", "The division between the ministries")
        rows.append(
            (cell(heading), cell(scheme.responsibility.text), Cell(basis(study, scheme.responsibility)))
        )
    columns = (
        Column(Text("Hva", "What")),
        Column(Text("Hva vi vet", "What we know")),
        Column(Text("Bygger på", "Rests on")),
    )
    note = Text(
        "Det regelverket skal ha, følger av bestemmelsene om økonomistyring i staten, kapittel 6. «Ikke "
        "kjent» betyr at vi ikke har sett det, ikke at det mangler.",
        "What the rules are to have follows from the Regulations on Financial Management in Central "
        "Government, chapter 6. “Not known” means that we have not seen it, not that it is missing.",
    )
    caption = Text("Hva vi vet om ordningen", "What we know of the scheme")
    return Table(caption, columns, tuple(rows), note=note)


def _told(study: Study, scheme: GrantScheme, field: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """What a field says, and what that rests on; of several statements one below the other."""
    value = getattr(scheme, field)
    match value:
        case Statement() | SchemeRules():
            return _statement(value), basis(study, value) or basis(study, scheme)
        case tuple():
            told = (_statement(one) for one in value)
            return _lines(told), _lines(basis(study, one) for one in value) or basis(study, scheme)
        case str():
            return (Words(actor_name(study, value)),), basis(study, scheme)
        case _:
            return _cost(study, value), basis(study, scheme)


def _statement(one: Statement | SchemeRules) -> tuple[Piece, ...]:
    pieces: list[Piece] = [] if one.text is None else [Words(one.text)]
    for told in _more(one):
        pieces += [*([Break()] if pieces else []), Words(told)]
    if one.note is not None:
        pieces += [Break(), Words(one.note)]
    return tuple(pieces)


def _more(one: Statement | SchemeRules) -> Iterator[Text]:
    """What a statement says besides its text."""
    match one:
        case Criterion(measures=measures) if measures is not None:
            yield capital(MEASURES[measures])
        case SchemeRules():
            yield _answer(Text("Offentliggjort", "Published"), one.published)
            yield _answer(Text("Forskrift", "A regulation"), one.regulation)
        case Announcement():
            yield _answer(Text("Med tildelingskriteriene", "With the award criteria"), one.award_criteria)
        case Reporting():
            yield _answer(Text("Om måloppnåelse", "On goal achievement"), one.achievement)


def _answer(question: Text, answer: bool | None) -> Text:
    return both(lambda language: f"{question[language]}: {YES_OR_NO[answer][language]}.")


def _lines(every: Iterator[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for pieces in every:
        found += [*([Break()] if found and pieces else []), *pieces]
    return tuple(found)


def _cost(study: Study, amount: Expression) -> tuple[Piece, ...]:
    if not isinstance(amount, Constant):
        return formula(study, amount)
    millions = both(lambda language: plain(amount.value / MILLION, language))
    return (Words(quantity(millions, "MNOK/yr")),)


def _under_alternatives(results: Results, scheme: GrantScheme) -> Table:
    """Who runs the scheme under each alternative and why, and what it says of whatever then is new."""
    every = states(results)
    rows = []
    for state in every:
        written = results.study.alternatives.get(state.id)
        chosen = written.grant_administrator if written is not None else None
        new = has_new_decider(every[0].study, state.study, scheme)
        if chosen is None:
            rows.append((cell(state.heading), *(cell(NOT_SAID, tone="bad") for _ in range(4))))
            continue
        appeals = None if chosen.appeal_body is None else actor_name(state.study, chosen.appeal_body)
        who = cell(
            Words(actor_name(state.study, chosen.actor), strong=True), words(". ", ". "), chosen.reason
        )
        shared = foreign_ministries(state.study, scheme)
        division = chosen.responsibility if shared else ONE_MINISTRY
        said = (appeals, division, chosen.running_grants)
        other = cell(NOT_SAID) if new else cell(AS_TODAY)
        rows.append((cell(state.heading), who, *(other if one is None else cell(one) for one in said)))
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Alternativ", "Alternative"),
            ("Hvem som forvalter, og hvorfor", "Who administers, and why"),
            ("Klageinstans", "Appeals go to"),
            ("Ansvar mellom departementene", "Responsibility between ministries"),
            ("Tilskudd som alt er gitt", "Grants already given"),
        )
    )
    return Table(Text("Hva alternativene sier", "What the alternatives say"), columns, tuple(rows))
