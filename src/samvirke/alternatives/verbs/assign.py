"""Give an actor a part in a task, or take it away. Nobody moves, and no money does."""

from __future__ import annotations

from samvirke.alternatives.book import Book
from samvirke.alternatives.parts import legal_step, with_part, without_part
from samvirke.alternatives.situation import Situation, nothing_changes
from samvirke.language import Text
from samvirke.study.changes import Assign, Release
from samvirke.study.organisation import Doer


def assign(change: Assign, situation: Situation, book: Book) -> Situation:
    """Give the part."""
    task = situation.task(change.task)
    situation.actor(change.actor, "actor")
    for group in change.groups:
        if group not in situation.study.pathways.groups:
            raise situation.unknown(
                group, "for", situation.study.pathways.groups, Text("en gruppe", "a group")
            )
    responsibility = situation.study.responsibility(change.task)
    if change.actor in responsibility.of(change.part):
        raise nothing_changes(
            f"`{change.actor}` har rollen `{change.part}` allerede",
            f"`{change.actor}` has the part `{change.part}` already",
            "actor",
        )
    share = None if change.share is None else situation.now(change.share)
    doer = Doer(actor=change.actor).model_copy(update={"share": share, "groups": change.groups})
    legal = legal_step(task, change.actor, (change.part,), change.legal)
    book.requires_law(situation, legal, change.actor, "actor")
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
    book.requires_law(situation, change.legal, change.actor, "actor")
    return situation.with_responsibility(change.task, without_part(responsibility, change.part, change.actor))
