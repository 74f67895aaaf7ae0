"""Annex: each alternative in full — changes with reasons, grant administrator, hosts weighed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from samvirke.alternatives.plan import Plan
from samvirke.language import Text
from samvirke.report.annexes.answers import has_answers, meets_none
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
    lines,
    words,
)
from samvirke.report.words.changes import change_anchor, changes_in_words, grounds
from samvirke.report.words.naming import actor_name, figure_called, short_name, with_names
from samvirke.report.words.references import basis, sources
from samvirke.report.words.wording import inside_sentence, month_name, names, quoted
from samvirke.study.alternative import Alternative
from samvirke.study.study import Study, Written
from samvirke.uncertainty.results import Results

INTRO = (
    words(
        "Her står endringene i hvert alternativ, og grunnene til dem. Hvordan alternativene møter "
        "utfordringene, står i ",
        "Here are the changes in each alternative, and the reasons for them. How the alternatives meet the "
        "challenges stands in ",
    ),
    words("neste vedlegg", "the next annex", "#answers"),
    words(".", "."),
)


def alternatives_annex(results: Results) -> Section:
    """One section for each alternative, the zero alternative first."""
    study = results.study
    shared = (_packages(results),) if any(one.includes for one in study.alternatives.values()) else ()
    return Section(
        "alternatives",
        Text("Alternativene", "The alternatives"),
        (Paragraph(INTRO),) if has_answers(study) else (),
        (*shared, *(_alternative(results, one) for one in study.alternatives.values())),
    )


def _packages(results: Results) -> Section:
    """The changes that several alternatives have in common, told once."""
    study = results.study
    used = dict.fromkeys(key for one in study.alternatives.values() for key in one.includes)
    inner = []
    for key in used:
        package = study.packages[key]
        holders = names(quoted(one.name) for one in study.alternatives.values() if key in one.includes)
        part_of = Text(f"Er med i {holders.nb}.", f"Part of {holders['en']}.")
        written = (
            Written("packages.yaml", (key, "changes", number), change, key)
            for number, change in enumerate(package.changes)
        )
        table = _table(results.plans[results.zero], written)
        blocks = (Paragraph((Words(package.text), words(" ", " "), Words(part_of))), table)
        inner.append(Section(f"package-{key}", package.name, blocks))
    intro = words(
        "Disse grepene er de samme i flere alternativer, og står derfor bare her. Navnene er dagens: blir en "
        "enhet slått sammen med en annen, går grepet over til den nye enheten.",
        "These steps are the same in several alternatives and therefore stand only here. The names are "
        "today's: where a unit is merged with another, the step passes to the new unit.",
    )
    heading = Text("Grep som flere alternativer har felles", "Steps that several alternatives share")
    return Section("packages", heading, (Paragraph((intro,)),), tuple(inner))


def _alternative(results: Results, one: Alternative) -> Section:
    study = results.study
    blocks: list[Block] = [Paragraph((Words(one.summary),))]
    if one.note is not None:
        blocks.append(Paragraph((Words(one.note),)))
    if one.grant_administrator is not None:
        chosen = one.grant_administrator
        final = results.plans[one.id].final
        blocks.append(
            Paragraph(
                (
                    words("Tilskuddsordningen: ", "The grant scheme: ", strong=True),
                    Words(actor_name(final, chosen.actor)),
                    words(". ", ". "),
                    Words(chosen.reason),
                )
            )
        )
    if one.weighed:
        blocks.append(_weighed(study, one))
    if one.includes:
        blocks.append(_included(study, one))
    if one.changes:
        blocks.append(_changes(results, one))
    if meets_none(one):
        blocks.append(
            Paragraph((words("Møter ingen av utfordringene.", "Meets none of the challenges."),)),
        )
    return Section(f"alternative-{one.id}", one.name, tuple(blocks))


def _weighed(study: Study, one: Alternative) -> Table:
    rows = tuple(
        (
            cell(actor_name(study, host.actor)),
            cell(host.favour),
            cell(host.against),
            Cell(sources(study, host.source)),
        )
        for host in one.weighed
    )
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (("Vert", "Host"), ("For", "For"), ("Mot", "Against"), ("Kilder", "Sources"))
    )
    return Table(Text("Verter som er vurdert", "Hosts that were weighed"), columns, rows)


def _included(study: Study, one: Alternative) -> Paragraph:
    pieces: list[Piece] = [words("Bygger på grep som er felles med andre: ", "Builds on shared steps: ")]
    for number, key in enumerate(one.includes):
        pieces.append(words("; ", "; ")) if number else None
        pieces.append(Words(inside_sentence(study.packages[key].name), f"#package-{key}"))
    return Paragraph((*pieces, words(".", ".")))


CHANGE_COLUMNS = (
    Column(Text("Endring", "Change")),
    Column(Text("Fra", "From")),
    Column(Text("Hvorfor, og hva det bygger på", "Why, and what it rests on")),
)


def _table(plan: Plan, changes: Iterable[Written]) -> Table:
    """The changes, those that are made from the same month and for the same reason in one row."""
    alike: dict[tuple[object, ...], list[Written]] = {}
    for one in changes:
        alike.setdefault(grounds(one.change), []).append(one)
    rows = tuple(_row(plan, together) for together in alike.values())
    return Table(Text("Endringer", "Changes"), CHANGE_COLUMNS, rows)


def _row(plan: Plan, together: list[Written]) -> tuple[Cell, ...]:
    """Changes in words; when they start; and why."""
    change = together[0].change
    said = changes_in_words(plan, together, short_name)
    if len(said) > 1:
        said = tuple(Text(f"– {one.nb}", f"– {one['en']}") for one in said)
    return (
        Cell(lines(said), anchor=change_anchor(plan.today, together[0])),
        cell(month_name(change.start), *_until(change)),
        Cell((Words(change.reason), *_stops(plan, change), Break(), *basis(plan.today, change))),
    )


def _until(change: Any) -> tuple[Piece, ...]:
    """The month from which a change for a time is no longer in force."""
    if change.until is None:
        return ()
    end = month_name(change.until)
    return (Break(), words(f"til {end.nb}", f"until {end['en']}"))


def _stops(plan: Plan, change: Any) -> tuple[Piece, ...]:
    """What ends a pilot early: each figure and the value it must not pass."""
    pieces: list[Piece] = []
    for one in change.stop_criteria:
        label = figure_called(with_names(plan), one.figure)
        limit = Text(f"{one.threshold:g}".replace(".", ","), f"{one.threshold:g}")
        pieces += [
            Break(),
            words(
                f"Stanses før tiden om dette går over {limit.nb}: {inside_sentence(label).nb}.",
                f"Ends early if this goes above {limit['en']}: {inside_sentence(label)['en']}.",
            ),
        ]
    return tuple(pieces)


def _changes(results: Results, one: Alternative) -> Table:
    plan = results.plans[one.id]
    return _table(plan, (written for written in results.study.changes(one.id) if written.package is None))
