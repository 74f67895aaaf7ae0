"""EVD105: records rest only on sources that are not confirmed."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from samvirke.checks.finding import Finding
from samvirke.checks.places import Path, inside, records
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


def _cited(value: BaseModel | Text) -> tuple[str, ...]:
    """The sources a record names for itself."""
    cited = (getattr(value, "source", ()), getattr(value, "said_by", ()))
    return tuple(one for some_ids in cited if isinstance(some_ids, tuple) for one in some_ids)


class UnverifiedSourceUsed(Rule):
    """Records whose every source is marked `unverified`; one finding for each file."""

    code, name, severity = "EVD105", "unverified-source-used", "note"
    summary = Text(
        "Opplysninger hviler bare på kilder som ikke er bekreftet.",
        "Records rest only on sources that are not confirmed.",
    )
    why = Text(
        "En kilde merket `unverified` er gjengitt etter andre eller etter hukommelsen. Den kan være "
        "riktig, men ingen har sett etter.",
        "A source marked `unverified` is told at second hand or from memory. It may be right, but nobody "
        "has looked.",
    )
    example = (
        "sources.yaml:\n"
        "  heard: {title: Omtale, publisher: Ukjent, date: 2018, retrieved: 2020-05, unverified: true}\n"
        "actors.yaml:\n"
        "  desk: {source: heard}"
    )
    remedy = Text(
        "Finn utgivelsen selv og ta bort `unverified`, eller legg til en kilde som er lest.",
        "Find the publication itself and take `unverified` away, or add a source that was read.",
    )
    source = Text(
        "Prosjektets egen regel: det som ikke er lest i kilden, er merket slik.",
        "The project's own rule: what was not read in the source is marked so.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each file, the records that only unconfirmed sources carry."""
        unverified = {key for key, source in study.sources.items() if source.unverified}
        resting: dict[str, dict[str, Path]] = {}
        for file, stem, record in records(study):
            for path, value in inside(record, stem):
                cited = _cited(value)
                if cited and unverified.issuperset(cited):
                    name = getattr(value, "id", None) or ".".join(map(str, path))
                    resting.setdefault(file, {}).setdefault(name, path)
        for file, paths in resting.items():
            names = tuple(paths)
            nb = f"ingen av kildene er bekreftet for {some(names).nb}"
            en = f"none of the sources is confirmed for {some(names)['en']}"
            yield self.finding(study, file, paths[names[0]], nb, en, subject="")
