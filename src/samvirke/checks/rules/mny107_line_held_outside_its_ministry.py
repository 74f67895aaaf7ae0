"""MNY107: a line is held by somebody under another ministry."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class LineHeldOutsideItsMinistry(Rule):
    """A line whose holder belongs to another ministry than the one whose budget it is in."""

    code, name, severity = "MNY107", "line-held-outside-its-ministry", "should"
    summary = Text(
        "En post disponeres av noen under et annet departement.",
        "A line is held by somebody under another ministry.",
    )
    why = Text(
        "Departementet bevilgningen er gitt til, svarer for den. Står holderen under et annet, blir "
        "det uklart hvem som avgir og får penger i et alternativ.",
        "The ministry that the appropriation is given to answers for it. When the holder is under "
        "another, it is unclear who gives up and gets money in an alternative.",
    )
    example = "lines.yaml:\n  social-line: {chapter: 850, item: 1, ministry: welfare, holder: police}"
    remedy = Text(
        "Rett `ministry` eller `holder`. Har noen fullmakt til å belaste posten, er holderen likevel "
        "den som har fått den.",
        "Mend `ministry` or `holder`. Where somebody is authorised to charge the line, the holder is "
        "still whoever was given it.",
    )
    source = Text(
        "Bevilgningsreglementet § 4: et kapittel disponeres så langt råd er av én virksomhet. "
        "Prosjektets egen regel: holderen hører under postens departement.",
        "The Appropriation Regulations, section 4: as far as possible a chapter is disposed of by one "
        "entity. The project's own rule: the holder belongs to the line's ministry.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every line whose holder has another ministry above it."""
        for key, line in study.lines.items():
            above = [one for one in study.above(line.holder) if study.actors[one].kind == "ministry"]
            if above and line.ministry not in above:
                nb = f"`{key}` ligger under `{line.ministry}`, men `{line.holder}` hører til `{above[0]}`"
                en = f"`{key}` lies under `{line.ministry}`, but `{line.holder}` belongs to `{above[0]}`"
                yield self.finding(study, "lines.yaml", (key, "holder"), nb, en)
