"""ALT101: no alternative meets a challenge."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class ChallengeNoAlternativeMeets(Rule):
    """A challenge that no alternative besides zero answers wholly or partly."""

    code, name, severity = "ALT101", "challenge-no-alternative-meets", "should"
    summary = Text("Ingen av alternativene svarer på en utfordring.", "No alternative meets a challenge.")
    why = Text(
        "En utfordring som er nevnt, men ikke møtt, gjør leseren i tvil om hva tiltakene er til for. Den "
        "kan ligge utenfor det organiseringen rår over; da må det sies.",
        "A challenge that is named but not met leaves the reader in doubt what the measures are for. It "
        "may lie beyond what the organisation can do; then that must be said.",
    )
    example = (
        "challenges.yaml:\n"
        "  unseen: {text: Mange blir aldri sett, said_by: evaluation}\n"
        "alternatives/moved.yaml:\n"
        "  answers: {unseen: {degree: not, how: Ingenting endres, judgement: Egen vurdering}}"
    )
    remedy = Text(
        "Lag et alternativ eller en endring som møter utfordringen, eller unnskyld funnet med grunnen til "
        "at den ikke kan løses ved å organisere om.",
        "Make an alternative or a change that meets the challenge, or excuse the finding with the reason "
        "why reorganising cannot solve it.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 1 og 2: problemet, og hvilke tiltak som er aktuelle.",
        "The instructions for official studies, 2-1, questions 1 and 2: the problem, and which measures "
        "are relevant.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every challenge without a single answer that helps; silent until there is an alternative."""
        alternatives = [a for a in study.alternatives.values() if not a.zero]
        for key in study.challenges if alternatives else ():
            answers = [a.answers[key].degree for a in alternatives if key in a.answers]
            if not {"wholly", "partly"} & set(answers):
                nb, en = f"ingen av alternativene svarer på `{key}`", f"no alternative meets `{key}`"
                yield self.finding(study, "challenges.yaml", (key,), nb, en)
