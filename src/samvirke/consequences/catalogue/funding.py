"""Figures of funding: one-off costs, what pays for what, and what nothing pays for."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import Definition, money
from samvirke.language import Text

FUNDING: tuple[Definition, ...] = (
    money(
        "one_off.total",
        "Engangskostnader i alt",
        "One-off costs in all",
        Text(
            "Det endringene koster én gang, uten diskontering.", "What the changes cost once, undiscounted."
        ),
    ),
    money(
        "one_off.financed",
        "Engangskostnader som er dekket",
        "One-off costs that are paid for",
        Text("Den delen som navngitte givere dekker.", "The part that named givers pay."),
        None,
    ),
    money(
        "funding.open",
        "Udekket i alt",
        "Unfunded in all",
        Text(
            "Behov, årlige og engangs, som ingenting dekker i studiens år. Skal være null.",
            "Needs, yearly and one-off, that nothing pays for in the study's years. Must be nothing.",
        ),
    ),
    money(
        "funding.open.{year}",
        "Udekket i {year}",
        "Unfunded in {year}",
        Text("Behov som ingenting dekker i året.", "Needs that nothing pays for in the year."),
    ),
    money(
        "funding.freed.{year}",
        "Frigjort og ikke brukt i {year}",
        "Freed and not used in {year}",
        Text("Innsparing som ikke dekker andre behov.", "Savings that pay for nothing else."),
        None,
    ),
    money(
        "funding.given_up.{row}.{year}",
        "{row} gir fra seg i {year}",
        "{row} gives up in {year}",
        Text("Det utgiftsraden avgir til andre formål.", "What the spending row gives to other ends."),
        None,
    ),
    money(
        "funding.outside.{account}.{year}",
        "{account} dekker i {year}",
        "{account} pays in {year}",
        Text(
            "Det en ramme utenfor innsatsen, eller en ny bevilgning, dekker.",
            "What a budget outside the effort, or a new appropriation, pays.",
        ),
        None,
    ),
    money(
        "funding.grants_to_operations",
        "Tilskudd gjort om til drift",
        "Grants turned into operations",
        Text(
            "Tilskuddsmidler (post 50–89) som går til driftsutgifter, i studiens år samlet.",
            "Grant money (items 50–89) that pays for operations, over the study's years.",
        ),
    ),
)
