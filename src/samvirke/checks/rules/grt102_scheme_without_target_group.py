"""GRT102: a grant scheme without a target group."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import missing
from samvirke.language import Text
from samvirke.study.study import Study


class SchemeWithoutTargetGroup(Rule):
    """A scheme whose rules do not say whom it is for, or of which nobody has looked it up."""

    code, name, severity = "GRT102", "scheme-without-target-group", "should"
    summary = Text(
        "En tilskuddsordning sier ikke hvem den er til for.",
        "A grant scheme does not say whom it is for.",
    )
    why = Text(
        "Mottakeren av pengene er oftest et annet sted enn den de skal hjelpe. Er målgruppen ikke sagt, "
        "kan ordningen bare måles på hva mottakerne gjør, ikke på om noen får det bedre.",
        "The recipient of the money is mostly not the one it is to help. If the target group is not said, "
        "the scheme can be measured only by what recipients do, not by whether anybody is better off.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {target_group: null, lacks: [target_group]}"
    good = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: {target_group: {nb: Utnyttede unge, en: Exploited young people}}"
    )
    remedy = Text(
        "Skriv i `target_group` hvem ordningen skal gi en bedre tilstand. Mangler det i regelverket, "
        "skriv `target_group` under `lacks`.",
        "Write in `target_group` whose state the scheme is to improve. If the rules do not have it, put "
        "`target_group` under `lacks`.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 a: regelverket skal ha mål og målgruppe.",
        "Regulations on Financial Management in Central Government, 6.2.1 a: the rules are to have a goal "
        "and a target group.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme without a target group."""
        yield from missing(self, study, "target_group", Text("målgruppen", "the target group"))
