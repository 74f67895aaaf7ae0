"""PTH101: a body hands a person over without a known basis for telling about the person."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.routes import handed_over
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.handing import sharing_between
from samvirke.study.study import Study


class HandOffWithoutBasis(Rule):
    """Two bodies one after the other on a way or a route, with no basis in `sharing`; told by sender."""

    code, name, severity = "PTH101", "hand-off-without-basis", "should"
    summary = Text(
        "Noen overlater en person til en annen uten kjent grunnlag for å fortelle om personen.",
        "A body hands a person over without a known basis for telling about the person.",
    )
    why = Text(
        "Kan ikke opplysningene følge personen, begynner den neste på nytt, og den som trenger hjelp, "
        "må fortelle alt en gang til. En modell for samordning som overser det, virker bare på "
        "papiret.",
        "Unless information may follow the person, the next body begins anew, and whoever needs help "
        "must tell everything once more. A model of co-ordination that overlooks this works on paper "
        "only.",
    )
    example = "pathways.yaml:\n  sharing: []"
    remedy = Text(
        "Skriv i `sharing` hva som gjelder mellom de to, med grunnlag, samtykke og kilde. Finnes det "
        "ikke noe grunnlag, skriv `none` og hva dere har lett etter i `note`.",
        "Say in `sharing` what holds between the two, with basis, consent and source. If there is no "
        "basis, write `none` and say in `note` what you have looked for.",
    )
    source = Text(
        "Reglene om taushetsplikt i forvaltningsloven (§ 13 og de neste; ikke kontrollert mot loven, "
        "UNVERIFIED) og i særlovene for den enkelte tjeneste.",
        "The rules on secrecy of the Public Administration Act (section 13 and those after it; not checked "
        "against the act, UNVERIFIED) and of the special acts of each service.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each sender, the receivers it may not tell; those the study has a note on, for information."""
        lacking: dict[tuple[str, bool], list[str]] = {}
        for sender, receiver in handed_over(study):
            said = sharing_between(study, sender, receiver)
            if said is None or said.basis == "none":
                known = said is not None and said.note is not None
                lacking.setdefault((sender, known), []).append(receiver)
        for (sender, known), receivers in lacking.items():
            shown = some(receivers)
            nb = f"intet grunnlag er kjent for at `{sender}` kan fortelle {shown.nb} om personen"
            en = f"no basis is known for `{sender}` to tell {shown['en']} about the person"
            severity: Severity = "note" if known else "should"
            path = ("sharing",)
            yield self.finding(study, "pathways.yaml", path, nb, en, subject=sender, severity=severity)
