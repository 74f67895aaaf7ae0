"""ALT108: two alternatives have the same name."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class AlternativesWithTheSameName(Rule):
    """An alternative with the name of another in bokmål, whatever its capitals and spaces."""

    code, name, severity = "ALT108", "alternatives-with-the-same-name", "must"
    summary = Text("To alternativer har samme navn.", "Two alternatives have the same name.")
    why = Text(
        "Rapporten kaller alternativene ved navn, i tekst, tabeller og figurer. Har to samme navn, vet ikke "
        "leseren hvilket som er ment.",
        "The report calls the alternatives by name, in text, tables and charts. Where two have the same "
        "name, the reader cannot know which is meant.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  name: Et bedre kontor\n"
        "alternatives/one-more.yaml:\n"
        "  name: Et bedre kontor"
    )
    remedy = Text(
        "Skriv i `name` det som skiller det ene fra det andre.",
        "Write in `name` what tells the one from the other.",
    )
    source = Text(
        "Prosjektets egen regel: det leseren skal velge mellom, skal kunne nevnes hver for seg.",
        "The project's own rule: what the reader is to choose between can be named one by one.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative that has the name of an earlier one."""
        earlier: dict[str, str] = {}
        for key, alternative in study.alternatives.items():
            first = earlier.setdefault(" ".join(alternative.name.nb.casefold().split()), key)
            if first != key:
                nb, en = f"`{key}` heter det samme som `{first}`", f"`{key}` has the same name as `{first}`"
                yield self.finding(study, alternative_file(key), ("name",), nb, en, subject=key)
