"""The study's own texts as blocks of the report, with figures and sources put in."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import LANGUAGES, NO_BREAK_SPACE, Language, Text, number
from samvirke.provenance import Figure
from samvirke.report.document import ByLanguage, Heading, Paragraph, Piece, Points, Words, words
from samvirke.report.words.references import sources
from samvirke.report.words.wording import linked, millions
from samvirke.study.bindings import Bound, Cited, Claim
from samvirke.study.prose import Linked, Plain, Span, Spans, Stretch, prose
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

UNITS: dict[str, Text] = {
    "FTE": Text("årsverk", "work-years"),
    "months": Text("måneder", "months"),
    "MNOK": Text("millioner kroner", "million"),
}
LARGE = 10.0  # from ten millions on, a reader remembers whole ones


def texts(results: Results, *names: str) -> tuple[ByLanguage, ...]:
    """The named texts of the study, those that are written; one in bokmål only stands in both reports."""
    return tuple(block for name in names if (block := _text(results, name)) is not None)


def _text(results: Results, name: str) -> ByLanguage | None:
    in_bokmaal = prose(results.study, name, "nb")
    in_english = prose(results.study, name, "en")
    if not in_bokmaal and not in_english:
        return None
    nb = tuple(_block(results, stretch, "nb", "nb") for stretch in in_bokmaal)
    en = tuple(_block(results, stretch, "en", "en") for stretch in in_english)
    # A reader of the other language is told in which language the words are.
    untranslated = tuple(_block(results, stretch, "nb", "en") for stretch in in_bokmaal)
    return ByLanguage(nb or en, en or untranslated, name)


def read_in(study: Study, name: str, language: Language) -> tuple[Language, tuple[Stretch, ...]]:
    """The language in which a reader of `language` meets a text, and the text's parts."""
    own = prose(study, name, language)
    if own:
        return language, own
    other: Language = "en" if language == "nb" else "nb"
    return other, prose(study, name, other)


def _block(
    results: Results, stretch: Stretch, written: Language, read: Language
) -> Paragraph | Points | Heading:
    items = tuple(_pieces(results, spans, written, read) for spans in stretch.items)
    match stretch.kind:
        case "heading":
            return Heading(items[0])
        case "paragraph":
            return Paragraph(items[0])
        case "list":
            return Points(items)


def _pieces(results: Results, spans: Spans, written: Language, read: Language) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for span in spans:
        found.extend(span_pieces(results, span, written, read))
    return tuple(found)


def span_pieces(results: Results, span: Span, written: Language, read: Language) -> Iterator[Piece]:
    """What the report shows for a span of a text `written` in one language and `read` in another."""
    match span:
        case Plain(text, strong):
            yield Words(_one_language(text, written, read), None, strong)
        case Linked(text, target):
            yield Words(_one_language(text, written, read), target)
        case Cited(ids):
            yield words("(", "(")
            yield from sources(results.study, ids)
            yield words(")", ")")
        case Bound(ref, ranged):
            of = results.zero if ref.alternative is None else ref.alternative
            figure = results.figure(of, ref.figure)
            if figure is None:  # a finding of the run says so too
                yield Words(Text(f"[{ref.figure}?]", f"[{ref.figure}?]"), None, True)
            else:
                yield linked(figure, Text(*(value(figure, language, ranged) for language in LANGUAGES)))
        case Claim():
            return


def _one_language(text: str, written: Language, read: Language) -> Text:
    return Text(text, None) if written == "nb" and read == "en" else Text(text, text)


def value(figure: Figure, language: Language, ranged: bool = False) -> str:
    """A figure as it stands in running text, with its unit."""
    if figure.unit == "probability":
        sign = " prosent" if language == "nb" else " per cent"
        return number(100 * figure.expected, language) + sign
    unit = UNITS.get(figure.unit.split("/")[0])
    middle = _amount(figure, figure.expected, language)
    between = " til " if language == "nb" else " to "
    ends = [_amount(figure, end, language) for end in (figure.p10, figure.p90)]
    range_ = f" ({ends[0]}{between}{ends[1]})" if ranged and ends[0] != ends[1] else ""
    if unit is None:
        return middle + range_
    currency = f"NOK{NO_BREAK_SPACE}" if figure.unit.startswith("MNOK") and language == "en" else ""
    return f"{currency}{middle}{NO_BREAK_SPACE}{unit[language]}{range_}"


def _amount(figure: Figure, amount: float, language: Language) -> str:
    if figure.unit.startswith("MNOK"):
        large = max(abs(figure.expected), abs(figure.p10), abs(figure.p90)) >= LARGE
        return millions(amount, language, decimals=0 if large else 1)
    return number(amount, language, 0 if figure.unit in ("count", "months") else 1)
