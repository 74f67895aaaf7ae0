"""Powers in words: each kind by itself, and as it stands before the bodies that it holds for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from samvirke.language import Text
from samvirke.report.words.naming import Called, actor_name
from samvirke.report.words.wording import names
from samvirke.study.organisation import PowerKind
from samvirke.study.study import Study

MAY: Mapping[PowerKind, Text] = {
    "inform": Text("orientere", "inform"),
    "convene": Text("innkalle", "convene"),
    "demand_reports": Text("kreve rapport", "demand reports"),
    "set_procedures": Text("fastsette rutiner", "set procedures"),
    "advise_in_cases": Text("gi råd i saker", "advise in cases"),
    "decide_disputes": Text("avgjøre uenighet", "decide disputes"),
    "escalate": Text("løfte saker", "raise matters"),
    "allocate_money": Text("fordele penger", "allocate money"),
    "instruct": Text("instruere", "instruct"),
}
BEFORE_BODIES: Mapping[PowerKind, Text] = {
    **MAY,
    "demand_reports": Text("kreve rapporter fra", "demand reports from"),
    "set_procedures": Text("fastsette rutiner for", "set procedures for"),
    "advise_in_cases": Text("gi råd i enkeltsaker til", "give advice in single cases to"),
    "decide_disputes": Text("avgjøre uenighet mellom", "decide disputes between"),
    "escalate": Text("løfte saker om", "raise matters concerning"),
    "allocate_money": Text("fordele penger til", "allocate money to"),
}
EVERYONE = Text("alle", "all")


def towards(
    study: Study,
    kind: PowerKind,
    over: Literal["all"] | Iterable[str],
    called: Called = actor_name,
) -> Text:
    """What a power lets its holder do, and towards whom, as it stands after “may”."""
    what = BEFORE_BODIES[kind]
    whom = EVERYONE if over == "all" else names(called(study, body) for body in over)
    return Text(f"{what.nb} {whom.nb}", f"{what['en']} {whom['en']}")


def kinds_told(kinds: Iterable[PowerKind]) -> Text:
    """Kinds of power in words; what the right to instruct covers is not repeated."""
    found = tuple(kinds)
    if "instruct" in found:
        found = tuple(kind for kind in found if kind in ("instruct", "allocate_money"))
    return names(MAY[kind] for kind in found)


def none_of(kinds: Iterable[PowerKind]) -> Text:
    """Kinds of power that somebody does not have, as they stand after “cannot”."""
    found = [MAY[kind] for kind in kinds]
    return Text(" eller ".join(one.nb for one in found), " or ".join(one["en"] for one in found))
