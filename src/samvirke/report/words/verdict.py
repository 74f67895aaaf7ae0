"""Whether an alternative lies within today's total, in words (decision 47)."""

from __future__ import annotations

from typing import Literal

from samvirke.language import Text
from samvirke.report.document import Tone
from samvirke.uncertainty.results import Results

Verdict = Literal["within", "host", "steady", "above", "uncertain"]
CERTAIN, LIKELY = 0.995, 0.5

SHORT: dict[Verdict, Text] = {
    "within": Text("Ja, hvert år", "Yes, every year"),
    "host": Text("Bare om verten betaler", "Only if the host pays"),
    "steady": Text("Nei først, ja når alt er på plass", "Not at first, yes once in place"),
    "uncertain": Text("Usikkert", "Uncertain"),
    "above": Text("Nei", "No"),
}
BRIEF: dict[Verdict, Text] = {
    "within": Text("ja", "yes"),
    "host": Text("om verten betaler", "if the host pays"),
    "steady": Text("ikke fra starten", "not at first"),
    "uncertain": Text("usikkert", "uncertain"),
    "above": Text("nei", "no"),
}
TONES: dict[Verdict, Tone] = {
    "within": "good", "host": "doubt", "steady": "doubt", "uncertain": "doubt", "above": "bad",
}  # fmt: skip


def verdict(results: Results, alternative: str) -> Verdict:
    """Strict before state before steady; a verdict that fails in some draws is uncertain."""
    chances = {
        kind: figure.expected
        for kind in ("strict", "state", "steady")
        if (figure := results.figure(alternative, f"ceiling.{kind}")) is not None
    }
    if chances["strict"] >= CERTAIN:
        return "within"
    if chances["strict"] >= LIKELY:
        return "uncertain"
    if chances["state"] >= CERTAIN:
        return "host"
    return "steady" if chances["steady"] >= CERTAIN else "above"


def within(results: Results) -> tuple[str, ...]:
    """The alternatives that lie strictly within today's total."""
    return tuple(name for name in results.compared if verdict(results, name) == "within")
