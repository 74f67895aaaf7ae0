"""Figures of what the lead and the participants of a study gain and lose: people and money."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import MNOK, MNOK_A_YEAR, Definition, counted, money
from samvirke.language import Text

STAKES: tuple[Definition, ...] = (
    counted(
        "admin.fte_change.{body}",
        "Endring i årsverk hos {body}",
        "Change in work-years at {body}",
        Text(
            "Årsverk i organet og alt under det når alt er på plass, minus det det ville vært da uten "
            "endringer.",
            "Work-years in the body and all under it once everything is in place, less what there would be "
            "then without the changes.",
        ),
        "FTE",
        None,
    ),
    money(
        "stakes.operations.{body}",
        "Endring på driftspostene til {body}",
        "Change on the operating lines of {body}",
        Text(
            "Det organets poster, utenom tilskudd (post 50–89), får mer eller mindre i året når alt er på "
            "plass.",
            "What the lines that the body holds, grants (items 50–89) apart, get more or less a year once "
            "everything is in place.",
        ),
        None,
        MNOK_A_YEAR,
    ),
    money(
        "stakes.grants.{body}",
        "Endring på tilskuddspostene til {body}",
        "Change on the grant lines of {body}",
        Text(
            "Det organets tilskuddsposter (post 50–89) får mer eller mindre i året når alt er på plass.",
            "What the body's grant lines (items 50–89) get more or less a year once everything is in place.",
        ),
        None,
        MNOK_A_YEAR,
    ),
    money(
        "stakes.own_frame.{body}",
        "{body} dekker av egen ramme",
        "{body} pays from its own budget",
        Text(
            "Det organet gir i året fra penger utenfor innsatsen når alt er på plass.",
            "What the body gives a year from money outside the effort once everything is in place.",
        ),
        None,
        MNOK_A_YEAR,
    ),
    money(
        "stakes.one_off.{body}",
        "{body} dekker én gang",
        "{body} pays once",
        Text(
            "Engangskostnader som dekkes fra organets poster, i studiens år samlet.",
            "One-off costs that are paid from the body's lines, over the study's years.",
        ),
        None,
        MNOK,
    ),
)
