"""The one page in front: the answer, the alternatives as rows, who gives up what, and what is not known."""

from __future__ import annotations

from samvirke.consequences.administration import administration
from samvirke.consequences.funding import outside_givers, rows_giving
from samvirke.language import Text, number
from samvirke.report.document import Block, Break, Cell, Column, Notice, Paragraph, Piece, Section, Table, Words, cell, words
from samvirke.report.naming import actor_name, alternative_name, giver_name, row_name, task_name
from samvirke.report.verdict import SHORT, TONES, verdict, within
from samvirke.report.wording import about, both, linked, millions, names, told
from samvirke.uncertainty.results import Results

MOST_DRIVERS = 2


def front_page(results: Results) -> Section:
    """The page a director reads in two minutes."""
    study = results.study
    blocks: tuple[Block, ...] = (
        _answer(results),
        _nobody_asked(results),
        _alternatives(results),
        _givers(results),
        *_today(results),
    )
    return Section("page", study.assignment.title, tuple(b for b in blocks if b is not None))


def _answer(results: Results) -> Paragraph:
    """Two or three sentences: today's total, and which alternatives lie within it."""
    total = results.figure(results.zero, "today.total")
    assert total is not None
    inside = within(results)
    outside = [name for name in results.compared if name not in inside]
    amount = both(
        lambda language: (
            f"om lag {about(total.expected, language)} millioner kroner i året, trolig mellom {about(total.p10, language)} og "
            f"{about(total.p90, language)}"
            if language == "nb"
            else f"about NOK {about(total.expected, language)} million a year, probably between {about(total.p10, language)} and "
            f"{about(total.p90, language)}"
        )
    )
    pieces: list[Piece] = [
        words("Innsatsen koster i dag staten ", "Today the effort costs the state "),
        linked(total, amount, strong=True),
        words(
            " i øremerkede penger. Ingen kilde oppgir summen; den er bygd opp av deler. ",
            " in earmarked money. No source states the sum; it is built up from parts. ",
        ),
    ]
    pieces.append(Words(_within_sentence(results, inside), strong=True))
    pieces.extend(Words(_outside_sentence(results, name)) for name in outside)
    return Paragraph(tuple(pieces), lead=True)


def _within_sentence(results: Results, inside: tuple[str, ...]) -> Text:
    count, of = len(inside), len(results.compared)
    if not inside:
        return Text(
            "Ingen av alternativene ligger innenfor dagens samlede utgifter hvert år.",
            "None of the alternatives lies within today's total expenditure every year.",
        )
    which = names(alternative_name(results.study, name) for name in inside)
    return Text(
        f"{_count(count, 'nb').capitalize()} av {_count(of, 'nb')} alternativer ligger innenfor dagens samlede utgifter hvert "
        f"år, engangskostnader medregnet: {which.nb}.",
        f"{_count(count, 'en').capitalize()} of {_count(of, 'en')} alternatives {'lies' if count == 1 else 'lie'} within today's "
        f"total expenditure every year, one-off costs included: {which['en']}.",
    )


def _outside_sentence(results: Results, name: str) -> Text:
    worst = results.figure(name, "ceiling.worst_year")
    assert worst is not None
    called = alternative_name(results.study, name)
    steady = verdict(results, name) == "steady"
    return both(
        lambda language: (
            f" {called.nb} koster inntil {millions(worst.expected, language)} millioner mer i det dyreste året"
            + (", men ikke mer enn i dag når alt er på plass." if steady else ".")
            if language == "nb"
            else f" {called['en']} costs up to NOK {millions(worst.expected, language)} million more in the dearest year"
            + (", but no more than today once everything is in place." if steady else ".")
        )
    )


