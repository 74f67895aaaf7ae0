"""What one must believe to choose each alternative, in place of a score."""

from __future__ import annotations

from samvirke.consequences.effects import no_better
from samvirke.language import Text
from samvirke.report.document import (
    Block,
    Cell,
    Column,
    Paragraph,
    Piece,
    Points,
    Section,
    Table,
    Words,
    cell,
    words,
)
from samvirke.report.pictures.ranges import ranges
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.standing import standing_told
from samvirke.report.words.turns import MOST, turns_told
from samvirke.report.words.wording import SMALL, linked, millions, names, quoted, told
from samvirke.uncertainty.beliefs.beliefs import Beliefs
from samvirke.uncertainty.beliefs.tipping import Weighed
from samvirke.uncertainty.results import Results

WORTH = Text(
    "Må minst være verdt i året, fra alt er på plass", "Must be worth at least, a year, once all is in place"
)
OVER_ALL = Text("Det samme, fordelt på alle årene", "The same, spread over all the years")
COUNTED = Text(
    "Og om det som avgis, er verdt det det koster", "And if what is given up is worth what it costs"
)
HEADING = Text("Hva en må tro", "What one must believe")
INTRO = words(
    "Ingen av alternativene er best på alt, og virkninger for mennesker har ikke fått en pris. Tabellen sier "
    "derfor hva en må tro for å velge hvert av dem. ",
    "None of the alternatives is best in every way, and effects for people have not been given a price. The "
    "table therefore tells what one must believe to choose each of them. ",
)


def beliefs_section(results: Results) -> tuple[Section, ...]:
    """A row for each alternative, and what stands when all ranges are doubled."""
    found = results.beliefs
    if found is None:
        return ()
    more = words("Se vippepunktene", "See the turning points", "#sensitivity")
    blocks: tuple[Block, ...] = (
        Paragraph((INTRO, more, words(".", "."))),
        _table(results, found),
        *((drawn,) if (drawn := ranges(results)) is not None else ()),
        *_no_better(results, found),
        *_if_worth_its_cost(results, found),
        Paragraph((Words(standing_told(results.study, found.doubled)),)),
    )
    return (Section("beliefs", HEADING, blocks),)


def _table(results: Results, found: Beliefs) -> Table:
    order = found.doubled.own.order
    rows = tuple(_row(results, found, name, place) for place, name in enumerate(order))
    return Table(
        Text(
            "Alternativene, med dem som koster samfunnet minst først",
            "The alternatives, those that cost society least first",
        ),
        (
            Column(Text("Alternativ", "Alternative")),
            Column(WORTH, numeric=True),
            Column(OVER_ALL, numeric=True),
            Column(COUNTED, numeric=True),
            Column(Text("Virkninger uten pris", "Effects without a price")),
            Column(Text("Mot det neste som koster mindre", "Against the next that costs less")),
            Column(Text("Den rekkefølgen snur hvis", "That order turns if")),
        ),
        rows,
        note=Text(
            "Millioner kroner. «Må minst være verdt» er det virkningene uten pris samlet, når ulempene er "
            "trukket fra, må være verdt for at alternativet skal lønne seg mot nullalternativet; forventet "
            "verdi, med ti- og nittiprosentverdien i parentes. Første kolonne regner virkningene fra den "
            "siste endringen starter og ut studiens år. Det som tas fra andre utgifter i innsatsen, er "
            "regnet som spart, unntatt i den tredje. Pluss og minus teller virkninger etter tegnet og er "
            "ikke et samlet mål. Sjansen viser hvor sannsynlig det er at verdien ligger forbi vippepunktet, "
            "etter studiens egne spenn.",
            "NOK million. “Must be worth at least” is what the effects without a price must together be "
            "worth, with drawbacks taken off, for the alternative to pay against the zero alternative; "
            "expected value, with the 10th and 90th percentiles in brackets. The first column counts "
            "effects from the start of the last change until the study's years end. What is taken from "
            "other spending in the effort is counted as saved, save in the third. Plus and minus count "
            "effects by their signs and are no measure of the whole. The chance is how likely it is that "
            "the value lies beyond the turning point, by the study's own ranges.",
        ),
    )


def _row(results: Results, found: Beliefs, name: str, place: int) -> tuple[Cell, ...]:
    cheaper = found.doubled.own.order[place - 1] if place else None
    return (
        cell(alternative_name(results.study, name)),
        *(_worth(results, name, key) for key in ("break_even.in_place", "break_even", "break_even.given_up")),
        _effects(results, name),
        cell(words("–", "–")) if cheaper is None else _rival(results, name, cheaper),
        Cell(_turned(results, found, cheaper, name)),
    )


