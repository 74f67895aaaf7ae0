"""RSP109: a power is entered, but nothing shows that it exists."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class PowerWithoutSource(Rule):
    """A power in powers.yaml with neither a source nor a judgement."""

    code, name, severity = "RSP109", "power-without-source", "should"
    summary = Text(
        "En myndighet er ført opp, men ingenting viser at den finnes.",
        "A power is entered, but nothing shows that it exists.",
    )
    why = Text(
        "Hva samordneren kan gjøre overfor de andre, avgjør hva et alternativ er verdt. En myndighet "
        "ingen kan vise til, får dagens løsning til å se bedre ut enn den er.",
        "What the co-ordinator can do towards the others settles what an alternative is worth. A "
        "power that nobody can point to makes today look better than it is.",
    )
    example = (
        "powers.yaml:\n"
        "  reports: {holder: desk, over: [police], kind: demand_reports, given_by: justice, basis: Praksis}"
    )
    remedy = Text(
        "Vis til mandatet, tildelingsbrevet eller loven i `source`, eller skriv i `judgement` hvorfor "
        "dere tror den finnes.",
        "Cite the mandate, the letter of allocation or the law in `source`, or say in `judgement` why "
        "you believe that it exists.",
    )
    source = Text(
        "Prosjektets egen regel: bare myndighet som kan vises, føres opp.",
        "The project's own rule: only powers that can be shown are entered.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every power that nothing carries."""
        for key, power in study.powers.items():
            if not power.source and power.judgement is None:
                nb = f"`{key}` har verken kilde eller begrunnelse"
                en = f"`{key}` has neither a source nor a reason"
                yield self.finding(study, "powers.yaml", (key,), nb, en)
