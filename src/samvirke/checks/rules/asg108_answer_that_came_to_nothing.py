"""ASG108: it is not said what an answer changed."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class AnswerThatCameToNothing(Rule):
    """A body with an answer, nothing in `changed`, and no `not_changed_because`."""

    code, name, severity = "ASG108", "answer-that-came-to-nothing", "should"
    summary = Text("Det er ikke sagt hva et svar endret.", "It is not said what an answer changed.")
    why = Text(
        "Å spørre uten å vise hva svaret førte til, er involvering på papiret. At ingenting ble endret, "
        "kan være riktig, men da skal grunnen stå der.",
        "To ask without showing what came of the answer is involvement on paper. That nothing was changed "
        "may be right, but then the reason should stand there.",
    )
    example = (
        "involvement.yaml:\n"
        "  shelter:\n"
        "    answered: 2020-12-01\n"
        "    answers: [{to: grant-size, wording: Vi fikk mindre}]\n"
        "    reply: Takk for svaret"
    )
    good = (
        "involvement.yaml:\n"
        "  shelter:\n"
        "    answered: 2020-12-01\n"
        "    answers: [{to: grant-size, wording: Vi fikk mindre}]\n"
        "    reply: Takk for svaret\n"
        "    changed: [grant-size]"
    )
    remedy = Text(
        "Skriv i `changed` id-ene til det som ble endret, eller i `not_changed_because` hvorfor ingenting "
        "ble det.",
        "Give in `changed` the ids of what was changed, or say in `not_changed_because` why nothing was.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1. At virkningen av hvert svar vises, er prosjektets egen regel.",
        "The instructions for official studies, 3-1. That the effect of each answer is shown is the "
        "project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every body whose answers led to nothing that is said."""
        for key, body in study.involvement.items():
            if body.answers and not body.changed and body.not_changed_because is None:
                nb = f"det er ikke sagt hva svaret fra `{key}` endret, eller hvorfor det ikke endret noe"
                en = f"it is not said what the answer of `{key}` changed, or why it changed nothing"
                yield self.finding(study, "involvement.yaml", (key,), nb, en)
