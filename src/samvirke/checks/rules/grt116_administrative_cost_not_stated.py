"""GRT116: what it costs to administer the grants is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import unknown
from samvirke.language import Text
from samvirke.study.study import Study


class AdministrativeCostNotStated(Rule):
    """A scheme without `administrative_cost`."""

    code, name, severity = "GRT116", "administrative-cost-not-stated", "note"
    summary = Text(
        "Det er ikke sagt hva det koster å forvalte tilskuddene.",
        "What it costs to administer the grants is not stated.",
    )
    why = Text(
        "Kostnaden hos forvalteren og mottakerne skal veies mot det ordningen oppnår. Uten den kan ingen "
        "si om en flytting sparer noe, eller hvor mange som må følge med.",
        "The cost to the administrator and the recipients is to be weighed against what the scheme "
        "achieves. Without it nobody can say whether a move saves anything, or how many people must come "
        "along.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {administrative_cost: null}"
    good = "grant_schemes.yaml:\n  shelter-grants: {administrative_cost: 0.5, judgement: Et halvt årsverk.}"
    remedy = Text(
        "Skriv kostnaden i `administrative_cost`, i millioner kroner i året eller som en id fra "
        "assumptions.yaml, med kilde eller vurdering. Er den ikke kjent, kan funnet stå.",
        "Give the cost in `administrative_cost`, in NOK million a year or as an id from assumptions.yaml, "
        "with a source or judgement. If it is not known, the finding may stand.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1: elementene skal vurderes samlet mot "
        "kostnadene hos forvalter og mottaker.",
        "Regulations on Financial Management in Central Government, 6.2.1: the elements are to be judged "
        "together against the costs of administrator and recipient.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme whose administrative cost is not known."""
        for scheme in study.grant_schemes.values():
            if scheme.administrative_cost is None:
                yield unknown(
                    self,
                    study,
                    scheme,
                    Text("kostnaden ved å forvalte den", "what it costs to administer it"),
                )
