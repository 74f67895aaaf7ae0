"""Two studies against each other: what each file says otherwise, and which figures that moves."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.compare.figures_apart import NOTE, moved
from samvirke.report.compare.two_alternatives import NO_DIFFERENCE
from samvirke.report.document import Block, Paragraph, Points, Section, words
from samvirke.report.words.differences import by_file
from samvirke.report.words.wording import names, quoted
from samvirke.study.difference import differences
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

NOTHING_MOVED = Text("Ingen hovedtall er endret.", "No headline figure has moved.")


def two_studies(old: Study, new: Study) -> Section:
    """What two studies say otherwise, file by file."""
    found = differences(old, new)
    sections = tuple(
        Section(f"file-{number}", Text(file, file), (Points(tuple((words(line),) for line in lines)),))
        for number, (file, lines) in enumerate(by_file(found).items(), 1)
    )
    titles = dict.fromkeys((old.assignment.title, new.assignment.title))
    heading = next(iter(titles)) if len(titles) == 1 else names(quoted(title) for title in titles)
    files, count = len(sections), len(found)
    nb = (
        f"{count} {'forskjell' if count == 1 else 'forskjeller'}",
        f"{files} {'fil' if files == 1 else 'filer'}",
    )
    en = f"{count} difference{'s' * (count != 1)}", f"{files} file{'s' * (files != 1)}"
    said = Text(f"{' i '.join(nb)}.", f"{' in '.join(en)}.")
    blocks: tuple[Block, ...] = (Paragraph((words(said if found else NO_DIFFERENCE),)),)
    return Section("difference", heading, blocks, sections)


def moved_figures(old: Results, new: Results) -> Section:
    """The headline figures that differ between two runs."""
    sections = moved(old, new)
    blocks = (Paragraph((words(NOTE if sections else NOTHING_MOVED),)),)
    heading = Text("Hovedtall som er endret", "Headline figures that have moved")
    return Section("moved", heading, blocks, sections)
