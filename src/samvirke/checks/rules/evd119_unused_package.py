"""EVD119: a package of changes that no alternative includes."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class UnusedPackage(Rule):
    """Packages that no alternative has under `includes`; one finding."""

    code, name, severity = "EVD119", "unused-package", "note"
    summary = Text(
        "En pakke med endringer er ikke med i noe alternativ.",
        "A package of changes is part of no alternative.",
    )
    why = Text(
        "Leseren av filen tror at endringene gjøres. De virker ikke på noe tall og er ikke med i noen "
        "tabell.",
        "Whoever reads the file believes that the changes are made. They affect no figure and stand "
        "in no table.",
    )
    example = (
        "packages.yaml:\n"
        "  one-list:\n"
        "    name: Felles liste\n"
        "    text: Noen fører felles tall\n"
        "    changes: [{id: count, verb: assign, start: 2023-01, task: statistics, actor: desk, part: does,\n"
        "      legal: instruction, reason: Ingen gjør det i dag}]"
    )
    remedy = Text(
        "Ta den med i et alternativ under `includes`, eller ta den bort.",
        "Take it into an alternative under `includes`, or take it away.",
    )
    source = Text(
        "Prosjektets egen regel: en endring som er skrevet, er del av noe.",
        "The project's own rule: a change that is written is part of something.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such packages in one finding."""
        included = {key for alternative in study.alternatives.values() for key in alternative.includes}
        unused = [key for key in study.packages if key not in included]
        if unused:
            nb, en = (
                f"ingen alternativer tar med {some(unused).nb}",
                f"no alternative includes {some(unused)['en']}",
            )
            yield self.finding(study, "packages.yaml", (unused[0],), nb, en, subject="")
