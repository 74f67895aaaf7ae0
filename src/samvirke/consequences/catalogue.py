"""The catalogue of figures: what each is called, its unit, which way is better, and what it means.

A name has parts with points between. `{year}`, `{line}` and the like stand for one part each. Money is
kept in kroner inside the engine and told in millions, rounded to a thousand kroner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from samvirke.language import Text

Better = Literal["higher", "lower"]


@dataclass(frozen=True, slots=True)
class Definition:
    """One kind of figure. `scale` is what a value in base units is multiplied by to be in `unit`."""

    name: str
    unit: str
    label: Text
    text: Text
    better: Better | None = None
    decimals: int = 3
    scale: float = 1e-6


MNOK_A_YEAR, MNOK = "MNOK/yr", "MNOK"


def _money(
    name: str, nb: str, en: str, text: Text, better: Better | None = "lower", unit: str = MNOK
) -> Definition:
    return Definition(name, unit, Text(nb, en), text, better)


def _counted(name: str, nb: str, en: str, text: Text, unit: str = "count") -> Definition:
    return Definition(name, unit, Text(nb, en), text, "lower", 0 if unit == "count" else 1, 1.0)


def _chance(name: str, nb: str, en: str, text: Text) -> Definition:
    return Definition(name, "probability", Text(nb, en), text, "higher", 3, 1.0)


FIGURES: tuple[Definition, ...] = (
    _money(
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
    _money(
        "today.row.{row}",
        "{row} i dag",
        "{row} today",
        Text("Hva utgiftsraden er på i basisåret.", "What the spending row is in the base year."),
        None,
        MNOK_A_YEAR,
    ),
    _money(
        "expenditure.total.{year}",
        "Utgifter i {year}",
        "Expenditure in {year}",
        Text(
            "Det staten bruker på innsatsen i året, engangskostnader medregnet.",
            "What the state spends on the effort in the year, one-off costs included.",
        ),
    ),
    _money(
        "expenditure.recurring.{year}",
        "Tilbakevendende utgifter i {year}",
        "Recurring expenditure in {year}",
        Text("Utgiftene i året uten engangskostnader.", "The year's expenditure without one-off costs."),
    ),
    _money(
        "expenditure.one_off.{year}",
        "Engangskostnader i {year}",
        "One-off costs in {year}",
        Text("Det endringene koster én gang, i året.", "What the changes cost once, in the year."),
    ),
    *(
        _money(
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
    _money(
        "budget.change.{line}.{year}",
        "Endring på {line} i {year}",
        "Change on {line} in {year}",
        Text(
            "Summen av alle posteringer på posten.",
            "The sum of all postings on the line.",
        ),
        None,
    ),
    _money(
        "budget.net.{year}",
        "Netto endring i statsbudsjettet i {year}",
        "Net change in the state budget in {year}",
        Text(
            "Alle poster under ett, også vertenes egne rammer: null betyr budsjettnøytralt.",
            "All lines together, hosts' own frames included: zero means budget-neutral.",
        ),
    ),
    _chance(
        "ceiling.strict",
        "Innenfor dagens samlede utgifter",
        "Within today's total expenditure",
        Text(
            "Sannsynligheten for at utgiftene ikke er over dagens i noe år, engangskostnader medregnet.",
            "The probability that expenditure is not above today's in any year, one-off costs included.",
        ),
    ),
    _chance(
        "ceiling.state",
        "Innenfor når vertens ramme regnes med",
        "Within when the host's frame is counted",
        Text(
            "Som over, men det verter gir fra egne rammer utenfor innsatsen, teller som dekning.",
            "As above, but what hosts give from their own frames outside the effort counts as cover.",
        ),
    ),
    _chance(
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
    _money(
        "ceiling.worst_year",
        "Høyeste overskridelse i ett år",
        "Highest excess in one year",
        Text(
            "Hvor mye utgiftene er over dagens i det dyreste året; under null når alle år er billigere.",
            "How far expenditure is above today's in the dearest year; below zero when every year is "
            "cheaper.",
        ),
    ),
    _money(
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
    _money(
        "one_off.total",
        "Engangskostnader i alt",
        "One-off costs in all",
        Text(
            "Det endringene koster én gang, uten diskontering.", "What the changes cost once, undiscounted."
        ),
    ),
    _money(
        "one_off.financed",
        "Engangskostnader som er dekket",
        "One-off costs that are paid for",
        Text("Den delen som navngitte givere dekker.", "The part that named givers pay."),
        None,
    ),
    _money(
        "funding.open",
        "Udekket i alt",
        "Unfunded in all",
        Text(
            "Behov, årlige og engangs, som ingenting dekker i studiens år. Skal være null.",
            "Needs, yearly and one-off, that nothing pays for in the study's years. Must be nothing.",
        ),
    ),
    _money(
        "funding.open.{year}",
        "Udekket i {year}",
        "Unfunded in {year}",
        Text("Behov som ingenting dekker i året.", "Needs that nothing pays for in the year."),
    ),
    _money(
        "funding.freed.{year}",
        "Frigjort og ikke brukt i {year}",
        "Freed and not used in {year}",
        Text("Innsparing som ikke dekker andre behov.", "Savings that pay for nothing else."),
        None,
    ),
    _money(
        "funding.given_up.{row}.{year}",
        "{row} gir fra seg i {year}",
        "{row} gives up in {year}",
        Text("Det utgiftsraden avgir til andre formål.", "What the spending row gives to other ends."),
        None,
    ),
    _money(
        "funding.outside.{account}.{year}",
        "{account} dekker i {year}",
        "{account} pays in {year}",
        Text(
            "Det en ramme utenfor innsatsen, eller en ny bevilgning, dekker.",
            "What a frame outside the effort, or a new appropriation, pays.",
        ),
        None,
    ),
    _money(
        "funding.grants_to_operations",
        "Tilskudd gjort om til drift",
        "Grants turned into operations",
        Text(
            "Tilskuddsmidler (post 50–89) som går til driftsutgifter, i studiens år samlet.",
            "Grant money (items 50–89) that pays for operations, over the study's years.",
        ),
    ),
    _counted(
        "admin.gaps",
        "Oppgaver ingen utfører",
        "Tasks that nobody does",
        Text("Oppgaver uten utfører i siste fase.", "Tasks with no doer in the final phase."),
    ),
    _counted(
        "admin.undecided",
        "Oppgaver ingen avgjør",
        "Tasks that nobody decides",
        Text("Oppgaver der ingen har siste ord i siste fase.", "Tasks on which nobody has the last word."),
    ),
    _counted(
        "admin.contested",
        "Oppgaver flere avgjør",
        "Tasks that several decide",
        Text(
            "Oppgaver der mer enn én har siste ord i siste fase.",
            "Tasks on which more than one has the last word.",
        ),
    ),
    _counted(
        "admin.uncovered_duties",
        "Plikter uten dekning",
        "Duties not covered",
        Text("Plikter der ingen utfører noen av oppgavene.", "Duties of which nobody does any task."),
    ),
    _counted(
        "admin.partly_covered_duties",
        "Plikter som er delvis dekket",
        "Duties partly covered",
        Text(
            "Plikter der en oppgave mangler, er vurdert som delvis dekkende, eller bryter en regel om "
            "skille.",
            "Duties with a task missing, judged to cover in part, or in breach of a rule of separation.",
        ),
    ),
    _counted(
        "admin.tasks_moved",
        "Oppgaver som bytter hender",
        "Tasks that change hands",
        Text(
            "Oppgaver med annen beslutter eller utfører enn i dag.",
            "Tasks with another decider or doer than today.",
        ),
    ),
    _counted(
        "admin.legal_changes",
        "Lov- og forskriftsendringer",
        "Changes of law and regulation",
        Text("Endringer som krever ny lov eller forskrift.", "Changes that need a new law or regulation."),
    ),
    _counted(
        "admin.fte_moved",
        "Årsverk som bytter arbeidsgiver",
        "Work-years that change employer",
        Text(
            "Årsverk i enheter og oppgaver som flyttes til et annet organ.",
            "Work-years in units and tasks that move to another body.",
        ),
        "FTE",
    ),
    _counted(
        "admin.fte_relocated",
        "Årsverk som bytter sted",
        "Work-years that change place",
        Text("Årsverk som flyttes til en annen by.", "Work-years that move to another town."),
        "FTE",
    ),
)


@cache
def definition(name: str) -> Definition | None:
    """The definition of a figure by its full name, or None when the catalogue has no such figure."""
    parts = name.split(".")
    for found in FIGURES:
        wanted = found.name.split(".")
        if len(wanted) == len(parts) and all(
            w == p or w.startswith("{") for w, p in zip(wanted, parts, strict=True)
        ):
            return found
    return None


def parameters(name: str) -> dict[str, str]:
    """What stands for `{year}`, `{line}` and the like in a figure's name."""
    found = definition(name)
    if found is None:
        return {}
    pairs = zip(found.name.split("."), name.split("."), strict=True)
    return {pattern.strip("{}"): part for pattern, part in pairs if pattern.startswith("{")}
