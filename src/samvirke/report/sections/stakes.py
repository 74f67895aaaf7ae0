"""Section: what the lead of the study, and each participant, gains and loses by each alternative."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from samvirke.consequences.stakes import Change, PowerEnd, Stakes, TaskPart, stakeholders, stakes
from samvirke.language import Language, Text, number
from samvirke.provenance import Figure
from samvirke.report.document import Break, Cell, Column, Paragraph, Piece, Section, Table, Words, cell, words
from samvirke.report.words.changes import PART
from samvirke.report.words.naming import actor_name, task_name
from samvirke.report.words.powers import MAY
from samvirke.report.words.states import State, heads, states
from samvirke.report.words.wording import SMALL, both, linked, names, quoted, told
from samvirke.study.authority import INSTRUCT_COVERS
from samvirke.study.organisation import Part
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

MONEY: tuple[tuple[str, Text], ...] = (
    ("operations", Text("Driftsposter, mill. kr i året", "Operating lines, NOK million a year")),
    ("grants", Text("Tilskuddsposter, mill. kr i året", "Grant lines, NOK million a year")),
    ("own_frame", Text("Dekker av egen ramme, mill. kr i året", "Pays from own budget, NOK million a year")),
    ("one_off", Text("Dekker én gang, mill. kr", "Pays once, NOK million")),
)
SMALL_FTE = 0.05
NO_WORDS = Text("", "")
GAINS, LOSES = Text("Får", "Gains"), Text("Mister", "Loses")
OTHERS_GAIN = Text("Andre får over organet", "Others gain over it")
OTHERS_LOSE = Text("Andre mister over organet", "Others lose over it")
NOTHING = Text("Ingen endring", "No change")
COVERED = tuple(kind for kind in INSTRUCT_COVERS if kind != "instruct")


@dataclass(frozen=True, slots=True)
class Count:
    """What is said of one, and of several; `#` stands for how many."""

    one: Text
    several: Text

    def of(self, count: int) -> Text:
        """The words for so many."""
        told = self.one if count == 1 else self.several
        return both(lambda language: told[language].replace("#", str(count)))


MORE_TASKS = Count(Text("Én oppgave til", "1 more task"), Text("# oppgaver til", "# more tasks"))
FEWER_TASKS = Count(Text("Mister én oppgave", "Loses 1 task"), Text("Mister # oppgaver", "Loses # tasks"))
MORE_POWERS = Count(
    Text("Ett virkemiddel til overfor andre", "1 more power over others"),
    Text("# flere virkemidler overfor andre", "# more powers over others"),
)
FEWER_POWERS = Count(
    Text("Mister ett virkemiddel overfor andre", "Loses 1 power over others"),
    Text("Mister # virkemidler overfor andre", "Loses # powers over others"),
)
MORE_OVER_IT = Count(
    Text("Ett nytt virkemiddel over organet", "1 new power over it"),
    Text("# nye virkemidler over organet", "# new powers over it"),
)
FEWER_OVER_IT = Count(
    Text("Ett virkemiddel over organet faller bort", "1 power over it ends"),
    Text("# virkemidler over organet faller bort", "# powers over it end"),
)
MORE_DUTIES = Count(Text("Én plikt til", "1 more duty"), Text("# plikter til", "# more duties"))
FEWER_DUTIES = Count(
    Text("Én plikt faller bort", "1 duty ends"), Text("# plikter faller bort", "# duties end")
)


def stakes_section(results: Results) -> Section:
    """The lead in full, then every participant in short."""
    study = results.study
    lead = study.assignment.lead
    others = tuple(body for body in stakeholders(study) if body != lead)
    every = states(results)
    heading = (
        Text("Hva lederen og deltakerne vinner og taper", "What the lead and the participants gain and lose")
        if study.assignment.commissioned
        else Text("Hva organene det gjelder, vinner og taper", "What the bodies concerned gain and lose")
    )
    blocks: list[Paragraph | Table] = [_intro(study, lead), _lead(results, every, lead)]
    if others:
        blocks.append(_others(results, every, others))
    return Section("stakes", heading, tuple(blocks))


def _intro(study: Study, lead: str) -> Paragraph:
    who = actor_name(study, lead)
    if not study.assignment.commissioned:
        return Paragraph(
            (
                words(
                    f"Tabellen viser hva {who.nb} vinner og taper i hvert alternativ, medregnet alt som "
                    "hører til organet. Den sier ikke hva noen mener om det.",
                    f"The table shows what {who['en']} gains and loses in each alternative, with everything "
                    "that belongs to it. It does not say what anybody thinks of it.",
                ),
            )
        )
    return Paragraph(
        (
            words(
                f"{who.nb} leder utredningen og kan selv bli berørt av den. Tabellen viser hva lederen "
                "vinner og taper i hvert alternativ, medregnet alt som hører til organet. Den sier ikke hva "
                "noen mener om det.",
                f"{who['en']} leads the study and may itself be affected by it. The table shows what the "
                "lead gains and loses in each alternative, with everything that belongs to it. It does not "
                "say what anybody thinks of it.",
            ),
        )
    )


def _lead(results: Results, every: tuple[State, ...], lead: str) -> Table:
    """What changes hands by kind, one row for each alternative."""
    rows = []
    for state in _compared(every):
        one = stakes(state.plan, lead)
        rows.append(
            (
                cell(state.heading),
                _parts(results.study, one.parts),
                _powers(one),
                _duties(results.study, one.duties),
                Cell(_people_and_money(results, state, lead)),
            )
        )
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Alternativ", "Alternative"),
            ("Oppgaver", "Tasks"),
            ("Virkemidler", "Powers"),
            ("Plikter", "Duties"),
            ("Folk og penger", "People and money"),
        )
    )
    caption = actor_name(results.study, lead)
    return Table(
        Text(f"Hva {caption.nb} selv vinner og taper", f"What {caption['en']} itself gains and loses"),
        columns,
        tuple(rows),
        note=Text(
            "Virkemidler er telt som slag overfor organ, for eksempel «innkalle (12)» for tolv organer. Det "
            "som følger av retten til å instruere, er ikke gjentatt.",
            "Powers are counted as kinds towards bodies, for instance “convene (12)” for twelve bodies. What "
            "follows from the right to instruct is not repeated.",
        ),
    )


def _others(results: Results, every: tuple[State, ...], bodies: tuple[str, ...]) -> Table:
    compared = _compared(every)
    rows = tuple(
        (
            cell(actor_name(results.study, body)),
            *(_short(results, state, body) for state in compared),
        )
        for body in bodies
    )
    commissioned = results.study.assignment.commissioned
    caption = Text("Hva de andre deltakerne vinner og taper", "What the other participants gain and lose")
    others = Text("Hva de andre organene vinner og taper", "What the other bodies gain and lose")
    return Table(
        caption if commissioned else others,
        heads(Text("Deltaker", "Participant") if commissioned else Text("Organ", "Body"), compared),
        rows,
        note=Text(
            "En oppgave er telt én gang for hver del organet får eller mister, som å avgjøre eller utføre. "
            "Virkemidler overfor andre er telt som slag overfor hvert organ. Virkemidler over organet, eller "
            "over noe som hører til det, er telt som slag. Retten til å instruere omfatter alle slag unntatt "
            "å fordele penger.",
            "A task is counted once for each part that the body gets or loses, such as deciding or doing. "
            "Powers over others are counted as kinds towards each body. Powers over the body, or over "
            "something that belongs to it, are counted as kinds. The right to instruct covers every kind "
            "except allocating money.",
        ),
    )


def _compared(every: tuple[State, ...]) -> tuple[State, ...]:
    """Every state in which something is changed."""
    return tuple(state for state in every if any(phase.changes for phase in state.plan.phases))


def _parts(study: Study, change: Change[TaskPart]) -> Cell:
    """Tasks gained and lost, gathered by part: “utfører: …”."""
    pieces: list[Piece] = []
    for label, found in ((GAINS, change.gained), (LOSES, change.lost)):
        by_part: dict[Part, list[Text]] = {}
        for task, part in found:
            by_part.setdefault(part, []).append(quoted(task_name(study, task)))
        for part, tasks in by_part.items():
            pieces += _line(label, Text(f"{PART[part].nb} ", f"{PART[part]['en']} "), names(tasks))
    return _lines(pieces)


def _powers(one: Stakes) -> Cell:
    """Kinds of power, with how many bodies each is over, or held by."""
    pieces: list[Piece] = []
    for label, found in ((GAINS, one.powers.gained), (LOSES, one.powers.lost)):
        if found:
            pieces += _line(label, NO_WORDS, _kinds(found))
    for label, found in ((OTHERS_GAIN, one.powers_over_it.gained), (OTHERS_LOSE, one.powers_over_it.lost)):
        if found:
            pieces += _line(label, NO_WORDS, _kinds(found))
    return _lines(pieces)


def _kinds(found: Iterable[PowerEnd]) -> Text:
    """Kinds with how many bodies; what the right to instruct the same body covers is not repeated."""
    every = tuple(found)
    instructed = {end for kind, end in every if kind == "instruct"}
    counts = Counter(kind for kind, end in every if kind not in COVERED or end not in instructed)
    return names(Text(f"{MAY[kind].nb} ({n})", f"{MAY[kind]['en']} ({n})") for kind, n in counts.items())


def _duties(study: Study, change: Change[str]) -> Cell:
    pieces: list[Piece] = []
    for label, found in ((GAINS, change.gained), (LOSES, change.lost)):
        for duty in found:
            pieces += _line(label, NO_WORDS, study.duties[duty].text)
    return _lines(pieces)


def _people_and_money(results: Results, state: State, body: str) -> tuple[Piece, ...]:
    """Work-years and money that change, each leading to what it rests on."""
    pieces: list[Piece] = []
    fte = results.figure(state.id, f"admin.fte_change.{body}")
    if fte is not None and _is_something(fte, SMALL_FTE):
        pieces += [words("Årsverk: ", "Work-years: "), linked(fte, _work_years(fte))]
    for name, label in MONEY:
        figure = results.figure(state.id, f"stakes.{name}.{body}")
        if figure is not None and _is_something(figure, SMALL):
            pieces += [Break()] if pieces else []
            sign = name in ("operations", "grants")
            pieces += [Words(label), words(": ", ": "), linked(figure, told(figure, sign=sign))]
    return tuple(pieces) or (Words(NOTHING),)


def _short(results: Results, state: State, body: str) -> Cell:
    one = stakes(state.plan, body)
    pieces: list[Piece] = []
    for change, more, fewer in (
        (one.parts, MORE_TASKS, FEWER_TASKS),
        (one.powers, MORE_POWERS, FEWER_POWERS),
        (one.kinds_over_it, MORE_OVER_IT, FEWER_OVER_IT),
        (one.duties, MORE_DUTIES, FEWER_DUTIES),
    ):
        for count, say in ((len(change.gained), more), (len(change.lost), fewer)):
            if count:
                pieces += [Break()] if pieces else []
                pieces.append(Words(say.of(count)))
    money = _people_and_money(results, state, body)
    if money != (Words(NOTHING),):
        pieces += [Break()] if pieces else []
        pieces += money
    return Cell(tuple(pieces)) if pieces else cell(NOTHING)


def _lines(pieces: list[Piece]) -> Cell:
    """The lines of a cell; the last needs no new line after it."""
    return Cell(tuple(pieces[:-1])) if pieces else cell(NOTHING)


def _line(label: Text, before: Text, what: Text) -> list[Piece]:
    """One gain or loss on a line of its own."""
    said = Text(f": {before.nb}{what.nb}", f": {before['en']}{what['en']}")
    return [Words(label, None, True), Words(said), Break()]


def _is_something(figure: Figure, small: float) -> bool:
    return max(abs(figure.expected), abs(figure.p10), abs(figure.p90)) >= small


def _work_years(figure: Figure) -> Text:
    """A change in work-years with its sign, and its range where there is one."""

    def tell(language: Language) -> str:
        middle, low, high = (
            f"{'+' if x > 0 else ''}{number(x, language, 1)}"
            for x in (figure.expected, figure.p10, figure.p90)
        )
        between = " til " if language == "nb" else " to "
        return middle if low == high else f"{middle} ({low}{between}{high})"

    return both(tell)
