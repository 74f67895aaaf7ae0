"""Annexes on money: today's total part by part, budget changes by chapter and item, and funding."""

from __future__ import annotations

from samvirke.consequences.budget import touched_lines
from samvirke.consequences.catalogue import definition
from samvirke.language import Text, number
from samvirke.provenance import Figure
from samvirke.quantities.rounding import rounded_to_sum
from samvirke.report.document import Block, Break, Cell, Column, Paragraph, Section, Table, Words, cell, words
from samvirke.report.pictures.spending import spending_by_line
from samvirke.report.words.givers import givers
from samvirke.report.words.naming import actor_name, alternative_name, line_name, row_name
from samvirke.report.words.references import basis
from samvirke.report.words.wording import in_thousands, linked, told
from samvirke.uncertainty.results import Results

THOUSANDS = 1000.0


def money_annex(results: Results) -> Section:
    """Everything about money that the page rests on."""
    return Section(
        "money",
        Text("Pengene", "The money"),
        (),
        (
            Section(
                "today-total", Text("Dagens samlede utgifter", "Today's total expenditure"), _today(results)
            ),
            *(
                Section(f"money-{name}", alternative_name(results.study, name), _changes(results, name))
                for name in results.compared
            ),
            *_by_line(results),
        ),
    )


def _by_line(results: Results) -> tuple[Section, ...]:
    """What is spent from each item under every alternative, side by side, where something is changed."""
    picture = spending_by_line(results)
    heading = Text("Utgiftene post for post", "Expenditure item by item")
    return () if picture is None else (Section("spending-lines", heading, (picture,)),)


SPENT = (
    Column(Text("Utgift", "Spending")),
    Column(Text("Hvem", "Who")),
    Column(Text("Post", "Item")),
    Column(Text("Mill. kr i året", "NOK million a year"), numeric=True),
    Column(Text("Bygger på", "Rests on")),
)
HOW_THE_PARTS_ADD = words(
    "Summen er bygd opp av delene under. Forventede verdier kan summeres; ytterpunktene i parentes kan ikke, "
    "for alt er neppe høyt eller lavt samtidig.",
    "The sum is built up from the parts below. Expected values add up; the ends in brackets do not, since "
    "hardly everything is high or low at once.",
)


def _today(results: Results) -> tuple[Block, ...]:
    """Today's total part by part, and what stands beside it."""
    spending = results.study.spending
    counted = [_spent(results, key) for key, row in spending.items() if row.counts]
    beside = [_spent(results, key) for key, row in spending.items() if not row.counts]
    total = results.figure(results.zero, "today.total")
    assert total is not None
    nothing = cell(Text("", ""))
    sum_row = (cell(Text("Sum", "Total")), nothing, nothing, cell(linked(total, told(total))), nothing)
    parts = Text("Delene av dagens samlede utgifter", "The parts of today's total expenditure")
    blocks: list[Block] = [
        Paragraph((HOW_THE_PARTS_ADD,)),
        Table(parts, SPENT, (*counted, sum_row), total=True),
    ]
    if beside:
        apart = Text("Vises ved siden av, og er ikke med i summen", "Shown beside, and not part of the total")
        blocks.append(Table(apart, SPENT, tuple(beside)))
    return tuple(blocks)


def _spent(results: Results, key: str) -> tuple[Cell, ...]:
    """One spending row: who spends it, from which line, how much, and what that rests on."""
    study = results.study
    row = study.spending[key]
    figure = results.figure(results.zero, f"today.row.{key}")
    amount = cell(linked(figure, told(figure))) if figure is not None else cell(Text("–", "–"))
    elsewhere = Text("Ikke statsbudsjettet", "Not the state budget")
    note = (Break(), Words(row.note)) if row.note else ()
    return (
        cell(row_name(study, key)),
        cell(actor_name(study, row.actor)),
        cell(line_name(study.lines[row.line]) if row.line else elsewhere),
        amount,
        Cell((*basis(study, row), *note)),
    )


