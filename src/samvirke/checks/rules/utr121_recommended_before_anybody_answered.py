"""UTR121: an alternative is recommended though nobody who was asked has answered."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class RecommendedBeforeAnybodyAnswered(Rule):
    """A recommendation in a study whose involvement.yaml has no answer."""

    code, name, severity = "UTR121", "recommended-before-anybody-answered", "should"
    summary = Text(
        "Et alternativ er anbefalt uten at noen har svart.",
        "An alternative is recommended though nobody has answered.",
    )
    why = Text(
        "En anbefaling ser ut som om de som står bak utredningen, er enige. Har ingen svart, er den bare "
        "vår, og den låser valget før de som må leve med det, er hørt.",
        "A recommendation looks as if those behind the study agree. If nobody has answered, it is ours "
        "alone, and it locks the choice before those who must live with it are heard.",
    )
    example = "study.yaml: {recommendation: moved, recommendation_reason: Én dør er best for de unge}"
    good = (
        "study.yaml: {recommendation: moved, recommendation_reason: Én dør er best for de unge}\n"
        "involvement.yaml:\n"
        "  shelter:\n"
        "    answered: 2020-12-01\n"
        "    answers: [{to: grant-size, wording: Det stemmer}]\n"
        "    reply: Takk for svaret\n"
        "    not_changed_because: Tallet var riktig"
    )
    remedy = Text(
        "Vent med anbefalingen (`recommendation: none`) til noen har svart, og før svarene i "
        "involvement.yaml.",
        "Hold the recommendation back (`recommendation: none`) until somebody has answered, and enter the "
        "answers in involvement.yaml.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1 om tidlig involvering. DFØs sjekkliste: de berørte tas med både "
        "tidlig og sent.",
        "The instructions for official studies, 3-1, on early involvement. DFØ's checklist: those affected "
        "are brought in both early and late.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, at the recommendation."""
        recommended = study.assignment.recommendation
        if recommended is not None and not any(body.answers for body in study.involvement.values()):
            nb = f"`{recommended}` er anbefalt, men ingen har svart på noe"
            en = f"`{recommended}` is recommended, but nobody has answered anything"
            yield self.finding(study, "study.yaml", ("recommendation",), nb, en)
