"""How far an alternative meets the challenges, by its own answers."""

from __future__ import annotations

from collections import Counter

from samvirke.language import Text
from samvirke.report.document import Tone
from samvirke.report.words.wording import names
from samvirke.study.alternative import Alternative, Degree

DEGREES: dict[Degree, Text] = {
    "wholly": Text("helt", "wholly"),
    "partly": Text("delvis", "partly"),
    "not": Text("ikke", "not"),
    "worse": Text("verre", "worse"),
}
DEGREE_TONES: dict[Degree, Tone] = {"wholly": "good", "partly": "doubt", "not": "plain", "worse": "bad"}


def degrees_told(alternative: Alternative) -> Text | None:
    """How many challenges are met to each degree; None when no challenge is answered."""
    found = Counter(answer.degree for answer in alternative.answers.values())
    counts = [
        Text(f"{found[degree]} {told.nb}", f"{found[degree]} {told['en']}")
        for degree, told in DEGREES.items()
        if found[degree]
    ]
    return names(counts) if counts else None
