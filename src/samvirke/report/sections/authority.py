"""Section: what the co-ordinator may do towards each body, today and under each alternative."""

from __future__ import annotations

from dataclasses import replace

from samvirke.consequences.authority import (
    LADDER_READ_AT,
    Authority,
    authority,
    bodies_under_power,
    counted_bodies,
    passing_powers,
)
from samvirke.language import Text
from samvirke.report.document import (
    Block,
    Break,
    Cell,
    Paragraph,
    Piece,
    Points,
    Section,
    Table,
    Tone,
    Words,
    cell,
    words,
)
from samvirke.report.words.naming import actor_name, task_name
from samvirke.report.words.powers import MAY, kinds_told
from samvirke.report.words.references import read_at
from samvirke.report.words.states import State, as_before, gathered, heads, name_in, states
from samvirke.report.words.wording import both, linked, names, quoted
from samvirke.study.authority import KINDS, coordinators, step
from samvirke.uncertainty.results import Results

NOBODY = Text("ingen", "nobody")
STEPS: tuple[Text, ...] = (
    Text("Utveksle informasjon", "Exchange information"),
    Text("Utvikle en felles forståelse av problemet", "Develop a shared understanding of the problem"),
    Text("Unngå å svekke hverandres måloppnåelse", "Avoid weakening each other's goal achievement"),
    Text("Utvikle en felles plan og felles tiltak", "Develop a joint plan and joint measures"),
)


def authority_section(results: Results) -> Section:
    """Bodies × alternatives; nothing but a word where no task makes a co-ordinator."""
    heading = Text("Hva samordneren kan gjøre", "What the co-ordinator may do")
    if results.study.assignment.coordination_task is None:
        said = words(
            "Studien sier ikke hvilken oppgave som gjør noen til samordner.",
            "The study does not say which task makes somebody the co-ordinator.",
        )
        return Section("authority", heading, (Paragraph((said,)),))
    every = states(results)
    blocks: tuple[Block, ...] = (_who(results, every), *_passing(every), _matrix(results, every))
    return Section("authority", heading, blocks)


def authority_in_short(results: Results) -> Section:
    """The ladder, and the step towards each body that has a figure for it."""
    every = states(results)
    counted = {body for state in every for body in counted_bodies(state.plan)}
    bodies = [body for body in _in_file_order(every, list(counted)) if _is_body(every, body)]
    rows = tuple((cell(name_in(every, body)), *_steps(results, every, body)) for body in bodies)
    caption = Text(
        "Høyeste trinn på samordningstrappen overfor hvert organ",
        "Highest step on the co-ordination ladder towards each body",
    )
    table = Table(caption, heads(Text("Organ", "Body"), every), rows, even=True)
    more = words("Se hvilke virkemidler det gjelder", "See which powers these are", "#authority")
    blocks: tuple[Block, ...] = (
        _ladder_intro(results),
        _ladder(results),
        table,
        *_passing(every),
        Paragraph((more, words(".", "."))),
    )
    heading = Text("Hva samordneren kan gjøre", "What the co-ordinator may do")
    return Section("ladder", heading, blocks)


def _steps(results: Results, every: tuple[State, ...], body: str) -> tuple[Cell, ...]:
    """The whole cells without the powers in them."""
    return tuple(replace(one, pieces=one.pieces[:1]) for one in _row(results, every, body))


def _who(results: Results, every: tuple[State, ...]) -> Paragraph:
    """Who the co-ordinator is, and what it belongs to, told once for the states where it is the same."""
    task = quoted(task_name(results.study, results.study.assignment.coordination_task or ""))
    first = words(
        f"Samordneren er den som utfører oppgaven {task.nb}.",
        f"The co-ordinator is whoever does the task {task['en']}.",
    )
    return Paragraph((first, Break(), *gathered((state, (_coordinator(state),)) for state in every)))


def _coordinator(state: State) -> Words:
    study = state.study
    told = []
    for actor in coordinators(study):
        who, above = actor_name(study, actor), study.above(actor)[1:]
        if above:
            host = actor_name(study, above[0])
            who = Text(f"{who.nb}, som hører til {host.nb}", f"{who['en']}, part of {host['en']}")
        told.append(who)
    said = both(lambda language: "; ".join(one[language] for one in told)) if told else NOBODY
    return words(f"{said.nb}.", f"{said['en']}.")


def _ladder_intro(results: Results) -> Paragraph:
    return Paragraph(
        (
            words(
                "Samordningstrappen til DFØ har fire trinn (",
                "DFØ's co-ordination ladder has four steps (",
            ),
            *read_at(results.study, LADDER_READ_AT),
            words(
                "). Hvilket trinn et virkemiddel gjør mulig, er vår vurdering. Tabellene viser hva "
                "virkemidlene gjør mulig, ikke hva som skjer: et virkemiddel kan ligge ubrukt, og etater kan "
                "samordne seg uten.",
                "). Which step a power makes possible is our judgement. The tables show what the powers make "
                "possible, not what happens: a power may lie unused, and agencies may co-ordinate without.",
            ),
        )
    )


