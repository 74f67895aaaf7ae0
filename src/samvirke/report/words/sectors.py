"""Sectors that bodies are gathered under: their ministry, or what other sort of body they are."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.words.naming import short_name
from samvirke.study.study import Study

OTHER_SECTORS: dict[str, Text] = {
    "municipal": Text("Kommuner", "Municipalities"),
    "voluntary": Text("Frivillige", "Voluntary"),
    "other": Text("Andre", "Others"),
}
SECTOR_OF_KIND = {"municipality": "municipal", "county": "municipal", "ngo": "voluntary"}


def sector(study: Study, actor: str) -> str:
    """The ministry that an actor belongs to, or what other sort of body it is."""
    above = study.above(actor)
    top = study.actors[above[-1]] if above else None
    if top is None:
        return "other"
    return top.id if top.kind == "ministry" else SECTOR_OF_KIND.get(top.kind, "other")


def sector_name(study: Study, key: str) -> Text:
    """What a sector is called."""
    return OTHER_SECTORS[key] if key in OTHER_SECTORS else short_name(study, key)
