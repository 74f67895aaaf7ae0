"""Sections: what the alternatives require besides money: rules and decisions, and what employees are owed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from samvirke.alternatives.journal import Obligation
from samvirke.alternatives.plan import Plan
from samvirke.consequences.activities import ministry_over
from samvirke.consequences.employees import STEPS, Step, causes, employee_steps
from samvirke.consequences.rules import rules_to_make
from samvirke.language import Text, number
from samvirke.quantities.months import Month
from samvirke.report.document import (
    Block,
    Break,
    Cell,
    Column,
    Paragraph,
    Piece,
    Section,
    Table,
    Words,
    cell,
    words,
)
from samvirke.report.words.changes import told
from samvirke.report.words.naming import short_name
from samvirke.report.words.references import read_at
from samvirke.report.words.states import State, number_of, states
from samvirke.report.words.wording import both, month_name, names
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

KIND: dict[str, Text] = {
    "law": Text("Lov", "Law"),
    "regulation": Text("Forskrift", "Regulation"),
    "agreement": Text("Avtale", "Agreement"),
    "instruction": Text("Instruks", "Instruction"),
    "appropriation": Text("Bevilgning", "Appropriation"),
    "secrecy": Text("Taushets\u00adplikt", "Secrecy"),
    "appeal": Text("Klage\u00adinstans", "Appeal body"),
}
MEANING: dict[str, Text] = {
    "law": Text("Lovendring", "Change of law"),
    "regulation": Text("Ny eller endret forskrift", "New or changed regulation"),
    "agreement": Text("Avtale", "Agreement"),
    "instruction": Text("Instruks eller tildelingsbrev", "Instruction or letter of allocation"),
    "appropriation": Text("Vedtak i Stortinget om bevilgning", "Decision by the Storting on appropriations"),
    "secrecy": Text("Vurdering av taushetsplikt", "Assessment of the duty of secrecy"),
    "appeal": Text("Ny klageinstans", "New appeal body"),
}
RULES = ("law", "regulation")
LISTED = ("law", "regulation", "agreement")


def obligations_section(results: Results) -> Section:
    """How much of each kind, then each alternative's list; steps towards employees are a section apart."""
    changed = tuple(s for s in states(results) if any(phase.changes for phase in s.plan.phases))
    heading = Text("Hva alternativene krever", "What the alternatives require")
    blocks: tuple[Block, ...] = (_summary(results, changed),) if changed else (_nothing(),)
    inner = tuple(section for state in changed if (section := _of(results, state)) is not None)
    return Section("obligations", heading, blocks, inner)


def employees_section(results: Results) -> Section:
    """The steps owed to employees, and the alternatives that set each of them off."""
    changed = tuple(s for s in states(results) if causes(s.plan))
    heading = Text("Hva de ansatte har krav på", "What is owed to employees")
    if not changed:
        said = words(
            "Ingen av alternativene gjør at noen bytter arbeidsgiver eller sted, eller blir overtallige.",
            "No alternative makes anybody change employer or place, or become redundant.",
        )
        return Section("employees", heading, (Paragraph((said,)),))
    return Section("employees", heading, (_people(results, changed), _steps(results, changed)))


def _nothing() -> Paragraph:
    return Paragraph((words("Ingenting endres.", "Nothing is changed."),))


def _summary(results: Results, changed: tuple[State, ...]) -> Table:
    kinds = [k for k in KIND if any(o.kind == k for s in changed for o in s.plan.obligations)]
    rows = []
    for state in changed:
        counts = (cell(both(partial(number, len(_asked(state.plan, kind))))) for kind in kinds)
        in_all = cell(number_of(results, state, "admin.legal_changes"))
        rows.append((cell(state.heading), in_all, *counts))
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Lover og forskrifter i alt", "Laws and regulations in all"), numeric=True),
        *(Column(KIND[kind], numeric=True) for kind in kinds),
    )
    return Table(
        Text("Hva som må vedtas eller gjøres, i antall", "What must be decided or done, in numbers"),
        columns,
        tuple(rows),
        note=Text(
            "Det samme fra det samme organet i den samme måneden telles én gang, også når flere endringer "
            "krever det.",
            "The same from the same body in the same month counts once, also where several changes need it.",
        ),
    )


def _of(results: Results, state: State) -> Section | None:
    """One alternative's obligations by kind: who must do it and by when, and of rules what they are about."""
    rows = []
    known = _with_all_names(state.plan)
    for kind, meaning in MEANING.items():
        found = [o for o in state.plan.obligations if o.kind == kind]
        if found:
            about = _about(results, state, known, found) if kind in LISTED else ()
            rows.append((cell(meaning), cell(_who(state.plan, known, kind)), Cell(about)))
    if not rows:
        return None
    columns = (
        Column(Text("Hva", "What")),
        Column(Text("Hvem, og til når", "Who, and by when")),
        Column(Text("Hva det gjelder", "What it is about")),
    )
    caption = Text(f"Hva «{state.heading.nb}» krever", f"What “{state.heading['en']}” requires")
    return Section(f"obligations-{state.id}", state.heading, (Table(caption, columns, tuple(rows)),))


