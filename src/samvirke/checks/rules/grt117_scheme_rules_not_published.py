"""GRT117: the rules of a grant scheme cannot be read by everybody."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES, unknown
from samvirke.language import Text
from samvirke.study.study import Study


class SchemeRulesNotPublished(Rule):
    """A scheme whose rules are not published, or of which it is not known."""

    code, name, severity = "GRT117", "scheme-rules-not-published", "should"
    summary = Text(
        "Regelverket for en tilskuddsordning er ikke offentliggjort.",
        "The rules of a grant scheme are not published.",
    )
    why = Text(
        "Den som kan søke, må kunne lese hva som gjelder. Et regelverk som bare forvalteren kjenner, gir "
        "ikke lik behandling, og en ny forvalter vet ikke hva den overtar.",
        "Whoever can apply must be able to read what holds. Rules that only the administrator knows do "
        "not give equal treatment, and a new administrator does not know what it takes over.",
    )
    example = "grant_schemes.yaml:\n  shelter-grants: {rules: {published: false}}"
    good = "grant_schemes.yaml:\n  shelter-grants: {rules: {published: true}}"
    remedy = Text(
        "Skriv i `rules` om regelverket er offentliggjort (`published`), og gi kilden. Er det ikke det, "
        "ta det opp som en svakhet.",
        "Say in `rules` whether the rules are published (`published`), and give the source. If they are "
        "not, tell it as a weakness.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 og 6.3.1; forvaltningsloven § 38 om "
        "kunngjøring av forskrifter.",
        "Regulations on Financial Management in Central Government, 6.2.1 and 6.3.1; the Public "
        "Administration Act, section 38, on the promulgation of regulations.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme whose rules are not published; for information where that is not known."""
        for key, scheme in study.grant_schemes.items():
            if scheme.rules is None or scheme.rules.published is None:
                what = Text("om regelverket er offentliggjort,", "whether the rules are published")
                yield unknown(self, study, scheme, what)
            elif not scheme.rules.published:
                nb, en = (
                    f"regelverket for `{key}` er ikke offentliggjort",
                    f"the rules of `{key}` are not published",
                )
                yield self.finding(study, SCHEMES, (key, "rules"), nb, en)
