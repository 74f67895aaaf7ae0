"""RSP105: a rule on what must lie apart or together is broken today."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.responsibility import rule_holds
from samvirke.study.study import Study


class RuleOfSeparationBroken(Rule):
    """A rule in rules.yaml that today's responsibilities break; `breach` says how grave it is."""

    code, name, severity = "RSP105", "rule-of-separation-broken", "must"
    summary = Text(
        "En regel om hva som skal ligge hver for seg eller sammen, er brutt i dag.",
        "A rule on what must lie apart or together is broken today.",
    )
    why = Text(
        "Reglene verner mot at samme organ kontrollerer seg selv eller har motstridende roller. Brytes en "
        "regel i dag, skal leseren få vite det før alternativene.",
        "The rules guard against a body that checks itself or holds conflicting roles. If one is broken "
        "today, the reader must know before the alternatives come.",
    )
    example = (
        "rules.yaml:\n"
        "  own-grants: {kind: separate, a: {task: grant-scheme, part: decides}, b: {task: aid, part: does},\n"
        "    level: agency, reason: Ingen gir tilskudd til seg selv, breach: error}\n"
        "responsibilities.yaml:\n"
        "  grant-scheme: {decides: [social]}\n"
        "  aid: {does: [social]}"
    )
    remedy = Text(
        "Rett responsibilities.yaml hvis rollen er ført feil. Er regelen brutt i virkeligheten, la et "
        "alternativ rette det, eller unnskyld funnet med en grunn.",
        "Mend responsibilities.yaml if the part is entered wrongly. If the rule is broken in reality, let "
        "an alternative mend it, or excuse the finding with a reason.",
    )
    source = Text(
        "Studiens egne regler i rules.yaml, hver med sin begrunnelse. For vedtak og tilskudd: "
        "forvaltningsloven §§ 6–10 om habilitet.",
        "The study's own rules in rules.yaml, each with its reason. For decisions and grants: the Public "
        "Administration Act, sections 6–10 on impartiality.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every rule that who does what today does not keep."""
        for key, separation in study.rules.items():
            if not rule_holds(study, separation):
                nb = f"regelen `{key}` er brutt: {separation.reason.nb}"
                en = f"the rule `{key}` is broken: {separation.reason['en']}"
                severity: Severity = "must" if separation.breach == "error" else "should"
                yield self.finding(study, "rules.yaml", (key,), nb, en, severity=severity)
