"""Annex: what each alternative does to the budget and what it costs society, side by side and never mixed."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.consequences.economics.present_value import longer
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.annexes.cost_effectiveness import cost_effectiveness
from samvirke.report.annexes.economics_rules import rules_section
from samvirke.report.document import (
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
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import SMALL, linked, told
from samvirke.uncertainty.results import Results

ALTERNATIVE = Text("Alternativ", "Alternative")
WITHOUT_SIGN = ("break_even", "npv.given_up", "one_off")  # amounts, and no changes
MISSING = words("–", "–")
RANGES = Text(
    "Millioner kroner, forventet verdi; i parentes ti- og nittiprosentverdien. "
    "Forskjell fra nullalternativet.",
    "NOK million, expected value; in brackets the 10th and 90th percentiles. Difference from the zero "
    "alternative.",
)


def economics_section(results: Results) -> Section:
    """The two effects, what one must believe, longer horizons, and the rules behind it."""
    heading = Text("Budsjett og samfunnsøkonomi", "Budget and socio-economic effect")
    if not results.compared:
        nothing = words("Det er ingen alternativer å sammenligne.", "There are no alternatives to compare.")
        return Section("economics", heading, (Paragraph((nothing,)),))
    return Section(
        "economics",
        heading,
        (Paragraph((TWO_EFFECTS,)), _two_effects(results)),
        (_beliefs(results), cost_effectiveness(results), *_longer(results), rules_section(results)),
    )


TWO_EFFECTS = words(
    "Budsjettvirkningen er det staten betaler mer eller mindre. Den samfunnsøkonomiske virkningen er det "
    "samfunnet bruker av arbeid, tjenester og varer, uansett hvem som betaler. De to svarer på hvert sitt "
    "spørsmål og kan ikke legges sammen.",
    "The budget effect is what the state pays more or less. The socio-economic effect is what society uses "
    "of work, services and goods, whoever pays. The two answer different questions and cannot be added "
    "together.",
)


def _two_effects(results: Results) -> Table:
    last = results.study.assignment.years[-1]
    wanted = (
        (f"budget.net.{last}", Text(f"Budsjett: staten i {last}", f"Budget: the state in {last}")),
        ("one_off.total", Text("Budsjett: engangs\u00adkostnader", "Budget: one-off costs")),
        ("npv", Text("Samfunnet: netto nåverdi", "Society: net present value")),
        ("npv.dip", Text("Av dette tapt arbeid", "Of this, lost work")),
        ("npv.tax", Text("Av dette skatte\u00adfinansiering", "Of this, tax financing")),
    )
    caption = Text(
        "Budsjettvirkning og samfunnsøkonomisk virkning", "Budget effect and socio-economic effect"
    )
    note = Text(
        "{ranges} På budsjettet er pluss en utgift. I nåverdien er minus en kostnad, og virkninger uten pris "
        "er ikke med.",
        "{ranges} In the budget, plus is an outlay. In the present value, minus is a cost, and effects "
        "without a price are not counted.",
    ).format(ranges=RANGES)
    return by_alternative(results, caption, wanted, note)


def by_alternative(results: Results, caption: Text, wanted: Iterable[tuple[str, Text]], note: Text) -> Table:
    """One row for each alternative and one column for each figure."""
    columns = tuple(wanted)
    rows = (
        (
            cell(alternative_name(results.study, name)),
            *(_value(results.figure(name, key, against_zero=True)) for key, _ in columns),
        )
        for name in results.compared
    )
    heads = (Column(ALTERNATIVE), *(Column(head, numeric=True) for _, head in columns))
    return Table(caption, heads, tuple(rows), note=note)


def _value(figure: Figure | None) -> Cell:
    if figure is None:
        return Cell((MISSING,))
    sign = not figure.name.startswith(WITHOUT_SIGN)
    return Cell((linked(figure, told(figure, sign=sign)),))


def _beliefs(results: Results) -> Section:
    """What effects without a price must be worth, alternative by alternative."""
    heading = Text("Hva må en tro for at det skal lønne seg?", "What must one believe for it to pay?")
    intro = words(
        "Ingen virkninger for mennesker har fått en pris. Det som kan regnes ut, er hvor mye de minst må "
        "være verdt. Der noe av dekningen er tatt fra utgifter i innsatsen, er innsparingen regnet med, mens "
        "det som faller bort, står blant virkningene uten pris. Da vises også hvor grensen ligger hvis det "
        "som faller bort, er verdt det det koster.",
        "No effects for people have been given a price. What can be worked out is how much they must at "
        "least be worth. Where some of the money is taken from spending in the effort, the saving is "
        "counted, while what falls away is among the effects without a price. Then it is also shown where "
        "the threshold lies if what falls away is worth what it costs.",
    )
    return Section(
        "economics-break-even",
        heading,
        (Paragraph((intro,)), Points(tuple(_belief(results, name) for name in results.compared))),
    )


def _belief(results: Results, name: str) -> tuple[Piece, ...]:
    annual, even, given_up, counted = (
        results.figure(name, key, against_zero=True)
        for key in ("annual_value", "break_even", "npv.given_up", "break_even.given_up")
    )
    assert annual is not None
    assert even is not None
    assert given_up is not None
    assert counted is not None
    called = alternative_name(results.study, name)
    more: tuple[Piece, ...] = ()
    if given_up.expected >= SMALL:
        more = (
            words(
                " Er det som faller bort, verdt det det koster, er grensen ",
                " If what falls away is worth what it costs, the threshold is ",
            ),
            linked(counted, _a_year(counted)),
            words(".", "."),
        )
    return (Words(called, strong=True), words(": ", ": "), *_threshold(annual, even), *more)


def _threshold(annual: Figure, even: Figure) -> tuple[Piece, ...]:
    if abs(even.expected) < SMALL:
        return (
            words("Det som har en pris, går omtrent opp i opp: ", "What has a price roughly evens out: "),
            linked(even, _a_year(even)),
            words(
                ". Alternativet lønner seg hvis virkningene uten pris samlet er en fordel.",
                ". The alternative pays if the effects without a price are together an advantage.",
            ),
        )
    if even.expected < 0:
        return (
            words("Alternativet sparer samfunnet for ", "The alternative saves society "),
            linked(annual, _a_year(annual), strong=True),
            words(
                ". Det lønner seg så lenge virkningene uten pris ikke er så mye verre enn i "
                "nullalternativet.",
                ". It pays as long as the effects without a price are not as much worse than in the zero "
                "alternative.",
            ),
        )
    return (
        words(
            "Virkningene uten pris må være verdt minst ",
            "The effects without a price must be worth at least ",
        ),
        linked(even, _a_year(even), strong=True),
        words(" for at alternativet skal lønne seg.", " for the alternative to pay."),
    )


def _a_year(figure: Figure) -> Text:
    amount = told(figure)
    return Text(f"{amount.nb} millioner kroner i året", f"NOK {amount['en']} million a year")


def _longer(results: Results) -> tuple[Section, ...]:
    """The same over more years, where the study looks less far ahead."""
    more = longer(results.study.assignment)
    if not more:
        return ()
    years = len(results.study.assignment.years)
    keys = (("", years), *((f".{one}", one) for one in more))
    wanted = (
        *((f"npv{key}", Text(f"Netto nåverdi, {n} år", f"Net present value, {n} years")) for key, n in keys),
        *(
            (f"break_even{key}", Text(f"Må være verdt i året, {n} år", f"Must be worth a year, {n} years"))
            for key, n in keys
        ),
    )
    caption = Text("Hva flere år gjør med tallene", "What more years do to the figures")
    note = Text(
        "{ranges} Etter studiens siste år føres den årlige utgiften i siste fase videre.",
        "{ranges} After the study's last year, the yearly outlay of the final phase is carried on.",
    ).format(ranges=RANGES)
    heading = Text("Hvis en ser lenger fram", "If one looks further ahead")
    return (Section("economics-longer", heading, (by_alternative(results, caption, wanted, note),)),)
