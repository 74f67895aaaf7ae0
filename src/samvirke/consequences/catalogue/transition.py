"""Figures of the transition: how long it takes, and whether the stated starts can be kept."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import Definition, chance, counted
from samvirke.language import Text

TRANSITION: tuple[Definition, ...] = (
    Definition(
        "transition.months",
        "months",
        Text("Måneder til alt kan være i kraft", "Months until all can be in force"),
        Text(
            "Måneder fra datoen tidsplanen regner fra, til den siste endringen tidligst kan være i kraft.",
            "Months from the date that the timetable counts from, until the last change can be in force.",
        ),
        "lower",
        1,
        12.0,
    ),
    counted(
        "transition.late",
        "Endringer som starter for tidlig",
        "Changes that start too early",
        Text(
            "Endringer som mer sannsynlig enn ikke må vente lenger enn til den starten alternativet oppgir.",
            "Changes that more likely than not must wait longer than until the start the alternative states.",
        ),
    ),
    chance(
        "transition.chance",
        "Alt er på plass til oppgitt tid",
        "All in place at the stated time",
        Text(
            "Sannsynligheten for at hver endring kan være i kraft når alternativet sier at den starter.",
            "The probability that every change can be in force when the alternative says that it starts.",
        ),
    ),
)
