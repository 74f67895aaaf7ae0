"""Figures of the ways of persons: holes on them."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import Definition, counted
from samvirke.language import Text

WAY: tuple[Definition, ...] = (
    counted(
        "way.holes.{person}",
        "Hull på veien: {person}",
        "Holes on the way: {person}",
        Text(
            "Punkter på veien i siste fase der ingen avgjør, flere avgjør, ingen utfører, eller grunnlaget "
            "for å gi opplysninger videre ikke er kjent. Hver slags hull telles én gang ved hvert punkt.",
            "Points of the way in the final phase where nobody decides, several decide, nobody does the "
            "task, or the basis for passing information on is not known. Each sort of hole counts once at "
            "each point.",
        ),
    ),
)
