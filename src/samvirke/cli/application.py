"""The commands and their options; each command's work is in a module of its own."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from samvirke import __version__
from samvirke.cases import DEFAULT
from samvirke.cli.choices import FormChoice, LanguageChoice, LanguageOption, StudyArgument, folder_named

application = typer.Typer(
    name="samvirke",
    help="Study, organise and follow up a public effort that no single agency owns.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

texts = typer.Typer(help="Bring texts that were edited in Word back to the study.", no_args_is_help=True)
application.add_typer(texts, name="texts")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@application.callback()
def _samvirke(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Study, organise and follow up a public effort that no single agency owns."""


@application.command()
def run(
    study: StudyArgument = DEFAULT,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", parser=folder_named, metavar="PATH", help="Folder for what is written."
        ),
    ] = Path("out"),
    draws: Annotated[int, typer.Option(min=2, max=1 << 20, help="How many joint draws.")] = 8192,
    seed: Annotated[int, typer.Option(min=0, max=(1 << 32) - 1, help="Same seed, same bytes.")] = 1,
    formats: Annotated[
        str,
        typer.Option(
            metavar="LIST", help="What to write, with commas between: html, pdf, docx, xlsx, brief, or all."
        ),
    ] = "all",
    word_template: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A Word file whose styles the report is written in."),
    ] = None,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Work out every alternative, print the answer, and write the report and the figures."""
    from samvirke.aside.work import second_process

    with second_process("scipy.stats.qmc"):  # which this one then need not wait for
        from samvirke.cli.run import run_study

        run_study(study, output, draws, seed, formats, word_template)


@application.command()
def check(
    study: StudyArgument = DEFAULT,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only these rules: EVD101, EVD10 or EVD. May be repeated."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Not these rules, neither in the answer nor in the exit code."),
    ] = None,
    form: Annotated[
        FormChoice, typer.Option("--format", help="For people or for programs.")
    ] = FormChoice.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the findings here, not on the screen."),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended in only one way.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would do, and write nothing.")
    ] = False,
    today: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="The day by which excuses lapse; the study's as_of when left out.",
        ),
    ] = None,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Look for faults in a study; the five most important first. Exit 1 when something must be mended."""
    from samvirke.cli.check import Asked, check_study

    day = today.date() if today is not None else None
    asked = Asked(tuple(select or ()), tuple(ignore or ()), form, output, fix, diff, day)
    raise typer.Exit(check_study(study, asked))


