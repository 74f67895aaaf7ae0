"""Effects without a price in words: how important, how large, and the signs for the two together."""

from __future__ import annotations

from samvirke.language import MINUS, Text
from samvirke.study.study import Study

IMPORTANCE: dict[int, Text] = {
    1: Text("liten betydning", "little importance"),
    2: Text("middels betydning", "medium importance"),
    3: Text("stor betydning", "great importance"),
}
MAGNITUDE: dict[int, Text] = {
    -3: Text("mye verre", "much worse"),
    -2: Text("verre", "worse"),
    -1: Text("litt verre", "slightly worse"),
    0: Text("ingen forskjell", "no difference"),
    1: Text("litt bedre", "slightly better"),
    2: Text("bedre", "better"),
    3: Text("mye bedre", "much better"),
}


UNREAD_SCALE = Text(
    "Skalaen er ikke kontrollert mot den trykte matrisen i DFØs veileder.",
    "The scale has not been held against the printed matrix of DFØ's guide.",
)
OWN_SCALE = Text("Skalaen er studiens egen.", "The scale is the study's own.")


def signs(step: int) -> Text:
    """A step of the plus–minus scale: ++++ to −−−−, or 0."""
    told = ("+" if step > 0 else MINUS) * abs(step) or "0"
    return Text(told, told)


def whose_scale(study: Study) -> Text:
    """Whether the scale is the study's own, or one that nobody has held against the printed guide."""
    return UNREAD_SCALE if study.assignment.plus_minus is None else OWN_SCALE
