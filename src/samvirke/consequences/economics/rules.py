"""The rules for socio-economic analyses in the state, as data, by the date they came into force.

Circular R-109 of the Ministry of Finance gives the discount rates, how long each lasts, and what a krone of
public money costs society beyond the krone itself. The numbers were read in sources of the state that cite
the circular (Kystverket, FRAM 3.5, and DFØ); of the circular itself only chapters 1 and 2 have been read.
Each set says what is not yet held against its printed text. A study that writes `discounting` or `tax_cost`
in study.yaml is worked out with what it writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from samvirke.language import Text
from samvirke.quantities.expressions import Constant, Expression
from samvirke.study.assignment import Assignment, Discounting


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One version of the rules; `tax_cost` is kroner per krone of net public outlay.

    `unverified` is what has not been held against the printed text.
    """

    name: str
    since: date
    discounting: Discounting
    tax_cost: float
    address: str
    unverified: tuple[Text, ...]


UNVERIFIED = (
    Text(
        "fra hvilket år de 40 og 35 årene med hver rente telles",
        "from which year the 40 and 35 years of each rate are counted",
    ),
    Text("at rentene er reelle", "that the rates are real"),
    Text("at et års beløp regnes ved årets slutt", "that a year's amount falls at the end of the year"),
    Text("om merverdiavgift skal holdes utenfor", "whether value added tax is to be left out"),
    Text("reglene for restverdi", "the rules for residual value"),
    Text("når realpriser skal justeres", "when real prices are to be adjusted"),
)
STAIRCASE = Discounting(rates=(0.04, 0.03, 0.02), years=(40, 35), origin="comparison_year")
RULE_SETS: tuple[RuleSet, ...] = (
    RuleSet(
        "R-109/14",
        date(2014, 4, 30),
        STAIRCASE,
        0.20,
        "https://9pdf.net/document/zx50mw8w-virkeomr%C3%A5de-rundskrivets-innhold-prinsipper-utarbeidelse-"
        "samfunns%C3%B8konomiske-analyser-rundskriv.html",
        UNVERIFIED,
    ),
    RuleSet(
        "R-109/21",
        date(2021, 6, 25),
        STAIRCASE,
        0.20,
        "https://9pdf.net/document/zkw7vm1m-virkeomr%C3%A5de-rundskrivets-innhold-prinsipper-utarbeidelse-"
        "samfunns%C3%B8konomiske-analyser-rundskriv.html",
        UNVERIFIED,
    ),
)

Field = Literal["discounting", "tax_cost"]


def rule_set(as_of: date) -> RuleSet:
    """The rules in force on a date; before the first of them came, the first."""
    return next((one for one in reversed(RULE_SETS) if one.since <= as_of), RULE_SETS[0])


def is_written(assignment: Assignment, field: Field) -> bool:
    """Whether the study itself writes what would else follow from the rules."""
    return field in assignment.model_fields_set


def discounting(assignment: Assignment) -> Discounting:
    """The discount rates of a study: its own, or those of the rules on its date."""
    if is_written(assignment, "discounting"):
        return assignment.discounting
    return rule_set(assignment.as_of).discounting


def tax_cost(assignment: Assignment) -> Expression:
    """What a krone of public money costs beyond itself: the study's own, or that of the rules on its date."""
    if is_written(assignment, "tax_cost"):
        return assignment.tax_cost
    return Constant(rule_set(assignment.as_of).tax_cost)
