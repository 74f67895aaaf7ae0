"""ALT106: two alternatives do the same."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

PROSE = {"id", "reason", "note", "source", "judgement", "could_answer", "adopted", "basis"}
Substance = tuple[dict[str, object], ...]


def _substance(study: Study, alternative: str) -> Substance:
    """What the changes do, without their names and reasons."""
    every = (written.change for written in study.changes(alternative))
    return tuple({k: v for k, v in vars(change).items() if k not in PROSE} for change in every)


class AlternativesThatDifferOnlyInName(Rule):
    """Two alternatives with the same changes, whatever reasons they give; or one with none besides zero."""

    code, name, severity = "ALT106", "alternatives-that-differ-only-in-name", "must"
    summary = Text("To alternativer gjør det samme.", "Two alternatives do the same.")
    why = Text(
        "To navn på samme løsning gir inntrykk av et valg som ikke finnes. Et alternativ uten endringer "
        "er nullalternativet.",
        "Two names for one solution give the impression of a choice that is not there. An alternative "
        "without changes is the zero alternative.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes: [{id: near, verb: move, start: 2023-01, unit: desk, to: social, reason: Nær hjelpen}]\n"
        "alternatives/one-more.yaml:\n"
        "  changes: [{id: one-door, verb: move, start: 2023-01, unit: desk, to: social, reason: Én dør}]"
    )
    remedy = Text(
        "Ta bort det ene, eller skriv hva det gjør annerledes under `changes`.",
        "Take one away, or write under `changes` what it does differently.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2: reelle alternativer skal vurderes.",
        "The instructions for official studies, 2-1, question 2: real alternatives are to be considered.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative that repeats an earlier one, or changes nothing."""
        earlier: list[tuple[str, Substance]] = []
        for key, alternative in study.alternatives.items():
            if alternative.zero:
                continue
            substance = _substance(study, key)
            same = next((name for name, other in earlier if other == substance), None)
            earlier.append((key, substance))
            if not substance:
                nb, en = f"`{key}` endrer ingenting", f"`{key}` changes nothing"
            elif same is not None:
                nb, en = f"`{key}` gjør det samme som `{same}`", f"`{key}` does the same as `{same}`"
            else:
                continue
            yield self.finding(study, alternative_file(key), ("changes",), nb, en, subject=key)
