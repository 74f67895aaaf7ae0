"""ASG107: somebody answered and was told nothing in return."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class AnswerWithoutReply(Rule):
    """A body with an answer and no `reply`."""

    code, name, severity = "ASG107", "answer-without-reply", "should"
    summary = Text(
        "Noen har svart og ikke fått vite noe tilbake.", "Somebody answered and was told nothing in return."
    )
    why = Text(
        "Den som har brukt tid på å svare, skal få vite hva det førte til. Ellers svarer de ikke neste gang.",
        "Whoever spent time on answering should learn what came of it. Otherwise they do not answer next "
        "time.",
    )
    example = (
        "involvement.yaml:\n"
        "  shelter:\n"
        "    answered: 2020-12-01\n"
        "    answers: [{to: grant-size, wording: Det stemmer}]\n"
        "    not_changed_because: Tallet var riktig"
    )
    good = (
        "involvement.yaml:\n"
        "  shelter:\n"
        "    answered: 2020-12-01\n"
        "    answers: [{to: grant-size, wording: Det stemmer}]\n"
        "    reply: Takk for svaret\n"
        "    not_changed_because: Tallet var riktig"
    )
    remedy = Text(
        "Skriv i `reply` hva dere har svart tilbake.", "Say in `reply` what you have told them in return."
    )
    source = Text(
        "DFØs sjekkliste for utredninger: valg føres så de kan gjøres rede for siden. At alle som svarer, "
        "får svar, er prosjektets egen regel.",
        "DFØ's checklist for studies: choices are logged so that they can be accounted for later. That all "
        "who answer are replied to is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every body that answered and has no reply."""
        for key, body in study.involvement.items():
            if (body.answers or body.answered is not None) and body.reply is None:
                nb, en = f"`{key}` har svart og ikke fått svar", f"`{key}` answered and was not replied to"
                yield self.finding(study, "involvement.yaml", (key,), nb, en)
