"""The ways of persons: who decides, does and pays at each point, and what the alternatives change."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.consequences.way import Difference, Hands, Hole, Payer, Point, difference, final_way
from samvirke.language import Text
from samvirke.report.annexes.sharing import sharing_anchor
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
from samvirke.report.words.naming import actor_name, alternative_name, person_name, task_name
from samvirke.report.words.references import basis
from samvirke.report.words.states import states
from samvirke.report.words.wording import inside_sentence, linked, names, told
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

HOLES: dict[Hole, Text] = {
    "undecided": Text("ingen avgjør", "nobody decides"),
    "contested": Text("flere avgjør", "several decide"),
    "undone": Text("ingen utfører", "nobody does it"),
    "sharing": Text("grunnlag for deling ikke kjent", "basis for sharing not known"),
}
TODAY: tuple[Column, ...] = tuple(
    Column(Text(nb, en))
    for nb, en in (
        ("Punkt", "Point"),
        ("Avgjør", "Decides"),
        ("Utfører", "Does"),
        ("Betaler", "Pays"),
        ("Kan opplysninger følge med til neste?", "May information follow to the next?"),
    )
)
CHANGED: tuple[Column, ...] = (
    Column(Text("Alternativ", "Alternative")),
    Column(Text("Hull", "Holes"), numeric=True),
    *(
        Column(Text(nb, en))
        for nb, en in (
            ("Tettes", "Closed"),
            ("Oppstår", "Arise"),
            ("Står igjen", "Left"),
            ("Andre hender", "Other hands"),
        )
    ),
)
NOTHING = Text("–", "–")


def ways_section(results: Results) -> Section:
    """Every person's way: a table of how it is without an alternative, and one of what each changes."""
    persons = results.plans[results.zero].final.pathways.persons
    text = (
        Text(
            "Her følges tenkte personer gjennom innsatsen, punkt for punkt. Hull står i rødt: ingen avgjør, "
            "flere avgjør, ingen utfører, eller grunnlaget for å gi opplysninger videre er ikke kjent. "
            "Noen hull kan være villet i lov, og antallet sier ikke hvor alvorlige de er.",
            "Here imagined persons are followed through the effort, point by point. Holes stand in red: "
            "nobody decides, several decide, nobody does the task, or the basis for passing information on "
            "is not known. Some holes may be intended in law, and their number does not say how serious "
            "they are.",
        )
        if persons
        else Text("Utredningen følger ingen person ennå.", "The study follows no person yet.")
    )
    return Section(
        "ways",
        Text("Én persons vei", "One person's way"),
        (Paragraph((Words(text),)),),
        tuple(_person(results, person) for person in persons),
    )


def _person(results: Results, person: str) -> Section:
    study = results.plans[results.zero].final
    record = study.pathways.persons[person]
    today = final_way(results.plans[results.zero], person)
    when = inside_sentence(states(results)[0].heading)
    count = results.figure(results.zero, f"way.holes.{person}")
    assert count is not None
    intro: list[Piece] = [
        Words(record.text),
        words(f" Hull på veien ({when.nb}): ", f" Holes on the way ({when['en']}): "),
    ]
    intro += [linked(count, told(count), strong=True), words(".", ".")]
    if carried := basis(study, record):
        intro += [words(" ", " "), *carried]
    blocks: tuple[Block, ...] = (Paragraph(tuple(intro)), _today(study, person, when, today))
    if results.compared:
        blocks = (*blocks, _changed(results, person, today))
    return Section(f"way-{person}", person_name(study, person), blocks)


def _today(study: Study, person: str, when: Text, points: tuple[Point, ...]) -> Table:
    name = person_name(study, person)
    return Table(
        Text(f"Veien ({when.nb}): {name.nb}", f"The way ({when['en']}): {name['en']}"),
        TODAY,
        tuple(_row(study, points, number) for number in range(len(points))),
        note=Text(
            "«Ja» betyr at utredningen har funnet et grunnlag, ikke at noen har bekreftet det. «Ikke ført» "
            "betyr at utredningen ikke har ført oppgaven som egen utgift, ofte fordi den er ordinær "
            "saksbehandling.",
            "“Yes” means that the study has found a basis, not that anyone has confirmed it. “Not entered” "
            "means that the study has not entered the task as an expense of its own, often because it is "
            "ordinary case work.",
        ),
    )


def _row(study: Study, points: tuple[Point, ...], number: int) -> tuple[Cell, ...]:
    point = points[number]
    here = [words(f"{number + 1}. ", f"{number + 1}. "), Words(task_name(study, point.task), strong=True)]
    happens: list[Piece] = [*here, Break(), Words(point.told.text)]
    if carried := basis(study, point.told):
        happens += [Break(), *carried]
    return (
        Cell(tuple(happens)),
        _deciders(study, point),
        _doers(study, point),
        cell(names(_payer(study, payer) for payer in point.payers))
        if point.payers
        else cell(Text("Ikke ført", "Not entered")),
        _onward(study, points, number),
    )


def _deciders(study: Study, point: Point) -> Cell:
    if not point.deciders:
        return cell(Text("Ingen avgjør", "Nobody decides"), tone="bad")
    who = names(actor_name(study, actor) for actor in point.deciders)
    if len(point.deciders) == 1:
        return cell(who)
    return cell(Text(f"Flere avgjør: {who.nb}", f"Several decide: {who['en']}"), tone="bad")