def _changes(results: Results, name: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if _lines_told(results, name):
        blocks.append(_budget(results, name))
        blocks.append(_funding(results, name))
    else:
        blocks.append(Paragraph((words("Ingen poster endres.", "No items change."),)))
    blocks.append(_verdicts(results, name))
    return tuple(blocks)


def _budget(results: Results, name: str) -> Table:
    """Changes per chapter and item in thousands of kroner; the rows meet the sum."""
    years = results.study.assignment.years
    lines = _lines_told(results, name)
    columns = [_column(results, name, lines, year) for year in years]
    rows = [
        (_line(results, line), *(cell(linked(*column[index])) for column in columns))
        for index, line in enumerate(lines)
    ]
    net = [results.added(name, f"budget.net.{year}") for year in years]
    rows.append(
        (cell(Text("Netto", "Net")), *(cell(linked(f, in_thousands(f))) for f in net if f is not None))
    )
    heads = (
        Column(Text("Kapittel og post", "Chapter and item")),
        *(Column(Text(str(year), str(year)), numeric=True) for year in years),
    )
    return Table(
        Text(
            "Endringer på budsjettet, 1000 kroner i prisåret, forventet verdi",
            "Budget changes, NOK 1,000 in prices of the price year, expected value",
        ),
        heads,
        tuple(rows),
        cards=False,
        total=True,
    )


def _lines_told(results: Results, name: str) -> tuple[str, ...]:
    """The lines that the alternative touches; those that only the zero alternative changes are left out."""
    already = touched_lines(results.plans[results.zero]) if name != results.zero else ()
    years = results.study.assignment.years

    def adds(line: str) -> bool:
        found = (results.added(name, f"budget.change.{line}.{year}") for year in years)
        return any(figure is not None and bool(figure.p10 or figure.p90) for figure in found)

    return tuple(line for line in touched_lines(results.plans[name]) if line not in already or adds(line))


def _column(results: Results, name: str, lines: tuple[str, ...], year: int) -> list[tuple[Figure, Text]]:
    """One year's changes, rounded so that they add up to the rounded net change."""
    figures = [f for line in lines if (f := results.added(name, f"budget.change.{line}.{year}")) is not None]
    signs = [-1 if results.study.lines[line].side == "income" else 1 for line in lines]
    parts = [f.expected * THOUSANDS * s for f, s in zip(figures, signs, strict=True)]
    if net := results.added(name, f"budget.net.{year}"):  # what rounding has lost goes to the largest
        parts[max(range(len(parts)), key=lambda i: abs(parts[i]))] += net.expected * THOUSANDS - sum(parts)
    rounded = rounded_to_sum(parts)
    shown = (s * value for s, value in zip(signs, rounded, strict=True))
    return [(f, Text(number(v, "nb"), number(v, "en"))) for f, v in zip(figures, shown, strict=True)]


def _line(results: Results, line: str) -> Cell:
    record = results.study.lines[line]
    return cell(line_name(record), Break(), actor_name(results.study, record.holder))


def _funding(results: Results, name: str) -> Table:
    """Needs and givers, in thousands of kroner."""
    years = results.study.assignment.years
    rows = [(giver.name, giver.given) for giver in givers(results, name)]
    left = tuple(f for year in years if (f := results.added(name, f"funding.open.{year}")) is not None)
    rows.append((Text("Udekket", "Unfunded"), left))
    return Table(
        Text("Inndekning, 1000 kroner", "Funding, NOK 1,000"),
        (
            Column(Text("Hvem avgir", "Who gives up")),
            *(Column(Text(str(year), str(year)), numeric=True) for year in years),
        ),
        tuple(
            (cell(called), *(cell(linked(f, in_thousands(f))) for f in figures)) for called, figures in rows
        ),
        cards=False,
        total=True,
        note=Text(
            "Siste linje skal være null: alt et alternativ trenger, skal noen avgi.",
            "The last line is to be nothing: whatever an alternative needs, somebody is to give up.",
        ),
    )


def _verdicts(results: Results, name: str) -> Table:
    """The figures behind the verdict, with ranges."""
    wanted = (
        "ceiling.strict", "ceiling.state", "ceiling.steady", "ceiling.worst_year",
        "one_off.total", "one_off.financed",
        *(("funding.grants_to_operations",) if results.study.has_grants else ()),
    )  # fmt: skip
    rows = []
    for key in wanted:
        figure = results.added(name, key) if key.startswith("one_off") else results.figure(name, key)
        kind = definition(key)
        if figure is not None and kind is not None:
            unit = (
                Text("mill. kr", "NOK million")
                if figure.unit.startswith("MNOK")
                else Text("sannsynlighet", "probability")
            )
            rows.append((cell(kind.label), cell(linked(figure, told(figure))), cell(unit), cell(kind.text)))
    columns = (
        Column(Text("Størrelse", "Figure")),
        Column(Text("Verdi", "Value"), numeric=True),
        Column(Text("Enhet", "Unit")),
        Column(Text("Hva det er", "What it is")),
    )
    return Table(
        Text("Mot dagens samlede utgifter", "Against today's total"),
        columns,
        tuple(rows),
        note=Text(
            "Der en navngitt giver dekker det som trengs, går regnestykket opp i alle trekninger: "
            "sannsynligheten er "
            "da 100 prosent fordi pengene er tatt fra noen, ikke fordi kostnaden er sikker.",
            "Where a named giver pays whatever is needed, the sum comes out even in every draw: the "
            "probability is "
            "then 100 per cent because the money is taken from somebody, not because the cost is certain.",
        ),
    )
