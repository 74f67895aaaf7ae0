"""`samvirke run`: the main job, told in at most fifteen lines."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from rich.console import Console
from rich.table import Table

from samvirke.checks.finding import Finding
from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.destination import refuse_folder
from samvirke.cli.failure import done, tell
from samvirke.cli.working import told_run, working
from samvirke.language import Language
from samvirke.report.formats import ALL, FORMATS, Format, asked_for, in_template
from samvirke.report.output import rendered, write_all
from samvirke.report.words.naming import alternative_name, short_name
from samvirke.report.words.verdict import BRIEF, verdict
from samvirke.report.words.wording import about, in_millions
from samvirke.report.writing.drawing import get_ready
from samvirke.study.reading import read_study
from samvirke.study.shown import shown
from samvirke.uncertainty.draws import ask_ahead
from samvirke.uncertainty.results import Results

WIDTH = 80
MOST_ROWS = 7  # the answer is told in fifteen lines


def run_study(
    study: str, output: Path, draws: int, seed: int, formats: str = ALL, template: Path | None = None
) -> None:
    """Read, evaluate, write and print."""
    wanted = asked_for(formats)
    if template is not None:
        wanted = in_template(wanted, template)
    folder = study_folder(study)
    refuse_folder(output, folder)
    with working(chosen.say("Leser studien …", "Reading the study …")) as status:
        read = read_study(folder)
        ask_ahead(read, draws, seed)
        # Not before the draws are there, which it would keep waiting.
        then = get_ready.ahead if any(one.pictures for one in wanted) else None
        results = told_run(read, draws, seed, status, then)
        status.update(chosen.say("Skriver …", "Writing …"))
        contents = rendered(results, wanted)
        earlier = [name for one in FORMATS for name in one.names if name not in contents]
        write_all(output, contents, done.in_place, one_run=True, gone=earlier)
    _print_answer(results, output, list(contents))
    _print_left_out(wanted)


def _print_answer(results: Results, output: Path, files: list[str]) -> None:
    console = Console(width=WIDTH, highlight=False, markup=False, soft_wrap=False)
    say = chosen.say
    study, language = results.study, chosen.language
    console.print(study.assignment.title[language], style="bold")
    total = results.figure(results.zero, "today.total")
    assert total is not None
    low, middle, high = (about(x, language) for x in (total.p10, total.expected, total.p90))
    console.print(
        say(
            f"Dagens samlede utgifter: om lag {middle} mill. kr i året ({low} til {high})",
            f"Today's total expenditure: about NOK {middle} million a year ({low} to {high})",
        )
    )
    if results.compared:
        console.print(_table(results, language))
    else:
        nothing = "Studien har ingen alternativer å sammenligne ennå."
        console.print(say(nothing, "The study has no alternatives to compare yet."))
    if (more := len(results.compared) - MOST_ROWS) > 0:
        console.print(say(f"… og {more} til; se rapporten.", f"… and {more} more; see the report."))
    asked = sum(one.invited is not None for one in study.involvement.values())
    answered = sum(one.status == "answered" for one in study.assumptions.values())
    every = len(study.assumptions)
    console.print(
        say(
            f"{asked or 'Ingen'} er spurt; {answered} av {every} forutsetninger er besvart.",
            f"{asked or 'Nobody'} has been asked; {answered} of {every} assumptions are answered.",
        )
    )
    _print_findings(console, results.findings)
    where, listed = shown(output, 200), named(files)
    wrote = say(f"Skrev {listed} i {where}", f"Wrote {listed} in {where}")
    console.print(textwrap.fill(wrote, WIDTH, break_long_words=False, break_on_hyphens=False), soft_wrap=True)


def named(files: list[str]) -> str:
    """The files of a run; where they are too many for two lines, those in two languages together."""
    listed = ", ".join(files)
    if len(listed) <= 2 * WIDTH:
        return listed
    return ", ".join(dict.fromkeys(re.sub(r"\.(nb|en)\.", ".{nb,en}.", name) for name in files))


def _print_left_out(wanted: tuple[Format, ...]) -> None:
    """Formats that were asked for and cannot be written here, and what they lack."""
    for one in wanted:
        if not one.installed:
            lacks = ", ".join(one.needs)
            tell(
                chosen.say(
                    f"{one.name} er utelatt: {lacks} er ikke installert.",
                    f"{one.name} is left out: {lacks} is not installed.",
                )
            )


def _print_findings(console: Console, findings: tuple[Finding, ...]) -> None:
    """What the draws showed: the first thing that must be mended, and which and how many more there are."""
    grave = [finding for finding in findings if finding.severity == "must"]
    if grave:
        console.print(f"{grave[0].code} {grave[0].text[chosen.language]}", style="bold red")
    codes = ", ".join(sorted({finding.code for finding in grave[1:]}))
    notes = len(findings) - len(grave)
    more = [
        chosen.say(
            f"{len(grave) - 1} til må rettes ({codes})", f"{len(grave) - 1} more must be mended ({codes})"
        )
    ]
    if notes:
        one = notes == 1
        more.append(chosen.say(f"{notes} til opplysning", f"{notes} {'note' if one else 'notes'}"))
    told = more if len(grave) > 1 else more[1:]
    if told:
        console.print(
            chosen.say(f"{'; '.join(told)}: se results.json.", f"{'; '.join(told)}: see results.json.")
        )


def _table(results: Results, language: Language) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold", collapse_padding=True)
    headings = (
        ("Alternativ", "Alternative", 27),
        ("Innenfor dagens?", "Within today's?", 17),
        ("Engangs", "One-off", 9),
        *((("Tilskudd", "Grants", 14),) if results.study.has_grants else ()),
        ("Hull", "Gaps", 9),
    )
    for nb, en, width in headings:
        # One line for each alternative, however many there are: the report tells the rest.
        last = (nb, en, width) == headings[-1]  # to the right, so that no spaces follow it
        table.add_column(
            chosen.say(nb, en),
            overflow="ellipsis",
            no_wrap=True,
            max_width=width,
            justify="right" if last else "left",
        )
    before = results.figure(results.zero, "admin.gaps")
    for name in results.compared[:MOST_ROWS]:
        one_off, after = results.added(name, "one_off.total"), results.figure(name, "admin.gaps")
        chosen_one = results.study.alternatives[name].grant_administrator
        grants = (
            "–" if chosen_one is None else short_name(results.plans[name].final, chosen_one.actor)[language]
        )
        assert before is not None and after is not None and one_off is not None
        table.add_row(
            alternative_name(results.study, name)[language],
            BRIEF[verdict(results, name)][language],
            chosen.say(f"{in_millions(one_off).nb} mill.", f"NOK {in_millions(one_off)['en']} m"),
            *((grants,) if results.study.has_grants else ()),
            f"{before.expected:.0f} → {after.expected:.0f}",
        )
    return table