def _worth(results: Results, name: str, key: str) -> Cell:
    figure = results.figure(name, key, against_zero=True)
    return cell(words("–", "–") if figure is None else linked(figure, told(figure)))


def _effects(results: Results, name: str) -> Cell:
    """How many effects have a plus and how many a minus, by the study's own judgement."""
    scale = results.study.assignment.scale
    sizes = [
        scale.consequence(effect.importance, effect.by_alternative[name].magnitude)
        for effect in results.study.effects.values()
        if name in effect.by_alternative
    ]
    if not sizes:
        return cell(words("ikke vurdert", "not assessed"), tone="bad")
    plus, minus = sum(size > 0 for size in sizes), sum(size < 0 for size in sizes)
    return cell(words(f"{plus} pluss, {minus} minus", f"{plus} plus, {minus} minus", "#effects-matrix"))


def _rival(results: Results, name: str, cheaper: str) -> Cell:
    """How much more the effects must be worth than those of the alternative that costs less."""
    figures = [results.figure(one, "break_even", against_zero=True) for one in (name, cheaper)]
    assert figures[0] is not None and figures[1] is not None
    more = figures[0].expected - figures[1].expected
    called = alternative_name(results.study, cheaper)
    if more < SMALL:
        text = Text(f"koster det samme som {called.nb}", f"costs the same as {called['en']}")
    else:
        amounts = millions(more, "nb"), millions(more, "en")
        text = Text(f"{amounts[0]} mer enn {called.nb}", f"{amounts[1]} more than {called['en']}")
    return cell(text)


def _turned(results: Results, found: Beliefs, cheaper: str | None, name: str) -> tuple[Piece, ...]:
    one = order_between(found, cheaper, name)
    if one is None or one.tied:
        return (words("–", "–"),)
    return turns_told(results.study, one, MOST)


def order_between(found: Beliefs, cheaper: str | None, name: str) -> Weighed | None:
    """What is weighed when an alternative is held against the one that costs society less."""
    return next(
        (one for one in found.weighed if (one.condition.alternative, one.condition.rival) == (cheaper, name)),
        None,
    )


def _if_worth_its_cost(results: Results, found: Beliefs) -> tuple[Paragraph, ...]:
    """The order when what is taken from other spending is worth its cost, where that is another order."""
    own = found.doubled.own.order
    costs = {name: results.figure(name, "break_even.given_up", against_zero=True) for name in own}
    counted = {name: round(figure.expected, 1) for name, figure in costs.items() if figure is not None}
    order = tuple(sorted(counted, key=lambda name: counted[name]))
    if order == own:
        return ()
    called = names(quoted(alternative_name(results.study, name)) for name in order)
    why = Text(
        "Rekkefølgen forutsetter at det andre i innsatsen må avgi, ikke er et tap. Er det verdt det det "
        "koster, er rekkefølgen {order}.",
        "The order assumes that what others in the effort must give up is no loss. If it is worth what it "
        "costs, the order is {order}.",
    ).format(order=called)
    return (Paragraph((Words(why, strong=True),)),)


def _no_better(results: Results, found: Beliefs) -> tuple[Points, ...]:
    """Alternatives that cost more than another and are better than it on no effect that is judged."""
    told = []
    for name in found.doubled.own.order:
        cheaper = _cheapest_as_good(results, found, name)
        if cheaper is not None:
            told.append((Words(_beaten(results, name, cheaper)),))
    return (Points(tuple(told)),) if told else ()


def _cheapest_as_good(results: Results, found: Beliefs, name: str) -> str | None:
    """The alternative, or zero, that costs society clearly less and is as good on every effect."""
    own = results.figure(name, "annual_value")
    for other in (results.zero, *found.doubled.own.order):
        theirs = results.figure(other, "annual_value")
        if own is None or theirs is None or theirs.expected - own.expected < SMALL:
            continue
        if no_better(results.study, name, other):
            return other
    return None


def _beaten(results: Results, name: str, other: str) -> Text:
    own, theirs = (quoted(alternative_name(results.study, one)) for one in (name, other))
    return Text(
        f"{own.nb} er ikke vurdert som bedre enn {theirs.nb} på noen virkning uten pris, og koster mer. Den "
        "som velger det, må legge vekt på noe annet, eller mene at en av vurderingene er feil.",
        f"{own['en']} is not judged better than {theirs['en']} on any effect without a price, and costs "
        "more. Whoever chooses it must give weight to something else, or hold that one of the judgements "
        "is wrong.",
    )
