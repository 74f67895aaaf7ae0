"""RSP114: actors that have nothing in the study."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.mentions import named
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


class UnusedActor(Rule):
    """Actors without a part, money, a power, a duty or a place above somebody; one finding."""

    code, name, severity = "RSP114", "unused-actor", "note"
    summary = Text(
        "En aktør har ingenting i utredningen.",
        "An actor has nothing in the study.",
    )
    why = Text(
        "Enten har aktøren en rolle som er glemt, eller så gjør den listen lengre uten å si noe.",
        "Either the actor has a part that was forgotten, or it makes the list longer and says nothing.",
    )
    example = "actors.yaml:\n  board: {name: Utnyttelsesrådet, kind: agency, parent: justice}"
    remedy = Text(
        "Skriv hva aktøren gjør, har eller berøres av, eller ta den bort.",
        "Say what the actor does, has or is affected by, or take it away.",
    )
    source = Text(
        "Prosjektets egen regel: den som er nevnt, har noe med saken å gjøre.",
        "The project's own rule: whoever is mentioned has something to do with the matter.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such actors in one finding; that one could answer a question is not enough."""
        used = named(study, but=("could_answer",))
        unused = [key for key in study.actors if key not in used]
        if unused:
            how_many = count(len(unused), ("aktør", "aktører"), ("actor", "actors"))
            nb = f"{how_many.nb} uten rolle, penger eller myndighet: {some(unused).nb}"
            en = f"{how_many['en']} without a part, money or power: {some(unused)['en']}"
            yield self.finding(study, "actors.yaml", (unused[0],), nb, en, subject="")
