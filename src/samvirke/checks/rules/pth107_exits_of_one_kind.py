"""PTH107: there is no exit for those who are helped, or none for those who are lost."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class ExitsOfOneKind(Rule):
    """Routes with no exit of kind `good`, or none of kind `lost`."""

    code, name, severity = "PTH107", "exits-of-one-kind", "note"
    summary = Text(
        "Det finnes ingen utgang for dem som får hjelp, eller ingen for dem som faller fra.",
        "There is no exit for those who are helped, or none for those who are lost.",
    )
    why = Text(
        "Uten begge kan ingen si om et alternativ hjelper flere eller mister færre.",
        "Without both nobody can say whether an alternative helps more or loses fewer.",
    )
    example = "pathways.yaml:\n  exits:\n    lost: {name: Videre, kind: neutral}"
    remedy = Text(
        "Legg til utgangen som mangler, eller rett `kind` på en av dem.",
        "Add the exit that is missing, or mend the `kind` of one.",
    )
    source = Text(
        "Prosjektets egen regel: utfall måles i begge ender.",
        "The project's own rule: outcomes are measured at both ends.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """At most one finding, about the exits."""
        kinds = {one.kind for one in study.pathways.exits.values()}
        missing = [kind for kind in ("good", "lost") if kind not in kinds]
        if missing and study.pathways.routes:
            nb = f"ingen utgang er av typen {some(missing).nb}"
            en = f"no exit is of kind {some(missing)['en']}"
            yield self.finding(study, "pathways.yaml", ("exits",), nb, en, subject="")
