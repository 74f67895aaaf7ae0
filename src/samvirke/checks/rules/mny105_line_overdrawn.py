"""MNY105: the rows on a line are more than the line was voted."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.reach import Reaches
from samvirke.checks.rule import Rule
from samvirke.language import Text, number
from samvirke.study.study import Study

MILLION, KRONE = 1e6, 1.0


class LineOverdrawn(Rule):
    """A line whose recurring rows, each at the low end of its range, exceed its appropriation."""

    code, name, severity = "MNY105", "line-overdrawn", "must"
    summary = Text(
        "Radene på en budsjettpost er større enn bevilgningen.",
        "The rows on a line are more than its appropriation.",
    )
    why = Text(
        "Mer enn bevilgningen kan ikke brukes. Enten er en rad for stor, eller så står den på feil post.",
        "No more than the appropriation can be spent. Either a row is too large, or it stands on the "
        "wrong line.",
    )
    example = (
        "lines.yaml:\n"
        "  grant-line: {chapter: 850, item: 70, appropriation: {amount: 2, year: 2020}, source: budget}\n"
        "spending.yaml:\n"
        "  shelter-grant: {actor: shelter, kind: grant, line: grant-line, amount: 3.5, source: budget}"
    )
    remedy = Text(
        "Rett beløpet, velg riktig post på raden, eller oppgi bevilgningen for riktig år.",
        "Mend the amount, choose the right line for the row, or give the appropriation of the right year.",
    )
    source = Text(
        "Bevilgningsreglementet §§ 3 og 4: Stortingets vedtak binder beløpet på hver post. At alle "
        "rader tas i nedre ende av spennet, er prosjektets egen regel; en kjøring regner på "
        "trekningene (MNY904).",
        "The Appropriation Regulations, sections 3 and 4: the Storting's decision binds the amount of "
        "each item. That every row is taken at the low end of its range is the project's own rule; a "
        "run works it out from the draws (MNY904).",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every line that is surely overdrawn, in the study's prices."""
        reaches = Reaches(study)
        least: dict[str, float] = {}
        for row in study.spending.values():
            if row.line is not None and not row.one_off:
                least[row.line] = least.get(row.line, 0.0) + reaches.of(row.yearly)[0]
        for key, line in study.lines.items():
            voted = line.voted(study.assignment.price_year, study.index(study.assignment.index))
            if voted is not None and least.get(key, 0.0) > voted + KRONE:
                most, given = least[key] / MILLION, voted / MILLION
                nb = f"`{key}` har {number(given, 'nb', 1)} millioner kroner"
                en = f"`{key}` has NOK {number(given, 'en', 1)} million"
                nb = f"{nb}, men radene på den er minst {number(most, 'nb', 1)}"
                en = f"{en}, but its rows are at least {number(most, 'en', 1)}"
                yield self.finding(study, "lines.yaml", (key, "appropriation"), nb, en)
