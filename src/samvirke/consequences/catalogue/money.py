"""Figures of money: today's total, expenditure, and the state budget."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import MNOK_A_YEAR, Definition, money
from samvirke.language import Text

MONEY: tuple[Definition, ...] = (
    money(
        "today.total",
        "Dagens samlede utgifter",
        "Today's total expenditure",
        Text(
            "Tilbakevendende utgifter til innsatsen over statsbudsjettet i basisåret. Etatenes ordinære "
            "saksbehandling "
            "og penger fra kommuner og organisasjoner er ikke med.",
            "Recurring expenditure on the effort from the state budget in the base year. The agencies' "
            "ordinary case "
            "work, and money from municipalities and organisations, are not counted.",
        ),
        None,
        MNOK_A_YEAR,
    ),
    money(
        "today.row.{row}",
        "{row} i dag",
        "{row} today",
        Text("Hva utgiftsraden er på i basisåret.", "What the spending row is in the base year."),
        None,
        MNOK_A_YEAR,
    ),
    money(
        "expenditure.total.{year}",
        "Utgifter i {year}",
        "Expenditure in {year}",
        Text(
            "Det staten bruker på innsatsen i året, engangskostnader medregnet.",
            "What the state spends on the effort in the year, one-off costs included.",
        ),
    ),
    money(
        "expenditure.recurring.{year}",
        "Tilbakevendende utgifter i {year}",
        "Recurring expenditure in {year}",
        Text("Utgiftene i året uten engangskostnader.", "The year's expenditure without one-off costs."),
    ),
    money(
        "expenditure.one_off.{year}",
        "Engangskostnader i {year}",
        "One-off costs in {year}",
        Text("Det endringene koster én gang, i året.", "What the changes cost once, in the year."),
    ),
    *(
        money(
            f"expenditure.{part}.{{{part}}}.{{year}}",
            f"Utgifter i {{year}}, {nb} {{{part}}}",
            f"Expenditure in {{year}}, {en} {{{part}}}",
            Text(
                "Tilbakevendende utgifter, fratrukket det som dekker engangskostnader.",
                "Recurring expenditure, less what pays for one-off costs.",
            ),
            None,
        )
        for part, nb, en in (("line", "post", "line"), ("actor", "aktør", "actor"), ("kind", "art", "kind"))
    ),
    money(
        "budget.change.{line}.{year}",
        "Endring på {line} i {year}",
        "Change on {line} in {year}",
        Text(
            "Summen av alle posteringer på posten.",
            "The sum of all postings on the line.",
        ),
        None,
    ),
    money(
        "budget.net.{year}",
        "Netto endring i statsbudsjettet i {year}",
        "Net change in the state budget in {year}",
        Text(
            "Alle poster under ett, også vertenes egne rammer: null betyr budsjettnøytralt.",
            "All lines together, hosts' own budgets included: zero means budget-neutral.",
        ),
    ),
)
