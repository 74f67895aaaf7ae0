"""UTR107: an alternative changes law, and the text on questions of principle does not speak of law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.law import needing_a_rule
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study

FILE = "principles.nb.md"
LAW = re.compile(
    r"\blov|\w+lov(en|a|er|ene|givning)?\b|forskrift|hjem(mel|le)|rettslig|juridisk|regelverk", re.I
)


class ChangeOfLawNotDiscussed(Rule):
    """Changes that need a law or a regulation, and a text `principles` without a word on either."""

    code, name, severity = "UTR107", "change-of-law-not-discussed", "should"
    summary = Text(
        "Et alternativ endrer regelverk, men teksten om prinsipielle spørsmål nevner ikke lov eller "
        "forskrift.",
        "An alternative changes law, and the text on questions of principle speaks of neither law nor "
        "regulation.",
    )
    why = Text(
        "Å gi myndighet eller dele opplysninger i lov er et prinsipielt spørsmål: hvem som får bestemme over "
        "andre, og hva det offentlige får vite om folk. Det skal drøftes, ikke bare stå i en tidsplan.",
        "To give authority or share information by law is a question of principle: who may decide over "
        "others, and what the public bodies may know about people. It is to be discussed, not only set in "
        "a timetable.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: told, verb: assign, start: 2023-01, task: aid, actor: police, part: informed,\n"
        "       legal: regulation, reason: Politiet skal orienteres}\n"
        "texts/principles.nb.md: Ansvaret bør være hos den som er nærmest. [@evaluation]"
    )
    good = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: told, verb: assign, start: 2023-01, task: aid, actor: police, part: informed,\n"
        "       legal: regulation, reason: Politiet skal orienteres}\n"
        "texts/principles.nb.md: At politiet får vite hvem som får hjelp, krever forskrift. [@evaluation]"
    )
    remedy = Text(
        "Skriv i texts/principles.nb.md hva regelendringen betyr: hvem som får makt eller opplysninger, og "
        "hva som taler for og imot.",
        "Say in texts/principles.nb.md what the change of law means: who gets power or information, and what "
        "speaks for it and against.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 3, og punkt 2-2: prinsipielle spørsmål skal drøftes "
        "balansert, systematisk og samlet.",
        "The instructions for official studies, 2-1, question 3, and 2-2: questions of principle are to be "
        "discussed in a balanced, systematic and comprehensive way.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, naming the alternatives; a text that is missing is UTR104."""
        text = study.texts.get(FILE, "")
        if text.strip() and not LAW.search(text):
            alternatives = list(dict.fromkeys(key for key, _ in needing_a_rule(study)))
            if alternatives:
                nb = f"{some(alternatives).nb} krever lov eller forskrift, som teksten ikke nevner"
                en = f"{some(alternatives)['en']} need a law or a regulation, which the text does not mention"
                yield self.finding(study, f"texts/{FILE}", (), nb, en)
