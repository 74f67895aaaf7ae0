"""EVD112: a source was read before it was published."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study


class SourceReadBeforePublished(Rule):
    """A source whose `retrieved` surely lies before its `date`, also where either is partial."""

    code, name, severity = "EVD112", "source-read-before-published", "should"
    summary = Text(
        "En kilde er lest før den ble utgitt.",
        "A source was read before it was published.",
    )
    why = Text(
        "En av datoene er feil. Er det utgivelsen, kan kilden være en annen enn den som ble lest.",
        "One of the dates is wrong. If it is that of publication, the source may be another than the "
        "one that was read.",
    )
    example = "sources.yaml:\n  budget: {date: 2019-10-07, retrieved: 2018-10}"
    remedy = Text(
        "Rett `date` eller `retrieved`.",
        "Mend `date` or `retrieved`.",
    )
    source = Text(
        "Prosjektets egen regel: hver kilde har dato for utgivelse og for når den ble lest.",
        "The project's own rule: every source has the date of publication and the date it was read.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every source that cannot have been out when it was read."""
        for key, source in study.sources.items():
            known = "undated" not in (source.date, source.retrieved)
            length = min(len(source.date), len(source.retrieved))
            if known and source.retrieved[:length] < source.date[:length]:
                nb = f"`{key}` er lest {source.retrieved}, men utgitt {source.date}"
                en = f"`{key}` was read {source.retrieved} but published {source.date}"
                yield self.finding(study, "sources.yaml", (key, "retrieved"), nb, en)
