"""ALT109: a challenge is said to be wholly met, and no figure carries it."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class ChallengeWhollyMetWithoutFigure(Rule):
    """An answer `wholly` with a judgement and no `figure`; a figure that is not there is ALT901."""

    code, name, severity = "ALT109", "challenge-wholly-met-without-figure", "should"
    summary = Text(
        "En utfordring sies å være løst helt, uten et tall som bærer det.",
        "A challenge is said to be wholly met, and no figure carries it.",
    )
    why = Text(
        "«Helt» er den sterkeste påstanden i tabellen over utfordringer. Bygger den bare på vårt eget "
        "skjønn, kan leseren ikke se forskjell på det som er vist, og det som er håpet.",
        "“Wholly” is the strongest claim in the table of challenges. If it rests on our own judgement alone, "
        "the reader cannot tell what is shown from what is hoped.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  answers:\n"
        "    scattered: {degree: wholly, how: Alt samles på ett sted, figure: null, judgement: Vår vurdering}"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  answers:\n"
        "    scattered: {degree: wholly, how: Alt samles på ett sted, figure: admin.gaps}"
    )
    remedy = Text(
        "Skriv i `figure` navnet på tallet som viser det, eller svar `partly`.",
        "Give in `figure` the name of the figure that shows it, or answer `partly`.",
    )
    source = Text(
        "Prosjektets egen regel: hvert svar på en utfordring viser hva det bygger på.",
        "The project's own rule: each answer to a challenge shows what it rests on.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every whole answer of an alternative that rests on words."""
        for key, alternative in study.alternatives.items():
            for challenge, answer in alternative.answers.items():
                if answer.degree == "wholly" and answer.figure is None:
                    nb = f"`{key}` løser `{challenge}` helt, etter egen vurdering"
                    en = f"`{key}` meets `{challenge}` wholly, by our own judgement"
                    path = ("answers", challenge)
                    yield self.finding(
                        study, alternative_file(key), path, nb, en, subject=f"{key} {challenge}"
                    )