def _doers(study: Study, point: Point) -> Cell:
    if not point.doers:
        return cell(Text("Ingen utfører", "Nobody does it"), tone="bad")
    if point.onward != "behind":
        return cell(names(actor_name(study, actor) for actor in point.meeting))
    who = names(actor_name(study, actor) for actor in point.doers)
    return cell(who, Break(), Text("Møter ikke personen", "Does not meet the person"))


def _payer(study: Study, payer: Payer) -> Text:
    name = actor_name(study, payer.actor)
    match payer.means:
        case "municipal":
            return Text(f"{name.nb} (kommunale midler)", f"{name['en']} (municipal means)")
        case "own":
            return Text(f"{name.nb} (egne midler)", f"{name['en']} (own means)")
        case "state":
            return name


def _onward(study: Study, points: tuple[Point, ...], number: int) -> Cell:
    point = points[number]
    match point.onward:
        case "last":
            return cell(Text("Veien slutter her", "The way ends here"))
        case "behind":
            return cell(Text("Opplysninger går utenom dette punktet", "Information passes by this point"))
        case "same":
            return cell(Text("Ja, det er samme organ", "Yes, it is the same body"))
        case "broken" if not point.doers:
            return cell(Text("Nei, ingen kan gi dem videre", "No, nobody can pass it on"), tone="doubt")
        case "broken":
            return cell(Text("Nei, ingen tar imot", "No, nobody receives it"), tone="doubt")
        case "handed":
            return _hand_overs(study, point)


def _hand_overs(study: Study, point: Point) -> Cell:
    """One line for each pair of bodies, leading to what the study says of it."""
    pieces: list[Piece] = []
    for one in point.hand_overs:
        if pieces:
            pieces.append(Break())
        sender, receiver = actor_name(study, one.sender), actor_name(study, one.receiver)
        between = Text(f"{receiver.nb}: ", f"{receiver['en']}: ")
        if len(point.meeting) > 1:
            between = Text(f"{sender.nb} → {receiver.nb}: ", f"{sender['en']} → {receiver['en']}: ")
        pieces.append(Words(between))
        if not one.allowed:
            answer = Text("grunnlag ikke kjent", "basis not known")
        elif one.sharing is not None and one.sharing.consent:
            answer = Text("ja, med samtykke", "yes, with consent")
        else:
            answer = Text("ja, uten samtykke", "yes, without consent")
        pieces.append(Words(answer, f"#{sharing_anchor(one)}", strong=not one.allowed))
        if one.sharing is not None and one.sharing.note is not None:
            pieces += [words(". ", ". "), Words(one.sharing.note)]
    return Cell(tuple(pieces), "bad" if "sharing" in point.holes else "plain")


def _changed(results: Results, person: str, today: tuple[Point, ...]) -> Table:
    """One row for each outcome, with the alternatives that have it in common."""
    alike: dict[Difference, list[str]] = {}
    for name in results.compared:
        found = difference(today, final_way(results.plans[name], person))
        alike.setdefault(found, []).append(name)
    called = person_name(results.study, person)
    return Table(
        Text(
            f"Hva alternativene endrer på veien: {called.nb}",
            f"What the alternatives change on the way: {called['en']}",
        ),
        CHANGED,
        (
            _before(results, person),
            *(_outcome(results, person, tuple(which), how) for how, which in alike.items()),
        ),
    )


def _before(results: Results, person: str) -> tuple[Cell, ...]:
    """How many holes there are without an alternative, to read the others against."""
    count = results.figure(results.zero, f"way.holes.{person}")
    assert count is not None
    number = cell(linked(count, told(count)))
    return (cell(states(results)[0].heading), number, *(cell(NOTHING) for _ in CHANGED[2:]))


def _outcome(results: Results, person: str, which: tuple[str, ...], how: Difference) -> tuple[Cell, ...]:
    study = results.plans[which[0]].final
    count = results.figure(which[0], f"way.holes.{person}")
    assert count is not None
    hands = [
        Text(f"{task_name(study, p.task).nb}: {who.nb}", f"{task_name(study, p.task)['en']}: {who['en']}")
        for p in how.hands
        for who in [names(_parts(study, p))]
    ]
    return (
        cell(names(alternative_name(study, name) for name in which)),
        cell(linked(count, told(count))),
        _lines(_holes(study, how.closed), "good"),
        _lines(_holes(study, how.opened), "bad"),
        _lines(_holes(study, how.left), "bad"),
        _lines(hands, "plain"),
    )


def _parts(study: Study, point: Hands) -> Iterable[Text]:
    """Who decides and who does the task afterwards."""
    for actors, nb, en in ((point.deciders, "avgjør", "decides"), (point.doers, "utfører", "does")):
        if actors:
            who = names(actor_name(study, actor) for actor in actors)
            yield Text(f"{who.nb} {nb}", f"{who['en']} {en}")


def _holes(study: Study, holes: Iterable[tuple[str, Hole]]) -> list[Text]:
    """Holes told by task, the holes of one task together."""
    by_task: dict[str, list[Hole]] = {}
    for task, hole in holes:
        by_task.setdefault(task, []).append(hole)
    return [
        Text(f"{task_name(study, task).nb}: {what.nb}", f"{task_name(study, task)['en']}: {what['en']}")
        for task, found in by_task.items()
        for what in [names(HOLES[hole] for hole in found)]
    ]


def _lines(texts: list[Text], tone: str) -> Cell:
    if not texts:
        return cell(NOTHING)
    pieces: list[Piece] = []
    for text in texts:
        pieces += [Break(), Words(text)] if pieces else [Words(text)]
    return Cell(tuple(pieces), tone)  # type: ignore[arg-type]
