"""UTR104: one of the six questions has no text."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.law import needing_a_rule
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.files import ANSWERS
from samvirke.study.responsibility import rule_holds
from samvirke.study.study import Study

QUESTIONS = dict(zip(ANSWERS, (1, 1, 2, 3, 4, 5, 6), strict=True))


def _raises_principles(study: Study) -> bool:
    """Whether some change needs a law or a regulation, or a rule of separation is broken today."""
    broken = (not rule_holds(study, rule) for rule in study.rules.values())
    return any(broken) or next(needing_a_rule(study), None) is not None


class QuestionUnanswered(Rule):
    """A text of the six questions that is missing in bokmål, or empty.

    That on questions of principle must be there where law is changed or a rule of separation is broken.
    """

    code, name, severity = "UTR104", "question-unanswered", "must"
    summary = Text("Et av de seks spørsmålene mangler tekst.", "One of the six questions has no text.")
    why = Text(
        "Alle seks spørsmålene skal besvares, uansett hvor liten saken er. Tabellene svarer ikke for seg "
        "selv. Der regler endres eller et skille er brutt, må teksten om prinsipielle spørsmål være der.",
        "All six questions are to be answered, however small the matter. The tables do not speak for "
        "themselves. Where law is changed or a rule of separation is broken, the text on questions of "
        "principle must be there.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: told, verb: assign, start: 2023-01, task: aid, actor: police, part: informed,\n"
        "       legal: regulation, reason: Politiet skal orienteres}\n"
        "texts/principles.nb.md: null\n"
        "texts/principles.en.md: null"
    )
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
                must = name == "principles" and _raises_principles(study)
                severity: Severity = "must" if must else "should"
                yield self.finding(study, f"texts/{name}.nb.md", (), nb, en, severity=severity)
