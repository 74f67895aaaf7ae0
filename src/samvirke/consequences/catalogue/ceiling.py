"""Figures of the ceiling: whether an alternative keeps within today's total."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import MNOK_A_YEAR, Definition, chance, money
from samvirke.language import Text

CEILING: tuple[Definition, ...] = (
    chance(
        "ceiling.strict",
        "Innenfor dagens samlede utgifter",
        "Within today's total expenditure",
        Text(
            "Sannsynligheten for at utgiftene ikke er over dagens i noe år, engangskostnader medregnet.",
            "The probability that expenditure is not above today's in any year, one-off costs included.",
        ),
    ),
    chance(
        "ceiling.state",
        "Innenfor når vertens ramme regnes med",
        "Within when the host's budget is counted",
        Text(
            "Som over, men det verter gir fra egne rammer utenfor innsatsen, teller som dekning.",
            "As above, but what hosts give from their own budgets outside the effort counts as cover.",
        ),
    ),
    chance(
        "ceiling.steady",
        "Innenfor når alt er på plass",
        "Within once everything is in place",
        Text(
            "Sannsynligheten for at den årlige utgiften i siste fase, uten engangskostnader, ikke er over "
            "dagens.",
            "The probability that yearly expenditure in the final phase, without one-off costs, is not "
            "above today's.",
        ),
    ),
    money(
        "ceiling.worst_year",
        "Høyeste overskridelse i ett år",
        "Highest excess in one year",
        Text(
            "Hvor mye utgiftene er over dagens i det dyreste året; under null når alle år er billigere.",
            "How far expenditure is above today's in the dearest year; below zero when every year is "
            "cheaper.",
        ),
    ),
    money(
        "ceiling.steady_excess",
        "Over dagens nivå når alt er på plass",
        "Above today's level once everything is in place",
        Text(
            "Årlig utgift i siste fase, uten engangskostnader, minus dagens.",
            "Yearly expenditure in the final phase, without one-off costs, less today's.",
        ),
        "lower",
        MNOK_A_YEAR,
    ),
)
