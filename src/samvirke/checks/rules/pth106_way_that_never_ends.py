"""PTH106: people go in a circle and never come out."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.routes import leads_out, onward, reached
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.study import Study


class WayThatNeverEnds(Rule):
    """Steps that a group can come to, that lead on, and from which it can come to no exit."""

    code, name, severity = "PTH106", "way-that-never-ends", "must"
    summary = Text(
        "Folk går i ring og kommer aldri ut.",
        "People go in a circle and never come out.",
    )
    why = Text(
        "De som er i ringen, blir der i alle år. Antallet vokser, og ingen utgang får dem.",
        "Those in the circle stay there for all years. Their number grows, and no exit gets them.",
    )
    example = (
        "pathways.yaml:\n"
        "  routes:\n"
        "    young: {contact: {stay: 1, lost: null}, stay: {contact: 1, safe: null, lost: null}}"
    )
    remedy = Text(
        "Skriv en rute ut av ringen til en utgang.",
        "Write a route out of the circle to an exit.",
    )
    source = Text(
        "Prosjektets egen regel: hver vei ender i en utgang.",
        "The project's own rule: every way ends in an exit.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each group, the steps it is caught in."""
        for group in study.pathways.groups:
            out, ways = leads_out(study, group), onward(study, group)
            caught = [one for one in reached(study, group) if ways.get(one) and one not in out]
            if caught:
                nb = f"`{group}` kommer aldri ut av {some(caught).nb}"
                en = f"`{group}` never comes out of {some(caught)['en']}"
                yield self.finding(study, "pathways.yaml", ("routes", group), nb, en, subject=group)
