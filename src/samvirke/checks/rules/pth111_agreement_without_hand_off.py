"""PTH111: an agreement has no effect that the study can show."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import changes
from samvirke.checks.routes import handed_over
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.changes import Agree
from samvirke.study.study import Study


class AgreementWithoutHandOff(Rule):
    """An agreement between actors that are not one after the other on any way or route."""

    code, name, severity = "PTH111", "agreement-without-hand-off", "note"
    summary = Text(
        "En avtale har ingen virkning som utredningen kan vise.",
        "An agreement has no effect that the study can show.",
    )
    why = Text(
        "En avtale virker i modellen bare der den ene overlater en person til den andre. Ellers er "
        "det bare kostnaden som synes.",
        "In the model an agreement works only where one hands a person over to the other. Otherwise "
        "only its cost is seen.",
    )
    example = (
        "alternatives/moved.yaml:\n"
        "  changes:\n"
        "    - {id: meet, verb: agree, start: 2023-01, between: [desk, social], form: agreement,\n"
        "       absorbed: true, reason: Faste møter}"
    )
    remedy = Text(
        "Legg leddene der de møtes inn i pathways.yaml, eller si i `effects.yaml` hva avtalen er "
        "verdt etter eget skjønn.",
        "Put the steps where they meet into pathways.yaml, or say in `effects.yaml` what the "
        "agreement is worth in your own judgement.",
    )
    source = Text(
        "Prosjektets egen regel: en virkning som ikke kan utledes, sies å være antatt.",
        "The project's own rule: an effect that cannot be derived is said to be assumed.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every agreement whose parties, with those under them, never hand over to each other."""
        pairs = {frozenset(pair) for pair in handed_over(study)}
        for file, path, change in changes(study):
            if isinstance(change, Agree):
                one, other = (set(study.under(party)) or {party} for party in change.between)
                if not any(frozenset((a, b)) in pairs for a in one for b in other):
                    nb = f"partene i `{change.id}` overlater ingen til hverandre"
                    en = f"the parties of `{change.id}` hand nobody over to each other"
                    yield self.finding(study, file, path, nb, en, subject=change.id)
