"""Letters for who has which part in a task, and words for gaps and overlaps."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Tone
from samvirke.study.organisation import Part, Responsibility

LETTERS: dict[Part, tuple[Text, Text]] = {
    "decides": (Text("A", "D"), Text("avgjør", "decides")),
    "does": (Text("U", "P"), Text("utfører", "performs")),
    "consulted": (Text("R", "C"), Text("rådspørres", "is consulted")),
    "informed": (Text("O", "I"), Text("orienteres", "is informed")),
}


def open_points(responsibility: Responsibility) -> tuple[tuple[Text, ...], Tone]:
    """What is a gap or an overlap in who has a task, and how grave it is."""
    wrong: list[Text] = []
    tone: Tone = "plain"
    if len(responsibility.decides) > 1:
        wrong, tone = [Text("flere avgjør", "several decide")], "doubt"
    undivided = all(doer.share is None and not doer.groups for doer in responsibility.does)
    if len(responsibility.does) > 1 and undivided:
        wrong.append(Text("flere utfører", "several perform"))
        tone = "doubt"
    if not responsibility.decides:
        wrong, tone = [Text("ingen avgjør", "nobody decides"), *wrong], "bad"
    if not responsibility.does:
        wrong, tone = [*wrong, Text("ingen utfører", "nobody performs")], "bad"
    return tuple(wrong), tone
