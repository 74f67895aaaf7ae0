"""UTR104: one of the six questions has no text."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.files import ANSWERS
from samvirke.study.study import Study

QUESTIONS = dict(zip(ANSWERS, (1, 1, 2, 3, 4, 5, 6), strict=True))


class QuestionUnanswered(Rule):
    """A text of the six questions that is missing in bokmål, or empty."""

    code, name, severity = "UTR104", "question-unanswered", "should"
    summary = Text("Et av de seks spørsmålene mangler tekst.", "One of the six questions has no text.")
    why = Text(
        "Alle seks spørsmålene skal besvares, uansett hvor liten saken er. Tabellene svarer ikke for seg "
        "selv.",
        "All six questions are to be answered, however small the matter. The tables do not speak for "
        "themselves.",
    )
    example = "texts/goals.nb.md: null\ntexts/goals.en.md: null"
    remedy = Text(
        "Skriv teksten på bokmål i filen som er nevnt. Noen setninger er nok til å begynne med.",
        "Write the text in bokmål in the file named. A few sentences will do to begin with.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1: minimumskravene, spørsmål 1 til 6.",
        "The instructions for official studies, 2-1: the minimum requirements, questions 1 to 6.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every missing text, with the number of its question."""
        for name, question in QUESTIONS.items():
            if not study.texts.get(f"{name}.nb.md", "").strip():
                nb = f"spørsmål {question} er ubesvart: teksten `{name}` mangler"
                en = f"question {question} is unanswered: the text `{name}` is missing"
                yield self.finding(study, f"texts/{name}.nb.md", (), nb, en)
