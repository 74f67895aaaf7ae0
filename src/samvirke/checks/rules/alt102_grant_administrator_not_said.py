"""ALT102: an alternative does not say who administers the grants."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import alternative_file
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class GrantAdministratorNotSaid(Rule):
    """An alternative without `grant_administrator` in a study that has grants."""

    code, name, severity = "ALT102", "grant-administrator-not-said", "must"
    summary = Text(
        "Et alternativ sier ikke hvem som forvalter tilskuddene.",
        "An alternative does not say who administers the grants.",
    )
    why = Text(
        "Hvor tilskuddsordningen skal ligge, er en del av hver løsning. Er det ikke sagt, kan verken "
        "mottakerne eller budsjettet leses ut av alternativet.",
        "Where the grant scheme is to lie is part of every solution. If it is not said, neither the "
        "recipients nor the budget can be read from the alternative.",
    )
    example = "alternatives/moved.yaml:\n  grant_administrator: null"
    remedy = Text(
        "Skriv `grant_administrator` med `actor` og `reason`, også når forvalteren er den samme som i dag.",
        "Write `grant_administrator` with `actor` and `reason`, also when the administrator is the same "
        "as today.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.4: hvem som kan forvalte en tilskuddsordning, "
        "og på hvilke vilkår.",
        "Regulations on Financial Management in Central Government, 6.2.4: who may administer a grant "
        "scheme, and on what conditions.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every alternative, zero included, that leaves it unsaid; silent where the effort has no grants."""
        if not study.has_grants:
            return
        for key, alternative in study.alternatives.items():
            if alternative.grant_administrator is None:
                nb = f"`{key}` sier ikke hvem som forvalter tilskuddene"
                en = f"`{key}` does not say who administers the grants"
                yield self.finding(study, alternative_file(key), (), nb, en, subject=key)
