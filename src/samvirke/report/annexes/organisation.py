"""Annex: today's organisation — who decides and does each task, gaps and disputes, and duties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samvirke.consequences.administration import administration
from samvirke.language import Text
from samvirke.quantities.expressions import references
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
from samvirke.report.pictures.organisation import organisation
from samvirke.report.pictures.reorganisation import changed_organisation
from samvirke.report.words.areas import areas
from samvirke.report.words.naming import alternative_name, short_name, task_name
from samvirke.report.words.quantities import formula, unit_name
from samvirke.report.words.references import basis, sources
from samvirke.report.words.states import states
from samvirke.report.words.wording import names
from samvirke.study.organisation import Part, Responsibility, Task
from samvirke.study.responsibility import coverage
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

COVERED: dict[str, Text] = {
    "full": Text("Dekket", "Covered"),
    "partly": Text("Delvis", "Partly"),
    "not": Text("Ikke dekket", "Not covered"),
}

BESIDES: Mapping[Part, Text] = {
    "consulted": Text("Rådspørres", "Consulted"),
    "informed": Text("Orienteres", "Informed"),
}


def organisation_annex(results: Results) -> Section:
    """Who does what today, and the tasks and duties that are in nobody's or several hands."""
    study = results.plans[results.zero].today
    return Section(
        "organisation",
        Text("Dagens organisering", "Today's organisation"),
        (
            Paragraph(
                (
                    words(
                        "Tabellene viser hvem som avgjør og hvem som utfører hver oppgave, og hvem som "
                        "rådspørres og orienteres. Hull og uenighet står slik de var.",
                        "The tables show who decides and who does each task, and who is consulted and "
                        "informed. Gaps and disputes stand as they were.",
                    ),
                )
            ),
            _open_questions(results),
            *(one for one in (organisation(results), changed_organisation(results)) if one is not None),
        ),
        (
            *(_area(study, area, name) for area, name in areas(study).items()),
            Section(
                "duties",
                Text("Plikter og hvordan de er dekket", "Duties and how they are covered"),
                (_duties(study),),
            ),
        ),
    )


def _people(study: Study, actors: tuple[str, ...], nobody: Text) -> Cell:
    if not actors:
        return cell(nobody, tone="bad")
    return cell(names(short_name(study, actor) for actor in actors))


def _area(study: Study, area: str, called: Text) -> Section:
    rows = []
    for key, task in study.tasks.items():
        if task.area != area:
            continue
        r = study.responsibility(key)
        decides = _people(study, r.decides, Text("Ingen", "Nobody"))
        if len(r.decides) > 1:
            decides = Cell(decides.pieces, "doubt")
        notes = lines(note for note in (task.note, r.note, r.judgement) if note is not None)
        cited = sources(study, (*task.source, *r.source))
        remark = (*notes, *((Break(),) if notes and cited else ()), *cited)
        name = cell(task.name, *_known(study, task), anchor=f"task-{key}")
        does = _people(study, r.doers, Text("Ingen", "Nobody"))
        does = Cell((*does.pieces, *_besides(study, r)), does.tone)
        rows.append((name, decides, does, Cell(remark)))
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Oppgave", "Task"),
            ("Avgjør", "Decides"),
            ("Utfører", "Does"),
            ("Merknad og kilder", "Remarks and sources"),
        )
    )
    table = Table(
        Text(f"Oppgaver: {called.nb.lower()}", f"Tasks: {called['en'].lower()}"),
        columns,
        tuple(rows),
    )
    return Section(f"area-{area}", called, (table,))


def _besides(study: Study, responsibility: Responsibility) -> Iterator[Piece]:
    """Who is asked and who is told, each on a line of its own."""
    for part, heading in BESIDES.items():
        if actors := responsibility.of(part):
            who = names(short_name(study, actor) for actor in actors)
            yield from (Break(), words(f"{heading.nb}: {who.nb}", f"{heading['en']}: {who['en']}"))


def _known(study: Study, task: Task) -> Iterator[Piece]:
    """What a task rests on in law and how often it is done, each on a line of its own, where it is known."""
    if task.legal_basis is not None:
        yield from (Break(), words("Hjemmel: ", "Legal basis: "), Words(task.legal_basis))
    if task.volume is not None:
        often = unit_name("cases/yr")
        yield from (Break(), words("Volum: ", "Volume: "), *formula(study, task.volume))
        yield from () if references(task.volume) else (words(f" {often.nb}", f" {often['en']}"),)


def _duties(study: Study) -> Block:
    rows = []
    for key, duty in study.duties.items():
        how = coverage(study, key)
        reasons = [c.reason for c in duty.tasks if c.reason is not None]
        who = names(task_name(study, c.task) for c in duty.tasks)
        rows.append(
            (
                cell(duty.text, anchor=f"duty-{key}"),
                cell(COVERED[how], tone={"full": "good", "partly": "doubt", "not": "bad"}[how]),  # type: ignore[arg-type]
                cell(who),
                Cell(lines(dict.fromkeys(reasons))),
                Cell(basis(study, duty)),
            )
        )
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Plikt", "Duty"),
            ("Dekning", "Coverage"),
            ("Oppgaver", "Tasks"),
            ("Hvorfor ikke helt", "Why not in full"),
            ("Bygger på", "Rests on"),
        )
    )
    return Table(Text("Plikter", "Duties"), columns, tuple(rows))


def _open_questions(results: Results) -> Table:
    """Gaps, undecided and contested tasks today and under each alternative."""
    study = results.study
    found = {name: administration(results.plans[name].final) for name in (results.zero, *results.compared)}
    today = found[results.zero]
    tasks = [t for t in study.tasks if t in today.gaps or t in today.undecided or t in today.contested]
    rows = []
    for task in tasks:
        cells = [cell(task_name(study, task))]
        for state in found.values():
            wrong = [
                text
                for text, those in (
                    (Text("ingen utfører", "nobody does"), state.gaps),
                    (Text("ingen avgjør", "nobody decides"), state.undecided),
                    (Text("flere avgjør", "several decide"), state.contested),
                )
                if task in those
            ]
            cells.append(
                cell(names(wrong), tone="bad") if wrong else cell(Text("avklart", "settled"), tone="good")
            )
        rows.append(tuple(cells))
    heads = (Column(Text("Oppgave", "Task")), *(Column(alternative_name(study, name)) for name in found))
    when = (
        Text("i dag", "today")
        if states(results)[0].unchanged
        else Text("i nullalternativet", "in the zero alternative")
    )
    return Table(
        Text(
            f"Oppgaver som {when.nb} er i ingens eller flere hender, og hva alternativene gjør med dem",
            f"Tasks in nobody's or several hands {when['en']}, and what the alternatives do about them",
        ),
        heads,
        tuple(rows),
    )
