"""Section: the responsibility map, task × sector, with letters for who has which part.

Sectors and not single bodies are the columns: an area has up to thirty bodies, and so many columns cannot be
read on a page. Each cell names the bodies, so that nothing is lost.
"""

from __future__ import annotations

from samvirke.language import Text
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
from samvirke.report.pictures.responsibilities import responsibility
from samvirke.report.words.areas import areas
from samvirke.report.words.naming import actor_name, alternative_name, short_name, task_name
from samvirke.report.words.responsibility import LETTERS, open_points
from samvirke.report.words.sectors import OTHER_SECTORS, sector, sector_name
from samvirke.report.words.wording import both, capital, names, quoted
from samvirke.study.organisation import Responsibility
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

SECTORS = Text(
    "Statlige organer står under departementet de hører til; departementer med få roller i området står "
    "under «Andre».",
    "State bodies stand under the ministry they belong to; ministries with few parts in the area are among "
    "the others.",
)
MOST_SECTORS = 5  # more columns than these cannot be read on a page


def responsibility_map(results: Results, alternative: str | None = None) -> Section:
    """The map when the alternative is in place; today's when none is named."""
    name = results.zero if alternative is None else alternative
    plan = results.plans[name]
    study = plan.today if alternative is None else plan.final
    called = quoted(alternative_name(results.study, name))
    heading = (
        Text("Ansvarskart", "Responsibility map")
        if alternative is None
        else Text(f"Ansvarskart: {called.nb}", f"Responsibility map: {called['en']}")
    )
    anchor = "responsibility-map" if alternative is None else f"responsibility-map-{name}"
    drawn = {area: responsibility(area, study) for area in areas(study)}
    on_paper = not any(drawn.values())  # print has the pictures, where there are any
    blocks: list[Block] = []
    for area, picture in drawn.items():
        blocks.append(_table(study, area, areas(study)[area], on_paper=on_paper))
        blocks += [] if picture is None else [picture]
    return Section(anchor, heading, (_legend(), *blocks, _abbreviations(study)))


def _legend() -> Paragraph:
    pieces: list[Piece] = []
    for letter, meaning in LETTERS.values():
        pieces += [words("; ", "; ")] if pieces else []
        pieces += [Words(letter, None, True), words(f" {meaning.nb}", f" {meaning['en']}")]
    pieces.append(
        words(
            ". Det er sagt fra der ansvaret er et hull eller deles av flere; «flere utfører» står bare der "
            "delingen ikke er oppgitt.",
            ". It is told where responsibility is a gap or is shared by several; “several perform” stands "
            "only where the division is not stated.",
        )
    )
    return Paragraph(tuple(pieces))


def _table(study: Study, area: str, called: Text, *, on_paper: bool) -> Table:
    tasks = [key for key, task in study.tasks.items() if task.area == area]
    sectors, rest = _sectors(study, tasks)
    columns = [{one} for one in sectors] + ([rest] if rest else [])
    rows = tuple(
        (
            cell(task_name(study, task)),
            *(_cell(study, study.responsibility(task), own) for own in columns),
            _open(study.responsibility(task)),
        )
        for task in tasks
    )
    heads = (
        Column(Text("Oppgave", "Task")),
        *(Column(sector_name(study, one)) for one in sectors),
        *((Column(OTHER_SECTORS["other"]),) if rest else ()),
        Column(Text("Hull og overlapp", "Gaps and overlaps")),
    )
    return Table(called, heads, rows, note=SECTORS, on_paper=on_paper)


def _sectors(study: Study, tasks: list[str]) -> tuple[list[str], set[str]]:
    """The sectors with most parts in the tasks, ministries first in file order; and all the others."""
    every = [sector(study, a) for t in tasks for part in LETTERS for a in study.responsibility(t).of(part)]
    known = [key for key in (*study.actors, *OTHER_SECTORS) if key in every and key != "other"]
    most = sorted(known, key=lambda one: -every.count(one))[:MOST_SECTORS]
    return [one for one in known if one in most], set(every) - set(most)


def _cell(study: Study, responsibility: Responsibility, sectors: set[str]) -> Cell:
    """One line for each part that somebody of the sectors has: its letter, then who."""
    pieces: list[Piece] = []
    for part, (letter, _) in LETTERS.items():
        own = [actor for actor in responsibility.of(part) if sector(study, actor) in sectors]
        if own:
            who = _in_a_row(study, own)
            pieces += [Break()] if pieces else []
            pieces += [Words(letter, None, True), words(f" {who.nb}", f" {who['en']}")]
    return Cell(tuple(pieces))


def _in_a_row(study: Study, actors: list[str]) -> Text:
    short = [short_name(study, actor) for actor in actors]
    return both(lambda language: ", ".join(name[language] for name in short))


def _open(responsibility: Responsibility) -> Cell:
    """Gaps and overlaps in words, and in colour beside."""
    wrong, tone = open_points(responsibility)
    return cell(capital(names(wrong)), tone=tone)


def _abbreviations(study: Study) -> Paragraph:
    """The short names that are not the name itself, written out."""
    used = {
        actor
        for task in study.tasks
        for part in LETTERS
        for a in study.responsibility(task).of(part)
        for actor in (a, *study.above(a)[-1:])
    }
    told = []
    for actor in study.actors:
        short, whole = short_name(study, actor), actor_name(study, actor)
        if actor in used and f"({short.nb})" in whole.nb:
            full = whole.nb.replace(f" ({short.nb})", ""), whole["en"].replace(f" ({short['en']})", "")
            told.append(Text(f"{short.nb}: {full[0]}", f"{short['en']}: {full[1]}"))
    text = Text("; ".join(one.nb for one in told), "; ".join(one["en"] for one in told))
    return Paragraph((words("Forkortelser: ", "Abbreviations: ", strong=True), Words(text), words(".", ".")))
