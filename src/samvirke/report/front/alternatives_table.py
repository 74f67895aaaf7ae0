"""The main table of the page: one row for each alternative."""

from __future__ import annotations

from samvirke.consequences.administration import administration
from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Piece, Table, Words, cell, words
from samvirke.report.words.degrees import degrees_told
from samvirke.report.words.naming import alternative_name, short_name, years_looked_at
from samvirke.report.words.verdict import SHORT, TONES, verdict
from samvirke.report.words.wording import SMALL, first_sentence, in_millions, linked, month_name, told
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

GRANTS = Text("Tilskuddene forvaltes av", "Grants administered by")


def alternatives_table(results: Results) -> Table:
    """The alternatives as rows: cost, who runs any grants, people moved, gaps closed, challenges met."""
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Innenfor dagens utgifter?", "Within today's total?")),
        Column(Text("Engangs\u00adkostnad, mill. kr", "One-off cost, NOK million")),
        *((Column(GRANTS),) if results.study.has_grants else ()),
        Column(Text("Årsverk som bytter arbeidsgiver", "Work-years that change employer")),
        Column(
            Text("Oppgaver ingen gjør i dag; utfordringer møtt", "Tasks nobody does today; challenges met")
        ),
    )
    rows = tuple(_row(results, name) for name in results.compared)
    return Table(
        Text(
            "Alternativene mot nullalternativet. Forventet verdi; i parentes ti- og nittiprosentverdien.",
            "The alternatives against the zero alternative. Expected value; in brackets the 10th and 90th "
            "percentiles.",
        ),
        columns,
        rows,
    )


def _row(results: Results, name: str) -> tuple[Cell, ...]:
    study = results.study
    how = verdict(results, name)
    return (
        cell(
            Words(alternative_name(study, name), f"#alternative-{name}", strong=True),
            Break(),
            first_sentence(study.alternatives[name].summary),
        ),
        Cell(
            (Words(SHORT[how], strong=True), Break(), *_excess(results, name), *_ends(study, name)),
            TONES[how],
        ),
        _one_off(results, name),
        *((_grants(results, name),) if study.has_grants else ()),
        _people(results, name),
        _gaps(results, name),
    )


def _ends(study: Study, name: str) -> tuple[Piece, ...]:
    """Until when it lasts, wholly or in part, where it is for a time only."""
    changes = [written.change for written in study.changes(name)]
    ends = [change.until for change in changes if change.until is not None]
    if not ends:
        return ()
    first, last = month_name(min(ends)), month_name(max(ends))
    if len(ends) == len(changes):
        said = Text(f"alt opphører innen {last.nb}", f"everything ends by {last['en']}")
    elif first == last:
        said = Text(f"noen endringer opphører i {first.nb}", f"some changes end in {first['en']}")
    else:
        said = Text(
            f"noen endringer opphører, de første i {first.nb}",
            f"some changes end, the first in {first['en']}",
        )
    return (Break(), Words(said))


def _excess(results: Results, name: str) -> tuple[Piece, ...]:
    """How far up or down, in the dearest year and once in place."""
    worst, steady = (results.figure(name, f"ceiling.{k}") for k in ("worst_year", "steady_excess"))
    assert worst is not None and steady is not None
    if max(abs(worst.expected), abs(steady.expected)) < SMALL:
        return (linked(worst, Text("samme sum som i dag", "same sum as today")),)
    dearest, settled = in_millions(worst, sign=True), in_millions(steady, sign=True)
    return (
        linked(worst, Text(f"{dearest.nb} mill. kr", f"NOK {dearest['en']} million")),
        words(" i det dyreste året; siden ", " at most; then "),
        linked(steady, settled),
    )


def _one_off(results: Results, name: str) -> Cell:
    figure = results.added(name, "one_off.total")
    assert figure is not None
    pieces: list[Piece] = [linked(figure, told(figure))]
    left = results.figure(name, "funding.open")
    if left is not None and left.expected >= SMALL:
        nobody = Text("{amount} mill. dekkes av ingen", "NOK {amount} million paid by nobody")
        told_left = nobody.format(amount=in_millions(left))
        pieces += [Break(), linked(left, told_left, strong=True), _in_all(results)]
    return Cell(tuple(pieces))


def _grants(results: Results, name: str) -> Cell:
    chosen = results.study.alternatives[name].grant_administrator
    if chosen is None:
        return cell(Text("Ikke sagt", "Not said"), tone="bad")
    pieces: list[Piece] = [Words(short_name(results.plans[name].final, chosen.actor))]
    turned = results.figure(name, "funding.grants_to_operations")
    if turned is not None and turned.expected >= SMALL:
        lost = Text("{amount} mill. fra tilskudd til drift", "NOK {amount} million of grants to operations")
        told_lost = lost.format(amount=in_millions(turned))
        pieces += [Break(), linked(turned, told_lost, strong=True), _in_all(results)]
    return Cell(tuple(pieces))


def _in_all(results: Results) -> Words:
    """The years that a sum is over."""
    return words(Text(" i {years}", " in {years}").format(years=years_looked_at(results.study)), strong=True)


def _people(results: Results, name: str) -> Cell:
    moved, place = (results.figure(name, f"admin.fte_{k}") for k in ("moved", "relocated"))
    assert moved is not None and place is not None
    if moved.p90 == 0:
        return cell(linked(moved, Text("Ingen", "None")))
    if place.p90 == 0:
        return cell(linked(moved, told(moved)), Break(), words("ingen til annen by", "none to another city"))
    return cell(
        linked(moved, told(moved)), Break(), words("annen by: ", "another city: "), linked(place, told(place))
    )


def _gaps(results: Results, name: str) -> Cell:
    before = administration(results.plans[results.zero].final)
    after = administration(results.plans[name].final)
    figure = results.figure(name, "admin.gaps")
    assert figure is not None
    closed = [task for task in before.gaps if task not in after.gaps]
    pieces: list[Piece] = [
        linked(
            figure,
            Text(
                f"{len(closed)} av {len(before.gaps)} blir gjort",
                f"{len(closed)} of {len(before.gaps)} are done",
            ),
            strong=True,
        )
    ]
    return Cell((*pieces, *_challenges(results, name)))


def _challenges(results: Results, name: str) -> tuple[Piece, ...]:
    """How many challenges the alternative meets, by its own answers."""
    written = results.study.alternatives[name]
    told_of = degrees_told(written)
    if told_of is None:
        return ()
    return (Break(), Words(told_of))
