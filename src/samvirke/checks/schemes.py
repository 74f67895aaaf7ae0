"""What rules on grant schemes have in common: the file, and how that which is not known is told."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.grants import GrantScheme
from samvirke.study.study import Study

SCHEMES = "grant_schemes.yaml"


def missing(rule: Rule, study: Study, field: str, what: Text) -> Iterator[Finding]:
    """Every scheme without a field: a fault when the rules lack it, for information when it is not known.

    `what` is what is missing, with its article and a singular verb after it: “the goal”.
    """
    for key, scheme in study.grant_schemes.items():
        if field in scheme.lacks:
            nb, en = f"regelverket for `{key}` mangler {what.nb}", f"the rules of `{key}` lack {what['en']}"
            yield rule.finding(study, SCHEMES, (key, "lacks"), nb, en)
        elif not scheme.has(field):
            yield unknown(rule, study, scheme, what)


def unknown(rule: Rule, study: Study, scheme: GrantScheme, what: Text, *field: str) -> Finding:
    """For information: something about a scheme that the study does not say is not known."""
    nb, en = f"for `{scheme.id}` er {what.nb} ikke kjent", f"for `{scheme.id}` {what['en']} is not known"
    return rule.finding(study, SCHEMES, (scheme.id, *field), nb, en, severity="note")