@application.command()
def diff(
    first: Annotated[str, typer.Argument(metavar="A", help="An alternative of the study, or a study.")],
    second: Annotated[str, typer.Argument(metavar="B", help="What it is set against.")],
    study: Annotated[
        str, typer.Option("--study", "-s", help="The study whose alternatives A and B are.")
    ] = DEFAULT,
    figures: Annotated[
        bool, typer.Option("--figures", help="Also every figure that differs; of studies, those that moved.")
    ] = False,
    draws: Annotated[int, typer.Option(min=2, max=1 << 20, help="How many joint draws.")] = 8192,
    seed: Annotated[int, typer.Option(min=0, max=(1 << 32) - 1, help="Same seed, same bytes.")] = 1,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Tell two alternatives, or two studies, from each other in words."""
    from samvirke.cli.diff import print_difference

    print_difference(first, second, study, figures, draws, seed)


@application.command()
def explain(
    figure: Annotated[
        str,
        typer.Argument(
            metavar="ALTERNATIVE[:FIGURE]",
            help="Such as clearer-mandate:one_off.total; an alternative alone lists its figures.",
        ),
    ],
    study: Annotated[str, typer.Option("--study", "-s", help="The study whose figure it is.")] = DEFAULT,
    against_zero: Annotated[
        bool, typer.Option("--against-zero", help="The difference from the zero alternative.")
    ] = False,
    draws: Annotated[int, typer.Option(min=2, max=1 << 20, help="How many joint draws.")] = 8192,
    seed: Annotated[int, typer.Option(min=0, max=(1 << 32) - 1, help="Same seed, same bytes.")] = 1,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Tell what a figure is put together from, down to its sources, judgements and choices."""
    from samvirke.cli.explain import explain as print_explanation

    print_explanation(figure, study, against_zero, draws, seed)


@application.command()
def rule(
    code: Annotated[str, typer.Argument(help="A rule's code or name; all rules when left out.")] = "",
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Explain a rule that `check` or `run` goes by, or list them all."""
    from samvirke.cli.rule import explain_rule

    explain_rule(code)


@application.command()
def new(
    folder: Annotated[
        Path, typer.Argument(parser=folder_named, metavar="FOLDER", help="A folder that does not exist yet.")
    ],
    source: Annotated[str, typer.Option("--from", help="The built-in study to begin from.")] = "starter",
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Make a study folder to begin from."""
    from samvirke.cli.new import new_study

    new_study(folder, source)


@application.command()
def draw(
    name: Annotated[str, typer.Argument(help="The picture's name; all are listed when left out.")] = "",
    study: Annotated[str, typer.Option("--study", "-s", help="The study whose picture it is.")] = DEFAULT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to, as .svg or .png; NAME.svg if left out."
        ),
    ] = None,
    draws: Annotated[int, typer.Option(min=2, max=1 << 20, help="How many joint draws.")] = 8192,
    seed: Annotated[int, typer.Option(min=0, max=(1 << 32) - 1, help="Same seed, same bytes.")] = 1,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Draw one picture of a study."""
    from samvirke.cli.draw import draw_picture

    draw_picture(name, study, output, draws, seed)


@application.command()
def migrate(
    study: Annotated[str, typer.Argument(metavar="STUDY", help="The study's folder.")],
    write: Annotated[
        bool, typer.Option("--write", help="Write what is shown; without it nothing is written.")
    ] = False,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Show a study of an older format in the newest, line by line, and write it when asked."""
    from samvirke.cli.migrate import migrate_study

    migrate_study(study, written=write)


@texts.callback()
def _texts() -> None:
    """Bring texts that were edited in Word back to the study."""


@texts.command("import")
def import_texts(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report as a Word file.")],
    study: Annotated[
        str, typer.Option("--study", "-s", help="The study that the report was made from.")
    ] = DEFAULT,
    write: Annotated[
        bool, typer.Option("--write", help="Write what is shown; without it nothing is written.")
    ] = False,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Show what was edited in the texts of a report in Word, and bring it back to the study when asked."""
    from samvirke.cli.texts import bring_back

    bring_back(report, study, written=write)


excel = typer.Typer(
    name="excel",
    help="Write a study as an Excel workbook, and read a filled-in workbook back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
application.add_typer(excel)


@excel.command("export")
def excel_export(
    study: Annotated[
        str, typer.Argument(metavar="STUDY", help="A study folder, or the name of a built-in study.")
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The workbook to write.")],
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Write a study as a workbook: a sheet for each table, with drop-downs, notes and instructions."""
    from samvirke.cli.excel import export_study

    export_study(study, file)


@excel.command("import")
def excel_import(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The filled-in workbook.")],
    study: Annotated[
        str, typer.Argument(metavar="STUDY", help="The study's folder; one that does not exist is made.")
    ],
    write: Annotated[
        bool, typer.Option("--write", help="Write what is shown; without it nothing is written.")
    ] = False,
    language: LanguageOption = LanguageChoice.NB,
) -> None:
    """Show what a workbook makes different in a study, in words, and write it when asked."""
    from samvirke.cli.excel import import_study

    import_study(file, study, written=write)


@application.command("list")
def list_studies(language: LanguageOption = LanguageChoice.NB) -> None:
    """List the built-in studies."""
    from samvirke.cli.listing import list_built_in

    list_built_in()


@application.command()
def schema(
    folder: Annotated[
        Path | None,
        typer.Argument(
            parser=folder_named, metavar="[FOLDER]", help="Write one file for each here; print when left out."
        ),
    ] = None,
) -> None:
    """Print or write JSON Schema for the files of a study, for editors."""
    from samvirke.cli.schema import write_schemas

    write_schemas(folder)
