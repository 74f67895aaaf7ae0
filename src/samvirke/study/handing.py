"""Who hands a person over to whom, and whether the study knows a basis for telling about the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samvirke.study.pathways import Sharing, WayPoint
from samvirke.study.study import Study

# The way ends here; the point is out of sight; the same body goes on; nobody is there to give or to take;
# or bodies hand over.
Onward = Literal["last", "behind", "same", "broken", "handed"]


@dataclass(frozen=True, slots=True)
class HandOver:
    """One body hands the person over to another; `sharing` is what the study says of that, if anything."""

    sender: str
    receiver: str
    sharing: Sharing | None

    @property
    def allowed(self) -> bool:
        """Whether a basis for telling the receiver about the person is known."""
        return self.sharing is not None and self.sharing.basis != "none"


def out_of_sight(point: WayPoint) -> bool:
    """Whether the work of a point is done without anybody meeting the person."""
    return point.by == ()


def meeting(study: Study, point: WayPoint) -> tuple[str, ...]:
    """The doers who meet the person; all of them where those that are named no longer do the task."""
    doers = study.responsibility(point.task).doers
    if point.by is None or out_of_sight(point):
        return doers if point.by is None else ()
    return tuple(doer for doer in doers if doer in point.by) or doers


def going_on(
    study: Study, points: tuple[WayPoint, ...], number: int
) -> tuple[Onward, tuple[tuple[str, str], ...]]:
    """How the way goes on from a point, and the bodies that hand over to one another.

    A receiver whose own agency meets the person already needs nothing passed on, whoever else is there.
    """
    if out_of_sight(points[number]):
        return "behind", ()
    later = next((point for point in points[number + 1 :] if not out_of_sight(point)), None)
    if later is None:
        return "last", ()
    senders, receivers = meeting(study, points[number]), meeting(study, later)
    if not senders or not receivers:
        return "broken", ()
    known = {study.agency(sender) for sender in senders}
    pairs = tuple((a, b) for a in senders for b in receivers if study.agency(b) not in known)
    return ("handed", pairs) if pairs else ("same", ())


def sharing_between(study: Study, sender: str, receiver: str) -> Sharing | None:
    """What the study says of telling the receiver; where it says several things, what allows the least.

    What is said of the two themselves goes before what is said of the agency of either, or of both.
    """
    exact = (sender, receiver)
    giver, taker = study.agency(sender), study.agency(receiver)
    for pairs in ((exact,), ((giver, taker), (giver, receiver), (sender, taker))):
        found = [s for pair in pairs for s in study.pathways.sharing if (s.sender, s.receiver) == pair]
        if found:
            return min(found, key=_allowing)
    return None


def _allowing(sharing: Sharing) -> int:
    """How much is allowed: nothing, with consent only, or without."""
    return 0 if sharing.basis == "none" else 1 if sharing.consent else 2
