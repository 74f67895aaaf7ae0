"""MNY106: a row stands on a line for another kind of expenditure."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class RowOnAnItemOfAnotherKind(Rule):
    """Pay, running costs or purchases on items 50–89, or a grant on items 1–49."""

    code, name, severity = "MNY106", "row-on-an-item-of-another-kind", "should"
    summary = Text(
        "En rad står på en post for en annen type utgift.",
        "A row stands on a line for another kind of expenditure.",
    )
    why = Text(
        "Posten sier hva pengene kan brukes til. Står lønn på en tilskuddspost, ser tilskuddet større "
        "ut enn mottakerne får.",
        "The item says what the money may be used for. When pay stands on a grant item, the grant "
        "looks larger than what the recipients get.",
    )
    example = (
        "spending.yaml:\n"
        "  grant-staff: {actor: social, tasks: grant-scheme, kind: personnel, line: grant-line, fte: 2}"
    )
    remedy = Text(
        "Velg posten pengene faktisk går over. Er det slik budsjettet er, unnskyld funnet med en grunn.",
        "Choose the item that the money really goes over. If the budget is so, excuse the finding "
        "with a reason.",
    )
    source = Text(
        "Bevilgningsreglementet § 4 og postinndelingen: post 1–29 er statens egne driftsutgifter, "
        "post 30–49 er investeringer, post 50–89 er overføringer til andre.",
        "The Appropriation Regulations, section 4, and the division into items: 1–29 are the state's "
        "own operating costs, 30–49 investments, 50–89 transfers to others.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such row; investments may stand anywhere below 50."""
        for key, row in study.spending.items():
            line = study.lines.get(row.line or "")
            if line is not None and line.side == "expenditure" and line.is_transfer != (row.kind == "grant"):
                nb = f"`{key}` er `{row.kind}`, men {line.label} er en post for noe annet"
                en = f"`{key}` is `{row.kind}`, but {line.label} is an item for something else"
                yield self.finding(study, "spending.yaml", (key, "line"), nb, en)
