"""ASG111: a requirement is said to be met in a place that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.files import FILES
from samvirke.study.study import Study

CHAPTERS = 6  # a report has one for each of the six questions
IN_A_BUDGET = 100  # the state budget's chapters are numbered from here; a report's never reach it
CHAPTER = re.compile(r"\b(?:kapittel|kapitlet|kapitlene|chapters?)\s+((?:\d+(?:\s*(?:,|og|and)\s*)?)+)", re.I)
FILE = re.compile(r"[\w./-]+\.(?:yaml|md)\b")


def _not_there(study: Study, said: str) -> Iterator[str]:
    """Chapters and files that a text names and that the report or the study does not have."""
    for found in CHAPTER.finditer(said):
        for number in re.findall(r"\d+", found[1]):
            if not 1 <= int(number) <= CHAPTERS and int(number) < IN_A_BUDGET:
                yield number
    for found in FILE.finditer(said):
        name = found[0]
        if name.endswith(".md"):
            there = study.texts.get(name.removeprefix("texts/"), "").strip() != ""
        elif name.startswith("alternatives/"):
            there = name.removeprefix("alternatives/").removesuffix(".yaml") in study.alternatives
        else:
            there = name in {one.path for one in FILES} and _has_records(study, name)
        if not there:
            yield name


def _has_records(study: Study, name: str) -> bool:
    """Whether a file says anything; the three that every study has always do."""
    held = getattr(study, name.removesuffix(".yaml"), True)
    return bool(held)


class MetWhereNothingIs(Rule):
    """A `met_by` that names a chapter above six, or a file that is missing or empty."""

    code, name, severity = "ASG111", "met-where-nothing-is", "must"
    summary = Text(
        "Et krav sies å være møtt et sted som ikke finnes.",
        "A requirement is said to be met in a place that is not there.",
    )
    why = Text(
        "Oppdragsgiveren slår opp der det står at kravet er møtt. Finner de ingenting, tror de ikke på de "
        "andre henvisningene heller.",
        "The client looks up the place where the requirement is said to be met. If there is nothing, they do "
        "not trust the other references either.",
    )
    example = "study.yaml: {requirements: {within-total: {met_by: Kapittel 9 om pengene}}}"
    good = "study.yaml: {requirements: {within-total: {met_by: Kapittel 4 om virkningene}}}"
    remedy = Text(
        "Vis til et sted som finnes: et av de seks kapitlene i rapporten, et vedlegg eller en fil i studien.",
        "Name a place that is there: one of the report's six chapters, an annex or a file of the study.",
    )
    source = Text(
        "Oppdragsbrevet. At hvert krav vises der det er møtt, er prosjektets egen regel.",
        "The letter of assignment. That each requirement is shown where it is met is the project's own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every requirement with a place that is not there; whether a figure is there, a run can tell."""
        for key, requirement in study.assignment.requirements.items():
            if requirement.met_by is None:
                continue
            both = f"{requirement.met_by.nb}\n{requirement.met_by['en']}"
            missing = list(dict.fromkeys(_not_there(study, both)))
            if missing:
                nb = f"kravet `{key}` sies å være møtt i {some(missing).nb}, som ikke finnes eller er tomt"
                en = f"the requirement `{key}` is said to be met in {some(missing)['en']}, not there or empty"
                path = ("requirements", key, "met_by")
                yield self.finding(study, "study.yaml", path, nb, en, subject=key)
