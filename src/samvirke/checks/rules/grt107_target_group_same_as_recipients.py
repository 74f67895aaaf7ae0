"""GRT107: the target group of a grant scheme is those who receive the money."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.schemes import SCHEMES
from samvirke.language import Text
from samvirke.study.study import Study


def _plain(text: Text) -> str:
    return " ".join(text.nb.lower().rstrip(".").split())


class TargetGroupSameAsRecipients(Rule):
    """A scheme whose target group and recipients are told in the same words."""

    code, name, severity = "GRT107", "target-group-same-as-recipients", "should"
    summary = Text(
        "Målgruppen for en tilskuddsordning er den samme som mottakerne.",
        "The target group of a grant scheme is the same as its recipients.",
    )
    why = Text(
        "Målgruppen er den som skal få det bedre, mottakeren er den som får pengene for å sørge for det. "
        "Er de samme, måles ordningen på om mottakerne finnes, ikke på om de hjelper noen.",
        "The target group is whoever is to be better off, the recipient whoever gets the money to see to "
        "it. If they are the same, the scheme is measured by whether recipients exist, not by whether "
        "they help anybody.",
    )
    example = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: {target_group: Frivillige organisasjoner, recipients: Frivillige organisasjoner}"
    )
    good = (
        "grant_schemes.yaml:\n"
        "  shelter-grants: {target_group: Utnyttede unge, recipients: Frivillige organisasjoner}"
    )
    remedy = Text(
        "Skriv i `target_group` hvem mottakerne skal hjelpe. Er ordningen virkelig til for mottakerne "
        "selv, unnskyld funnet med grunnen.",
        "Write in `target_group` whom the recipients are to help. If the scheme really is for the "
        "recipients themselves, excuse the finding with the reason.",
    )
    source = Text(
        "Bestemmelser om økonomistyring i staten punkt 6.2.1 a og c, slik en evaluering for "
        "Helsedirektoratet utlegger kravet: målgruppe og mottaker er oftest ikke de samme.",
        "Regulations on Financial Management in Central Government, 6.2.1 a and c, as an evaluation for "
        "the Directorate of Health reads them: target group and recipient are mostly not the same.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every scheme whose two groups have the same words in bokmål."""
        for key, scheme in study.grant_schemes.items():
            group, recipients = scheme.target_group, scheme.recipients
            if group is not None and recipients is not None and _plain(group.text) == _plain(recipients.text):
                nb = f"målgruppen og mottakerne i `{key}` er de samme"
                en = f"the target group and the recipients of `{key}` are the same"
                yield self.finding(study, SCHEMES, (key, "target_group"), nb, en)