NUMBERS = {
    "nb": ("ingen", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
    "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}


def _count(value: int, language: str) -> str:
    spelt = NUMBERS[language]
    return spelt[value] if value < len(spelt) else str(value)


def _nobody_asked(results: Results) -> Notice:
    study = results.study
    answered = sum(a.status == "answered" for a in study.assumptions.values())
    every = len(study.assumptions)
    invited = sum(i.invited is not None for i in study.involvement.values())
    heading = (
        Text("Ingen er spurt ennå", "Nobody has been asked yet")
        if not invited and not answered
        else Text(f"{invited} er invitert", f"{invited} have been invited")
    )
    return Notice(
        heading,
        (
            words(
                f"{answered} av {every} forutsetninger er besvart av noen som vet. Resten er våre egne vurderinger eller bygger på "
                "kilder som er eldre enn 2020 eller skrevet av andre. Verken etatene eller de frivillige organisasjonene har uttalt "
                "seg om alternativene. ",
                f"{answered} of {every} assumptions have been answered by somebody who knows. The rest are our own judgements, or rest "
                "on sources older than 2020 or written by others. Neither the agencies nor the voluntary organisations have "
                "commented on the alternatives. ",
            ),
            words("Se forutsetningene", "See the assumptions", "#assumptions"),
            words(".", "."),
        ),
    )


def _alternatives(results: Results) -> Table:
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Innenfor dagens utgifter?", "Within today's total?")),
        Column(Text("Engangs\u00adkostnad, mill. kr", "One-off cost, NOK million")),
        Column(Text("Tilskuddene forvaltes av", "Grants administered by")),
        Column(Text("Årsverk som bytter arbeidsgiver", "Work-years that change employer")),
        Column(Text("Hull tettet", "Gaps closed")),
        Column(Text("Usikrest", "Least certain")),
    )
    rows = tuple(_row(results, name) for name in results.compared)
    return Table(
        Text(
            "Alternativene mot nullalternativet. Forventet verdi; i parentes ti- og nittiprosentverdien.",
            "The alternatives against the zero alternative. Expected value; in brackets the 10th and 90th percentiles.",
        ),
        columns,
        rows,
        cards=True,
    )


def _row(results: Results, name: str) -> tuple[Cell, ...]:
    study = results.study
    how = verdict(results, name)
    return (
        cell(Words(alternative_name(study, name), f"#alternative-{name}", strong=True)),
        Cell((Words(SHORT[how], strong=True), Break(), *_excess(results, name)), TONES[how]),
        _one_off(results, name),
        _grants(results, name),
        _people(results, name),
        _gaps(results, name),
        _drivers(results, name),
    )


def _excess(results: Results, name: str) -> tuple[Piece, ...]:
    """How far up or down, in the dearest year and once in place."""
    worst, steady = (results.figure(name, f"ceiling.{k}") for k in ("worst_year", "steady_excess"))
    assert worst is not None and steady is not None
    return (
        linked(worst, both(lambda g: f"{millions(worst.expected, g, sign=True)} mill." if g == "nb" else f"NOK {millions(worst.expected, g, sign=True)} m")),
        words(" i dyreste år, ", " in the dearest year, "),
        linked(steady, both(lambda g: millions(steady.expected, g, sign=True))),
        words(" når alt er på plass", " once in place"),
    )


def _one_off(results: Results, name: str) -> Cell:
    figure = results.figure(name, "one_off.total")
    assert figure is not None
    plan = results.plans[name]
    once = [p for p in plan.journal if p.taker.account == "need:one-off"]
    givers = dict.fromkeys(
        row_name(results.study, p.giver.row) if p.giver.row else giver_name(results.study, p.giver.account) for p in once
    )
    pieces: list[Piece] = [linked(figure, told(figure))]
    if givers:
        pieces += [Break(), words("dekkes av: ", "paid by: "), Words(names(givers))]
    return Cell(tuple(pieces))


def _grants(results: Results, name: str) -> Cell:
    chosen = results.study.alternatives[name].grant_administrator
    if chosen is None:
        return cell(Text("Ikke sagt", "Not said"), tone="bad")
    plan = results.plans[name]
    return cell(actor_name(plan.final, chosen.actor))


def _people(results: Results, name: str) -> Cell:
    moved = results.figure(name, "admin.fte_moved")
    place = results.figure(name, "admin.fte_relocated")
    assert moved is not None and place is not None
    if moved.p90 == 0:
        return cell(linked(moved, Text("Ingen", "None")))
    town = (
        Text("samme by", "same town")
        if place.p90 == 0
        else both(lambda g: f"{number(place.expected, g, 1)} {'til en annen by' if g == 'nb' else 'to another town'}")
    )
    return cell(linked(moved, told(moved)), Break(), Words(town))


def _gaps(results: Results, name: str) -> Cell:
    before = administration(results.plans[results.zero].final)
    after = administration(results.plans[name].final)
    figure = results.figure(name, "admin.gaps")
    assert figure is not None
    closed = [task for task in before.gaps if task not in after.gaps]
    pieces: list[Piece] = [
        linked(figure, Text(f"{len(closed)} av {len(before.gaps)}", f"{len(closed)} of {len(before.gaps)}"), strong=True)
    ]
    if after.gaps:
        left = names(task_name(results.study, task) for task in after.gaps)
        pieces += [Break(), words("gjenstår: ", "left: "), Words(left)]
    return Cell(tuple(pieces))


def _drivers(results: Results, name: str) -> Cell:
    """The assumptions that the alternative's own figures hang on most."""
    drivers = results.drivers.get(name, ())[:MOST_DRIVERS]
    pieces: list[Piece] = []
    for assumption in drivers:
        if pieces:
            pieces.append(Break())
        pieces.append(Words(results.study.assumptions[assumption].text, f"#assumption-{assumption}"))
    return Cell(tuple(pieces) or (words("Ingen tall å være usikker på", "No number to be unsure of"),))


def _givers(results: Results) -> Table | None:
    """Who gives up what, year by year."""
    years = results.study.assignment.years
    rows: list[tuple[Cell, ...]] = []
    for name in results.compared:
        plan = results.plans[name]
        givers = [(f"funding.given_up.{row}", row_name(results.study, row)) for row in rows_giving(plan)]
        givers += [(f"funding.outside.{a}", giver_name(results.study, a)) for a in outside_givers(plan)]
        for stem, called in givers:
            figures = [results.figure(name, f"{stem}.{year}") for year in years]
            rows.append(
                (
                    cell(alternative_name(results.study, name)),
                    cell(called),
                    *(
                        cell(linked(f, both(lambda g, f=f: millions(f.expected, g)))) if f is not None else cell(Text("0", "0"))  # type: ignore[misc]
                        for f in figures
                    ),
                )
            )
    if not rows:
        return None
    return Table(
        Text("Hvem gir fra seg hva, mill. kroner i forventning", "Who gives up what, NOK million, expected"),
        (
            Column(Text("Alternativ", "Alternative")),
            Column(Text("Avgir", "Gives up")),
            *(Column(Text(str(year), str(year)), numeric=True) for year in years),
        ),
        tuple(rows),
        cards=True,
    )


def _today(results: Results) -> tuple[Block, ...]:
    """Today's organisation in three sentences."""
    study = results.study
    state = administration(results.plans[results.zero].final)
    tasks, actors = len(study.tasks), len(study.actors)
    gaps = names(task_name(study, task) for task in state.gaps)
    text = Text(
        f"I dag deler {actors} aktører {tasks} oppgaver. {len(state.gaps)} oppgaver utføres av ingen"
        + (f" ({gaps.nb})" if state.gaps else "")
        + f", {len(state.undecided)} har ingen som avgjør, og på {len(state.contested)} er det flere som avgjør. "
        f"{len(state.uncovered_duties)} av {len(study.duties)} plikter er uten dekning og {len(state.partly_covered_duties)} bare "
        "delvis dekket. ",
        f"Today {actors} actors share {tasks} tasks. {len(state.gaps)} tasks are done by nobody"
        + (f" ({gaps['en']})" if state.gaps else "")
        + f", {len(state.undecided)} have nobody who decides, and on {len(state.contested)} several decide. "
        f"{len(state.uncovered_duties)} of {len(study.duties)} duties are not covered and {len(state.partly_covered_duties)} only "
        "partly. ",
    )
    return (
        Paragraph(
            (Words(text), words("Se dagens organisering", "See today's organisation", "#organisation"), words(".", "."))
        ),
    )


