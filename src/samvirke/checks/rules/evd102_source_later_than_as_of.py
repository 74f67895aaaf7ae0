"""EVD102: a source is later than the date the study speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


def _surely_after(partial: str, day: date) -> bool:
    """Whether even the first day that a partial date can mean lies after a day."""
    return partial != "undated" and f"{partial}-01-01"[:10] > day.isoformat()


class SourceLaterThanAsOf(Rule):
    """A source that is surely later than `as_of`; a partial date counts only when all of it lies later."""

    code, name, severity = "EVD102", "source-later-than-as-of", "should"
    summary = Text(
        "En kilde er yngre enn datoen utredningen gjelder for.",
        "A source is later than the date the study speaks of.",
    )
    why = Text(
        "En utredning må bygge på det som var kjent da den ble skrevet. En senere kilde kan bygge på et "
        "annet regelverk, andre navn og andre priser.",
        "A study must rest on what was known when it was written. A later source may rest on other rules, "
        "other names and other prices.",
    )
    example = (
        "study.yaml:\n"
        "  as_of: 2020-12-31\n"
        "sources.yaml:\n"
        "  pay-report: {title: Lønn i staten, publisher: Lønnsutvalget, date: 2023, retrieved: 2023-05}"
    )
    good = (
        "study.yaml:\n"
        "  as_of: 2020-12-31\n"
        "sources.yaml:\n"
        "  pay-report: {title: Lønn i staten, publisher: Lønnsutvalget, date: 2019, retrieved: 2020-11}"
    )
    remedy = Text(
        "Finn en kilde fra før datoen i `as_of`. Brukes den senere kilden med vilje, skriv i `note` "
        "hvorfor den likevel gjelder.",
        "Find a source from before the date in `as_of`. If the later source is used knowingly, say in "
        "`note` why it applies all the same.",
    )
    source = Text(
        "Prosjektets egen regel: utredningen har én dato, og rundskriv, regler og navn velges etter den.",
        "The project's own rule: a study has one date, and circulars, rules and names are chosen by it.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every later source that says nothing of it; those with a note together, for information."""
        today = study.assignment.as_of
        later = [source for source in study.sources.values() if _surely_after(source.date, today)]
        for source in later:
            if source.note is None:
                nb = f"`{source.id}` er fra {source.date}, etter {today}"
                en = f"`{source.id}` is from {source.date}, after {today}"
                yield self.finding(study, "sources.yaml", (source.id,), nb, en)
        known = [source.id for source in later if source.note is not None]
        if known:
            how_many = count(len(known), ("kilde", "kilder"), ("source is", "sources are"))
            nb = f"{how_many.nb} fra etter {today} brukes med en merknad: {some(known).nb}"
            en = f"{how_many['en']} from after {today} and used with a note: {some(known)['en']}"
            yield self.finding(study, "sources.yaml", (known[0],), nb, en, subject="", severity="note")
