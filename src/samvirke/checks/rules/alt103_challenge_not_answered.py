"""ALT103: an alternative does not say what it does about a challenge."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class ChallengeNotAnswered(Rule):
    """An alternative whose `answers` leave out challenges; a zero alternative without changes needs none."""

    code, name, severity = "ALT103", "challenge-not-answered", "should"
    summary = Text(
        "Et alternativ sier ikke hva det gjør med en utfordring.",
        "An alternative does not say what it does about a challenge.",
    )
    why = Text(
        "Tabellen over utfordringer og alternativer er det første mange leser. En tom rute kan bety at "
        "virkningen er null, eller at ingen har tenkt på den.",
        "The table of challenges and alternatives is what many read first. An empty cell may mean no "
        "effect, or that nobody thought of it.",
    )
    example = "alternatives/moved.yaml:\n  answers: {scattered: null}"
    remedy = Text(
        "Skriv et svar under `answers` for hver utfordring. `degree: not` er også et svar.",
        "Write an answer under `answers` for each challenge. `degree: not` is an answer too.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 2 og 4: hvert aktuelt tiltak, og virkningene av det.",
        "The instructions for official studies, 2-1, questions 2 and 4: each relevant measure, and its "
        "effects.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding for each alternative, with the challenges it leaves out."""
        for key, alternative in study.alternatives.items():
            missing = [c for c in study.challenges if c not in alternative.answers]
            nothing_new = alternative.zero and not alternative.changes
            if missing and not nothing_new:
                nb = f"`{key}` svarer ikke på {some(missing).nb}"
                en = f"`{key}` does not answer {some(missing)['en']}"
                yield self.finding(study, alternative_file(key), ("answers",), nb, en, subject=key)
