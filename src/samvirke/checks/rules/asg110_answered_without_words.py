"""ASG110: somebody is said to have answered, and what they said is not entered."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class AnsweredWithoutWords(Rule):
    """A body with a date in `answered` and no `answers`."""

    code, name, severity = "ASG110", "answered-without-words", "must"
    summary = Text(
        "Noen sies å ha svart, men det de sa, er ikke ført.",
        "Somebody is said to have answered, and what they said is not entered.",
    )
    why = Text(
        "Involvering som ikke er dokumentert, er en påstand. Ordrett gjengitt kan svaret etterprøves av "
        "den som ga det.",
        "Involvement that is not documented is a claim. Rendered word for word, the answer can be verified "
        "by whoever gave it.",
    )
    example = "involvement.yaml:\n  shelter: {answered: 2020-12-01, reply: Takk for svaret}"
    remedy = Text(
        "Før svaret ordrett under `answers`, også når de ikke hadde merknader, eller ta bort datoen.",
        "Enter the answer word for word under `answers`, also when they had no comments, or take the date "
        "away.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1. At involveringen kan etterprøves, er prosjektets egen regel.",
        "The instructions for official studies, 3-1. That the involvement can be verified is the project's "
        "own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every date of an answer that has no words."""
        for key, body in study.involvement.items():
            if body.answered is not None and not body.answers:
                nb = f"`{key}` svarte {body.answered}, men svaret er ikke ført"
                en = f"`{key}` answered on {body.answered}, but the answer is not entered"
                yield self.finding(study, "involvement.yaml", (key, "answered"), nb, en)
