"""Give an actor a part in a task, or take it away. Nobody moves, and no money does."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.journal import Moved
from samvirke.alternatives.parts import with_part, without_part
from samvirke.alternatives.situation import Situation, nothing_changes
from samvirke.quantities.expressions import ZERO
from samvirke.study.changes import Assign, Release
from samvirke.study.organisation import Doer


def assign(change: Assign, situation: Situation, book: Book) -> Situation:
    """Give the part."""
    situation.task(change.task)
    situation.actor(change.actor, "actor")
    responsibility = situation.study.responsibility(change.task)
    if change.actor in responsibility.of(change.part):
        raise nothing_changes(
            f"`{change.actor}` har rollen `{change.part}` allerede",
            f"`{change.actor}` has the part `{change.part}` already",
            "actor",
        )
    share = None if change.share is None else situation.now(change.share)
    doer = Doer(actor=change.actor).model_copy(update={"share": share, "groups": change.groups})
    _moved(change, book)
    book.requires_law(situation, change.legal, situation.study.operating_line(change.actor), change.actor)
    return situation.with_responsibility(change.task, with_part(responsibility, change.part, doer))


def release(change: Release, situation: Situation, book: Book) -> Situation:
    """Take the part away."""
    situation.task(change.task)
    situation.actor(change.actor, "actor")
    responsibility = situation.study.responsibility(change.task)
    if change.actor not in responsibility.of(change.part):
        raise nothing_changes(
            f"`{change.actor}` har ikke rollen `{change.part}`",
            f"`{change.actor}` does not have the part `{change.part}`",
            "actor",
        )
    _moved(change, book)
    book.requires_law(situation, change.legal, situation.study.operating_line(change.actor), change.actor)
    return situation.with_responsibility(change.task, without_part(responsibility, change.part, change.actor))


def _moved(change: Assign | Release, book: Book) -> None:
    if change.part in ("decides", "does"):
        book.moved(Moved(change.id, "task", change.task, ZERO))
