"""What stands when every range is doubled, in words."""

from __future__ import annotations

from itertools import combinations

from samvirke.language import Text
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.verdict import CERTAIN
from samvirke.report.words.wording import both, names, percent, quoted
from samvirke.study.study import Study
from samvirke.uncertainty.beliefs.doubled import Doubled, Standing

SAME = Text(
    "Rekkefølgen er den samme når alle spenn dobles.",
    "The order is the same when every range is doubled.",
)
NOT_KNOWN = Text(
    "Med dobbelt så vide spenn lar tallene seg ikke regne ut.",
    "With ranges twice as wide the figures cannot be worked out.",
)


def standing_told(study: Study, doubled: Doubled) -> Text:
    """Which alternatives change places, and which can no longer be said to lie within today's total."""
    if doubled.wide is None:
        return NOT_KNOWN
    told = [SAME if doubled.same_order else _swapped(study, doubled)]
    less_sure = [
        name
        for name, own in doubled.own.verdicts.items()
        if own["ceiling.strict"] >= CERTAIN > doubled.wide.verdicts[name]["ceiling.strict"]
    ]
    if less_sure:
        told.append(_less_sure(study, doubled.wide, less_sure))
    return both(lambda language: " ".join(one[language] for one in told))


def swapped(doubled: Doubled) -> tuple[tuple[str, str], ...]:
    """The pairs of alternatives that change places, each with the one that costs less first."""
    if doubled.wide is None:
        return ()
    wide = doubled.wide.order
    return tuple(
        (one, other)
        for one, other in combinations(doubled.own.order, 2)
        if wide.index(one) > wide.index(other)
    )


def _swapped(study: Study, doubled: Doubled) -> Text:
    def called(name: str) -> Text:
        return quoted(alternative_name(study, name))

    pairs = names(
        Text(f"{called(one).nb} og {called(other).nb}", f"{called(one)['en']} and {called(other)['en']}")
        for one, other in swapped(doubled)
    )
    return Text(
        f"Når alle spenn dobles, bytter {pairs.nb} plass. Den rekkefølgen er derfor ikke sikker.",
        f"When every range is doubled, {pairs['en']} change places. That order is therefore not firm.",
    )


def _less_sure(study: Study, wide: Standing, alternatives: list[str]) -> Text:
    def told(name: str) -> Text:
        called, chance = quoted(alternative_name(study, name)), wide.verdicts[name]["ceiling.strict"]
        return Text(f"{called.nb}: {percent(chance, 'nb')}", f"{called['en']}: {percent(chance, 'en')}")

    each = names(told(name) for name in alternatives)
    return Text(
        f"Sjansen for å ligge innenfor dagens utgifter hvert år blir: {each.nb}.",
        f"The chance of lying within today's total every year becomes: {each['en']}.",
    )
