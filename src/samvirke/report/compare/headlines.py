"""What a decider compares on: the same questions asked of every alternative, and of today carried on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samvirke.alternatives.journal import ONE_OFF_NEED
from samvirke.consequences.catalogue import definition
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.document import Tone
from samvirke.report.words.degrees import degrees_told
from samvirke.report.words.givers import givers
from samvirke.report.words.naming import actor_name, giver_name, row_name, years_looked_at
from samvirke.report.words.verdict import SHORT, TONES, verdict
from samvirke.report.words.wording import SMALL, both, in_millions, told
from samvirke.uncertainty.results import Results

NOBODY = Text("Ingen", "Nobody")
NONE = Text("0", "0")
UNITS = {
    "MNOK": Text(", mill. kr", ", NOK million"),
    "MNOK/yr": Text(", mill. kr i året", ", NOK million a year"),
}
OVER_THE_YEARS = ("funding.grants_to_operations", "funding.open")
ADDED = ("one_off.total", "one_off.financed", "funding.open")  # told as what comes on top of zero
COUNTED = (
    "admin.fte_moved",
    "admin.fte_relocated",
    "admin.tasks_moved",
    "admin.gaps",
    "admin.undecided",
    "admin.contested",
    "admin.uncovered_duties",
    "admin.partly_covered_duties",
    "admin.powerless_duties",
    "admin.legal_changes",
)


@dataclass(frozen=True, slots=True)
class Headline:
    """One question and an alternative's answer; with the figure where the answer is one.

    `of_its_own` says that the answer is what the alternative says of itself.
    """

    label: Text
    answer: Text
    figure: Figure | None = None
    tone: Tone = "plain"
    of_its_own: bool = False


def headlines(results: Results, alternative: str) -> tuple[Headline, ...]:
    """What a decider asks of an alternative; the same questions in the same order for each."""
    return (*_money(results, alternative), *_organisation(results, alternative), _met(results, alternative))


def _money(results: Results, name: str) -> tuple[Headline, ...]:
    how = verdict(results, name)
    within = Text("Innenfor dagens utgifter?", "Within today's total?")
    return (
        Headline(within, SHORT[how], tone=TONES[how]),
        *_figure(results, name, "ceiling.worst_year", sign=True),
        *_figure(results, name, "ceiling.steady_excess", sign=True),
        *_figure(results, name, "one_off.total"),
        Headline(Text("Engangskostnadene dekkes av", "One-off costs paid by"), _once_paid_by(results, name)),
        *((_administrator(results, name),) if results.study.has_grants else ()),
        *(_figure(results, name, "funding.grants_to_operations") if results.study.has_grants else ()),
        Headline(Text("Penger hentes fra", "Money comes from"), _given_up(results, name)),
        *_figure(results, name, "funding.open"),
    )


def _organisation(results: Results, name: str) -> tuple[Headline, ...]:
    return tuple(one for key in COUNTED for one in _figure(results, name, key))


def _figure(results: Results, name: str, key: str, *, sign: bool = False) -> tuple[Headline, ...]:
    """A figure of the catalogue by its own name; nothing when the run has no such figure."""
    figure = results.added(name, key) if key in ADDED else results.figure(name, key)
    kind = definition(key)
    if figure is None or kind is None:
        return ()
    unit = UNITS.get(figure.unit, Text("", ""))
    when = f", {years_looked_at(results.study)}" if key in OVER_THE_YEARS else ""
    label = Text(f"{kind.label.nb}{when}{unit.nb}", f"{kind.label['en']}{when}{unit['en']}")
    answer = NONE if figure.p10 == figure.p90 == figure.expected == 0 else told(figure, sign=sign)
    return (Headline(label, answer, figure),)


def _once_paid_by(results: Results, name: str) -> Text:
    """Those who pay one-off costs; one that pays so little that it is told as nothing is left out."""
    study, plan = results.study, results.plans[name]
    own = {dated.change.id for dated in plan.changes if dated.owner == name}
    paying = (p for p in plan.journal if p.taker.account == ONE_OFF_NEED and p.change in own)
    once = [posting.giver for posting in paying]
    told = {giver.name for giver in givers(results, name) if max(f.expected for f in giver.given) >= SMALL}
    paid = dict.fromkeys(row_name(study, g.row) if g.row else giver_name(study, g.account) for g in once)
    return _in_a_row(one for one in paid if one in told) if told.intersection(paid) else NOBODY


def _administrator(results: Results, name: str) -> Headline:
    label = Text("Tilskuddene forvaltes av", "Grants administered by")
    written = results.study.alternatives.get(name)
    chosen = written.grant_administrator if written is not None else None
    if chosen is None:
        return Headline(label, Text("Ikke sagt", "Not said"))
    return Headline(label, actor_name(results.plans[name].final, chosen.actor))


def _given_up(results: Results, name: str) -> Text:
    """Who gives, and how much in the year when they give most."""
    told_of = []
    for giver in givers(results, name):
        most = max(giver.given, key=lambda figure: figure.expected)
        if most.expected < SMALL:
            continue
        called, amount = giver.name, in_millions(most)
        told_of.append(
            Text(
                f"{called.nb} (inntil {amount.nb} mill. i året)",
                f"{called['en']} (up to NOK {amount['en']} million a year)",
            )
        )
    return _in_a_row(told_of) if told_of else NOBODY


def _in_a_row(givers_named: Iterable[Text]) -> Text:
    found = tuple(givers_named)
    return both(lambda language: "; ".join(one[language] for one in found))


def _met(results: Results, name: str) -> Headline:
    """How many challenges the alternative meets, by its own answers."""
    written = results.study.alternatives.get(name)
    told_of = degrees_told(written) if written is not None else None
    answer = told_of or Text("Ikke besvart", "Not answered")
    return Headline(Text("Utfordringer møtt", "Challenges met"), answer, of_its_own=True)
