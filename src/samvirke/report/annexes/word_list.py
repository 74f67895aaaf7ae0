"""Annex: words that the report uses in its own sense, and the short names of those who take part."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Column, Section, Table, cell
from samvirke.report.words.naming import actor_name, short_name
from samvirke.study.study import Study

WORDS: tuple[tuple[Text, Text], ...] = (
    (
        Text("nullalternativet", "the zero alternative"),
        Text(
            "Å fortsette som i dag, med det som alt er vedtatt. Alt annet måles mot det.",
            "To go on as today, with what has already been adopted. All else is measured against it.",
        ),
    ),
    (
        Text("innenfor dagens utgifter", "within today's total"),
        Text(
            "Staten bruker ikke mer på innsatsen enn i dag i noe år, engangskostnader medregnet.",
            "The state spends no more on the effort than today in any year, one-off costs included.",
        ),
    ),
    (
        Text("forventet verdi, og tallene i parentes", "expected value, and the figures in brackets"),
        Text(
            "Gjennomsnittet av alle utfall vi har regnet på. I åtte av ti utfall ligger tallet mellom de to "
            "i parentesen.",
            "The average of all the outcomes we have worked out. In eight outcomes of ten the figure lies "
            "between the two in the brackets.",
        ),
    ),
    (
        Text("årsverk", "work-year"),
        Text("Én heltidsstilling i ett år.", "One full-time post for a year."),
    ),
    (
        Text("hull", "gap"),
        Text("En oppgave som ingen utfører.", "A task that nobody does."),
    ),
    (
        Text("virkemiddel", "power"),
        Text(
            "Noe én aktør har rett til å gjøre overfor en annen, som å innkalle eller kreve rapport.",
            "Something one body has the right to do towards another, such as convening or demanding reports.",
        ),
    ),
    (
        Text("plikt", "duty"),
        Text(
            "Noe lov, konvensjon eller handlingsplan krever, eller en evaluering tilrår.",
            "Something that law, a convention or an action plan requires, or an evaluation advises.",
        ),
    ),
    (
        Text("tildelingsbrev", "letter of allocation"),
        Text(
            "Departementets årlige styringsbrev til en etat.",
            "The ministry's yearly steering letter to an agency.",
        ),
    ),
    (
        Text("kapittel og post", "chapter and item"),
        Text(
            "Linjene i statsbudsjettet. Stortinget bestemmer beløpet på hver post.",
            "The lines of the state budget. The Storting, the parliament, settles the amount on each item.",
        ),
    ),
    (
        Text("ikke bekreftet", "unverified"),
        Text(
            "Kilden er gjengitt av andre, eller er ikke lest i original.",
            "The source is quoted by others, or has not been read in the original.",
        ),
    ),
)


def words_section(study: Study) -> Section:
    """The words in the order of the report, then short names in the order of the study."""
    columns = (Column(Text("Ord", "Word")), Column(Text("Betyr her", "Means here")))
    rows = tuple((cell(word), cell(meaning)) for word, meaning in WORDS)
    short = [
        (cell(short_name(study, actor)), cell(actor_name(study, actor)))
        for actor in study.actors
        if short_name(study, actor).nb != actor_name(study, actor).nb
    ]
    heads = (Column(Text("Kortnavn", "Short name")), Column(Text("Navn", "Name")))
    names = (Table(Text("Kortnavn", "Short names"), heads, tuple(short)),) if short else ()
    return Section(
        "words",
        Text("Ord og kortnavn", "Words and short names"),
        (Table(Text("Ord i rapporten", "Words in the report"), columns, rows), *names),
    )
