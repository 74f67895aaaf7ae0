"""GRT121: how impartiality is seen to in the handling of applications is not said."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import unknown
from samvirke.language import Text
from samvirke.study.study import Study


class ImpartialityNotSeenTo(Rule):
    """A scheme without `impartiality`."""

    code, name, severity = "GRT121", "impartiality-not-seen-to", "note"
    summary = Text(
        "Det er ikke sagt hvordan habiliteten blir sikret når søknader behandles.",
        "It is not said how impartiality is seen to when applications are handled.",
    )
    why = Text(
        "På et lite felt kjenner de som deler ut og de som søker, hverandre. Da må det være skrevet hvem "
        "som trer til side, og at det blir vurdert i hver sak.",
        "In a small field those who give and those who apply know each other. It must then be written who "
        "steps aside, and that this is considered in each case.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {impartiality: null}"
    good = (
        "grant_schemes.yaml:\n"
        '  shelter-grants: {impartiality: "Den som behandler en søknad, skriver under på at den er habil."}'
    )
    remedy = Text(
        "Skriv i `impartiality` hvordan det blir vurdert og ført. Er det ikke kjent, kan funnet stå.",
        "Write in `impartiality` how it is considered and recorded. If it is not known, the finding may "
        "stand.",
    )
    source = Text(
        "Forvaltningsloven §§ 6–10 om habilitet.",
        "The Public Administration Act, sections 6–10 on impartiality.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme of which it is not known."""
        for scheme in study.grant_schemes.values():
            if scheme.impartiality is None:
                what = Text("hvordan habiliteten blir sikret,", "how impartiality is seen to")
                yield unknown(self, study, scheme, what)
