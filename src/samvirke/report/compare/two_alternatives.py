"""Two alternatives of a study against each other: what each does, where things lie, which figures differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from samvirke.alternatives.plan import Plan
from samvirke.language import Text
from samvirke.report.compare.figures_apart import every_figure, headlines_apart
from samvirke.report.document import (
    Block,
    Cell,
    Column,
    Paragraph,
    Points,
    Section,
    Table,
    cell,
    lines,
    words,
)
from samvirke.report.words.changes import change_in_words
from samvirke.report.words.naming import actor_name, alternative_name, task_name
from samvirke.report.words.wording import capital, month_name, names, quoted
from samvirke.study.apart import Apart, apart
from samvirke.study.study import Study, Written
from samvirke.uncertainty.results import Results

NO_DIFFERENCE = Text("Ingen forskjell.", "No difference.")
CO_ORDINATION = "coordination"


def two_alternatives(results: Results, first: str, second: str, *, figures: bool = False) -> Section:
    """Everything in which two alternatives differ; with `figures` also figure by figure."""
    study = results.study
    found = apart(study, first, second)
    sections = (
        *_changes(results, found, first, second),
        *_placed(results, first, second),
        *headlines_apart((results, first), (results, second), _heads(study, first, second)),
        *(every_figure(results, first, second) if figures else ()),
    )
    called = names(quoted(alternative_name(study, name)) for name in (first, second))
    blocks: tuple[Block, ...] = (Paragraph((words(_shared(found)),)),) if sections else ()
    return Section("difference", called, blocks or (Paragraph((words(NO_DIFFERENCE),)),), sections)


def _heads(study: Study, first: str, second: str) -> tuple[Text, Text]:
    return alternative_name(study, first), alternative_name(study, second)


def _shared(found: Apart) -> Text:
    count = len(found.shared)
    if count == 1:
        return Text("De to har én endring felles.", "The two have one change in common.")
    return Text(
        f"De to har {count or 'ingen'} endringer felles.", f"The two have {count or 'no'} changes in common."
    )


def _changes(results: Results, found: Apart, first: str, second: str) -> tuple[Section, ...]:
    sections = []
    for name, alone in ((first, found.first), (second, found.second)):
        if alone:
            called = quoted(alternative_name(results.study, name))
            heading = Text(f"Bare {called.nb}", f"Only {called['en']}")
            points = Points(tuple((words(_dated(results.plans[name], one)),) for one in alone))
            sections.append(Section(f"only-{name}", heading, (points,)))
    if found.otherwise_timed:
        heading = Text("Det samme, men til ulik tid", "The same, but at other times")
        told_once = tuple((words(_timed(results, first, second, pair)),) for pair in found.otherwise_timed)
        sections.append(Section("otherwise-timed", heading, (Points(told_once),)))
    return tuple(sections)


def _dated(plan: Plan, written: Written) -> Text:
    said, when = change_in_words(plan, written), capital(_when(written.change))
    return Text(f"{when.nb}: {said.nb}", f"{when['en']}: {said['en']}")


def _when(change: Any) -> Text:
    start = month_name(change.start)
    if change.until is None:
        return Text(f"fra {start.nb}", f"from {start['en']}")
    until = month_name(change.until)
    return Text(f"fra {start.nb}, opphører {until.nb}", f"from {start['en']}, ends {until['en']}")


def _timed(results: Results, first: str, second: str, pair: tuple[Written, Written]) -> Text:
    said = change_in_words(results.plans[first], pair[0])
    whens = [_when(one.change) for one in pair]
    called = [quoted(alternative_name(results.study, name)) for name in (first, second)]
    return Text(
        f"{said.nb}: i {called[0].nb} {whens[0].nb}; i {called[1].nb} {whens[1].nb}",
        f"{said['en']}: in {called[0]['en']} {whens[0]['en']}; in {called[1]['en']} {whens[1]['en']}",
    )


def _placed(results: Results, first: str, second: str) -> tuple[Section, ...]:
    """Who does the co-ordination and who administers the grants, where the two say otherwise."""
    study = results.study
    finals = [results.plans[name].final for name in (first, second)]
    groups = placements(results, (first, second), _with_host)
    rows: list[tuple[Cell, ...]] = [
        (Cell(lines(tasks)), *(cell(one) for one in doers)) for doers, tasks in groups.items()
    ]
    administrators = [
        _administrator(study, name, final) for name, final in zip((first, second), finals, strict=True)
    ]
    if administrators[0] != administrators[1]:
        label = Text("Forvaltningen av tilskuddene", "Administration of the grants")
        rows.append((cell(label), *(cell(one) for one in administrators)))
    if not rows:
        return ()
    heads = (Text("Oppgave", "Task"), *_heads(study, first, second))
    table = Table(
        Text(
            "Hvem som utfører oppgavene når alt er på plass", "Who does the tasks once everything is in place"
        ),
        tuple(Column(head) for head in heads),
        tuple(rows),
    )
    heading = (
        Text("Hvor samordningen og tilskuddene ligger", "Where the co-ordination and the grants lie")
        if study.has_grants
        else Text("Hvor samordningen ligger", "Where the co-ordination lies")
    )
    return (Section("placed", heading, (table,)),)


def placements(
    results: Results, alternatives: Iterable[str], called: Callable[[Study, str], Text]
) -> dict[tuple[Text, ...], list[Text]]:
    """The tasks of co-ordination that are not done by the same in all of these, by who does them in each.

    `called` is what somebody who does a task is called, in a study as an alternative leaves it.
    """
    study = results.study
    finals = [results.plans[name].final for name in alternatives]
    found: dict[tuple[Text, ...], list[Text]] = {}
    for key, task in study.tasks.items():
        if task.area == CO_ORDINATION:
            doers = tuple(_doers(final, key, called) for final in finals)
            if len(set(doers)) > 1:
                found.setdefault(doers, []).append(task_name(study, key))
    return found


def _doers(study: Study, task: str, called: Callable[[Study, str], Text]) -> Text:
    doers = study.responsibility(task).doers
    if not doers:
        return Text("ingen", "nobody")
    return names(called(study, actor) for actor in doers)


def _with_host(study: Study, actor: str) -> Text:
    """An actor's name, with the agency behind it when it is a unit."""
    name, host = actor_name(study, actor), study.agency(actor)
    if host == actor or host not in study.actors:
        return name
    behind = actor_name(study, host)
    return Text(f"{name.nb}, {behind.nb}", f"{name['en']}, {behind['en']}")


def _administrator(study: Study, name: str, final: Study) -> Text:
    chosen = study.alternatives[name].grant_administrator
    return Text("ikke sagt", "not said") if chosen is None else actor_name(final, chosen.actor)
