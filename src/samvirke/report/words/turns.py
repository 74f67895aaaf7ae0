"""Where an answer turns, in words: an assumption over or under a value, alone or together with another."""

from __future__ import annotations

import math

from samvirke.language import Language, Text
from samvirke.report.document import Break, Piece, Words, words
from samvirke.report.words.quantities import plain, quantity
from samvirke.report.words.wording import both, inside_sentence, percent
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.tipping import Turn, Weighed

DIGITS = 2  # of a turning point that are told: it rests on judgements
MOST = 2  # turning points that are told where there is little room
ALONE = words(
    "Verken én forutsetning eller to sammen, så langt vi har prøvd",
    "Neither one assumption nor two together, as far as tried",
)


def turns_told(study: Study, one: Weighed, most: int | None = None) -> tuple[Piece, ...]:
    """Each turning point on a line of its own, the most likely first; at most so many."""
    found: tuple[tuple[Turn, ...], ...] = tuple((turn,) for turn in one.turns) or one.pairs
    pieces: list[Piece] = []
    for turns in found[:most]:
        pieces += [Break()] if pieces else []
        alone = len(turns) == 1
        for place, turn in enumerate(turns):
            pieces += [words(", og ", ", and ")] if place else []
            pieces += turn_told(study, turn, chance=alone)
    return tuple(pieces) or (ALONE,)


def turn_told(study: Study, turn: Turn, *, chance: bool) -> tuple[Piece, ...]:
    """One assumption, the value it must pass, what it is otherwise, and how likely that is if it is asked."""
    assumption = study.assumptions[turn.assumption]
    value, median = (_quantity(study, assumption, one) for one in (turn.value, turn.median))
    side = Text("over", "above") if turn.value > turn.median else Text("under", "below")

    def tell(language: Language) -> str:
        taken = "regnet med" if language == "nb" else "taken as"
        told = f" {side[language]} {value[language]} ({taken} {median[language]}"
        likely = f"; {percent(turn.beyond, language)} {'sjanse' if language == 'nb' else 'chance'}"
        return f"{told}{likely if chance else ''})"

    name = Words(inside_sentence(assumption.text), f"#assumption-{turn.assumption}")
    return (name, Words(both(tell)))


def _quantity(study: Study, assumption: Assumption, value: float) -> Text:
    """A value to two digits with its unit, and its price year where that is not the study's."""
    if assumption.unit == "share":
        return both(lambda language: percent(round_to(value, DIGITS), language))
    year = assumption.price_year
    if year is None or year == study.assignment.price_year:
        prices = Text("", "")
    else:
        prices = Text(f" i {year}-kroner", f" in {year} prices")
    told = quantity(both(lambda language: about(value, language)), assumption.unit)
    return both(lambda language: f"{told[language]}{prices[language]}")


def about(value: float, language: Language) -> str:
    """A value to two digits, since no turning point is known better: 705678 is told as 710 000."""
    return plain(round_to(value, DIGITS), language)


def round_to(value: float, digits: int) -> float:
    """Rounded to so many digits, wherever the decimal point is."""
    return round(value, digits - 1 - math.floor(math.log10(abs(value)))) if value else 0.0