def _ladder(results: Results) -> Points:
    """Each step with the kinds of power that we hold make it possible."""
    items = []
    for number, text in enumerate(STEPS, 1):
        kinds = [kind for kind in KINDS if step(results.study, kind) == number]
        by = names(MAY[kind] for kind in kinds)
        items.append(
            (
                words(f"Trinn {number}: {text.nb}.", f"Step {number}: {text['en']}.", strong=True),
                words(
                    f" Virkemidler: {by.nb or 'ingen'}.",
                    f" Powers: {by['en'] or 'none'}.",
                ),
            )
        )
    return Points(tuple(items))


def _matrix(results: Results, every: tuple[State, ...]) -> Table:
    """Bodies × states. Bodies without figures of their own that fare alike share a row."""
    counted = {body for state in every for body in counted_bodies(state.plan)}
    bodies = list(dict.fromkeys(body for state in every for body in bodies_under_power(state.plan)))
    bodies = [body for body in _in_file_order(every, bodies) if _is_body(every, body)]
    rows: list[tuple[Cell, ...]] = [
        (cell(name_in(every, body)), *_row(results, every, body)) for body in bodies if body in counted
    ]
    alike: dict[tuple[Cell, ...], list[str]] = {}
    for body in bodies:
        if body not in counted:
            alike.setdefault(_row(results, every, body), []).append(body)
    rows += [(cell(names(name_in(every, body) for body in same)), *row) for row, same in alike.items()]
    return Table(
        Text(
            "Hva samordneren kan gjøre overfor hvert organ, og trinnet det gjør mulig",
            "What the co-ordinator may do towards each body, and the step it makes possible",
        ),
        heads(Text("Organ", "Body"), every),
        tuple(rows),
        note=Text(
            "Alternativene vises slik de er når alt er på plass. En strek betyr at organet ikke finnes da, "
            "eller at det er samordneren selv.",
            "The alternatives are shown as they are once everything is in place. A dash means that the body "
            "does not exist then, or is the co-ordinator itself.",
        ),
    )


def _row(results: Results, every: tuple[State, ...], body: str) -> tuple[Cell, ...]:
    today = authority(every[0].study, body)
    return tuple(_cell(results, s, body, today, first=s is every[0]) for s in every)


def _cell(results: Results, state: State, body: str, today: Authority, *, first: bool) -> Cell:
    """The step, then what makes it possible; of an alternative only what differs from today."""
    if body not in state.study.actors or body in coordinators(state.study):
        return cell(words("–", "–"))
    here = authority(state.study, body)
    label = Text(f"Trinn {here.step}", f"Step {here.step}") if here.step else Text("Ingen", "None")
    figure = results.figure(state.id, f"admin.ladder.{body}")
    head = linked(figure, label, strong=True) if figure is not None else Words(label, None, True)
    now, before = ([kind for kind, _ in one.kinds] for one in (here, today))
    new, gone = ([k for k in now if k not in before], [k for k in before if k not in now])
    pieces: list[Piece] = [head]
    if now or not first:
        pieces.append(Break())
    if first:
        pieces += [Words(kinds_told(now))] if now else []
    elif not new and not gone:
        pieces.append(Words(as_before(states(results))))
    else:
        if new:
            told = kinds_told(new)
            pieces.append(words(f"nytt: {told.nb}", f"new: {told['en']}"))
        if gone:
            told = kinds_told(gone)
            pieces += [Break()] if new else []
            pieces.append(words(f"ikke lenger: {told.nb}", f"no longer: {told['en']}"))
    tone: Tone = "good" if here.step > today.step else "bad" if here.step < today.step else "plain"
    return Cell(tuple(pieces), tone)


def _in_file_order(every: tuple[State, ...], bodies: list[str]) -> list[str]:
    known = list(dict.fromkeys(key for state in every for key in state.study.actors))
    return sorted(bodies, key=known.index)


def _is_body(every: tuple[State, ...], body: str) -> bool:
    """Whether a body is another than the co-ordinator in at least one state."""
    return any(body in s.study.actors and body not in coordinators(s.study) for s in every)


def _passing(every: tuple[State, ...]) -> list[Paragraph]:
    """Powers that an alternative gives for a time only, which the table does not show."""
    found = []
    for state in every:
        powers = passing_powers(state.plan)
        if powers:
            what = names(MAY[kind] for kind in dict.fromkeys(power.kind for power in powers))
            called = quoted(state.heading)
            found.append(
                Paragraph(
                    (
                        words(
                            f"I {called.nb} kan samordneren i en prøveperiode også {what.nb}. Det står ikke "
                            "i tabellen, fordi det faller bort når prøven er over.",
                            f"In {called['en']} the co-ordinator may for a trial period also {what['en']}. "
                            "It is not in the table, since it ends when the trial is over.",
                        ),
                    )
                )
            )
    return found