def _asked(plan: Plan, kind: str) -> tuple[tuple[str | None, Month], ...]:
    """Who must make rules, or do whatever else is asked, and by when; the same of one body once a month."""
    if kind in RULES:
        return tuple((rule.body, rule.month) for rule in rules_to_make(plan) if rule.kind == kind)
    asked = ((_asked_of(plan, o), o.start) for o in plan.obligations if o.kind == kind)
    return tuple(dict.fromkeys(asked))


def _asked_of(plan: Plan, one: Obligation) -> str | None:
    """Who must act: an instruction comes from the ministry over the body that gets it, where there is one."""
    if one.kind != "instruction" or one.actor is None:
        return one.actor
    ministry, body = ministry_over(plan, one.actor), plan.became.get(one.actor, one.actor)
    above = (*plan.final.above(body), *plan.today.above(one.actor))
    return ministry if ministry in above else one.actor


def _who(plan: Plan, known: Study, kind: str) -> Text:
    """Those who must act, by month; `known` has the names of what there is and was."""
    by_month: dict[Month, dict[str, None]] = {}
    for actor, month in _asked(plan, kind):
        if actor is not None:
            by_month.setdefault(month, {})[actor] = None
    told = []
    for month, actors in sorted(by_month.items()):
        who, when = names(short_name(known, actor) for actor in actors), month_name(month)
        told.append(Text(f"{who.nb}: {when.nb}", f"{who['en']}: {when['en']}"))
    return both(lambda language: "; ".join(text[language] for text in told))


def _about(results: Results, state: State, known: Study, found: list[Obligation]) -> tuple[Piece, ...]:
    """The changes in words, each once."""
    changes: dict[str, Any] = {}
    for one in (one for name in (results.zero, state.id) for one in _changes(results, name)):
        changes.setdefault(one.change.id, one.change)
    pieces: list[Piece] = []
    for change in dict.fromkeys(obligation.change for obligation in found):
        pieces += [Break()] if pieces else []
        pieces += [Words(told(changes[change], known)), words(".", ".")]
    return tuple(pieces)


def _with_all_names(plan: Plan) -> Study:
    """The study as the plan leaves it, with the names of what there was before too."""
    states = (plan.today, *(phase.study for phase in plan.phases))
    return plan.final.with_(
        actors={key: one for study in states for key, one in study.actors.items()},
        powers={key: one for study in states for key, one in study.powers.items()},
        spending={key: one for study in states for key, one in study.spending.items()},
        assumptions={key: one for study in states for key, one in study.assumptions.items()},
    )


def _changes(results: Results, name: str) -> Iterable[Any]:
    return results.study.changes(name) if name in results.study.alternatives else ()


def _people(results: Results, changed: tuple[State, ...]) -> Table:
    rows = tuple(
        (
            cell(state.heading),
            cell(number_of(results, state, "admin.fte_moved")),
            cell(number_of(results, state, "admin.fte_relocated")),
        )
        for state in changed
    )
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Årsverk som bytter arbeidsgiver", "Work-years that change employer"), numeric=True),
        Column(Text("Årsverk som bytter sted", "Work-years that change place"), numeric=True),
    )
    caption = Text("Hvor mange det gjelder", "How many are concerned")
    return Table(caption, columns, rows)


def _steps(results: Results, changed: tuple[State, ...]) -> Table:
    set_off = {state.id: employee_steps(state.plan) for state in changed}
    rows = tuple(
        (cell(step.text), _rests_on(results, step), cell(names(state.heading for state in where)))
        for step in STEPS
        if (where := [state for state in changed if step in set_off[state.id]])
    )
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (("Steg", "Step"), ("Bygger på", "Rests on"), ("Gjelder", "Concerns"))
    )
    return Table(
        Text("Steg overfor de ansatte", "Steps towards the employees"),
        columns,
        rows,
        note=Text(
            "En huskeliste, ikke en rettslig vurdering. Hvem som er omfattet, må vurderes i hver sak.",
            "A list to remember by, not legal advice. Who is covered must be assessed in each case.",
        ),
    )


def _rests_on(results: Results, step: Step) -> Cell:
    pieces: list[Piece] = [Words(step.rests_on), words(". ", ". "), *read_at(results.study, step.address)]
    if step.unverified is not None:
        pieces += [Break(), words("Ikke bekreftet: ", "Not confirmed: ", strong=True), Words(step.unverified)]
    return Cell(tuple(pieces))
