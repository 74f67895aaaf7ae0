"""RSP111: it is not said what must change in law before a candidate can take a task."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


class CandidateWithoutReason(Rule):
    """Candidates that need an instruction, an agreement or a rule, with neither a note nor a source."""

    code, name, severity = "RSP111", "candidate-without-reason", "note"
    summary = Text(
        "Det står ikke hva som må endres før en kandidat kan ta en oppgave.",
        "It is not said what must change before a candidate can take a task.",
    )
    why = Text(
        "At noe krever lov eller forskrift, avgjør både tid og pris. Leseren må kunne se hvilken "
        "regel det gjelder.",
        "That something needs a law or a regulation settles both time and price. The reader must be "
        "able to see which rule it is.",
    )
    example = "tasks.yaml:\n  statistics:\n    candidates: [{actor: police, part: does, legal: regulation}]"
    remedy = Text(
        "Skriv i `note` hvilken regel eller instruks det gjelder, eller vis til den i `source`.",
        "Say in `note` which rule or instruction it is, or cite it in `source`.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 3 og 6: prinsipielle spørsmål, og forutsetninger "
        "for å lykkes.",
        "The instructions for official studies, 2-1, questions 3 and 6: questions of principle, and "
        "conditions for success.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such candidates in one finding."""
        bare = [
            (key, number)
            for key, task in study.tasks.items()
            for number, one in enumerate(task.candidates)
            if one.legal != "none" and one.note is None and not one.source and one.judgement is None
        ]
        if bare:
            shown = some(list(dict.fromkeys(key for key, _ in bare)))
            how_many = count(len(bare), ("kandidat", "kandidater"), ("candidate", "candidates"))
            nb = f"{how_many.nb} uten forklaring av hva som må endres, i {shown.nb}"
            en = f"{how_many['en']} without a word on what must change, in {shown['en']}"
            path = (bare[0][0], "candidates", bare[0][1])
            yield self.finding(study, "tasks.yaml", path, nb, en, subject="")
