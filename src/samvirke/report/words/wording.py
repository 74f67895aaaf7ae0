"""How figures, ranges and names are told to a reader, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from samvirke.language import NO_BREAK_SPACE, Language, Text, listed, number
from samvirke.provenance import Figure
from samvirke.quantities.months import Month
from samvirke.report.document import Words

SMALL = 0.05  # under fifty thousand kroner is told as nothing in millions with one decimal

MONTHS: tuple[Text, ...] = (
    Text("januar", "January"),
    Text("februar", "February"),
    Text("mars", "March"),
    Text("april", "April"),
    Text("mai", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("august", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("desember", "December"),
)


def month_name(month: Month) -> Text:
    """A month as it is read: “januar 2022”."""
    name = MONTHS[month.month - 1]
    return Text(f"{name.nb} {month.year}", f"{name['en']} {month.year}")


def both(tell: Callable[[Language], str]) -> Text:
    """A text made by the same sentence in both languages."""
    return Text(tell("nb"), tell("en"))


def anchor_of(figure: Figure) -> str:
    """The anchor of the row that says what a figure rests on."""
    kind = "diff" if figure.against_zero else "value"
    return f"figure-{figure.alternative}-{figure.name.replace('.', '-')}-{kind}"


def millions(value: float, language: Language, *, sign: bool = False, decimals: int = 1) -> str:
    """Millions of kroner with one decimal; with a sign where it is a change."""
    if abs(value) < SMALL and decimals == 1:
        return "0"
    told = number(value, language, decimals)
    return f"+{told}" if sign and value > 0 else told


def about(value: float, language: Language) -> str:
    """A large sum as a reader should remember it: whole millions."""
    return number(round(value), language)


def linked(figure: Figure, text: Text, *, strong: bool = False) -> Words:
    """A figure's text, leading to what it rests on; one that is nothing, of nothing, rests on nothing."""
    nothing = figure.p10 == figure.expected == figure.p90 == 0 and not figure.parts
    return Words(text, None if nothing else f"#{anchor_of(figure)}", strong)


def told(figure: Figure, *, sign: bool = False, spread: bool = True) -> Text:
    """A figure with its range in brackets, when it has one worth telling."""

    def tell(language: Language) -> str:
        if figure.unit.startswith("MNOK"):
            middle = millions(figure.expected, language, sign=sign)
            low, high = (millions(x, language, sign=sign) for x in (figure.p10, figure.p90))
        elif figure.unit == "probability":
            return percent(figure.expected, language)
        else:
            decimals = 0 if figure.unit == "count" else 1
            middle, low, high = (
                number(x, language, decimals) for x in (figure.expected, figure.p10, figure.p90)
            )
        if not spread or low == high:
            return middle
        between = " til " if language == "nb" else " to "
        return f"{middle} ({low}{between}{high})"

    return both(tell)


def percent(share: float, language: Language) -> str:
    """A probability in per cent; certain only when it is so in every draw."""
    if 0 < share < 0.01:
        return "< 1" + _per_cent(language)
    if 0.99 < share < 1:
        return "> 99" + _per_cent(language)
    return number(100 * share, language) + _per_cent(language)


def _per_cent(language: Language) -> str:
    return f"{NO_BREAK_SPACE}%" if language == "nb" else "%"


def names(texts: Iterable[Text]) -> Text:
    """Names in a row, as in a sentence."""
    found = tuple(texts)
    return both(lambda language: listed([text[language] for text in found], language))


def in_millions(figure: Figure, *, sign: bool = False) -> Text:
    """A figure's expected value in millions with one decimal."""
    return both(lambda language: millions(figure.expected, language, sign=sign))


def in_thousands(figure: Figure) -> Text:
    """A figure's expected value in whole thousands of kroner."""
    return both(lambda language: number(round(figure.expected * 1000), language))


def quoted(name: Text) -> Text:
    """A name that would otherwise run into its sentence, in quotation marks."""
    return Text(f"«{name.nb}»", f"“{name['en']}”")


def first_sentence(text: Text) -> Text:
    """The first sentence of a text, in the languages that it has."""

    def first(whole: str) -> str:
        sentence, stop, _ = whole.partition(". ")
        return sentence + stop.rstrip()

    return Text(first(text.nb), None if text.en is None else first(text.en))


def capital(text: Text) -> Text:
    """Words as they stand where a sentence begins, or alone in a cell."""
    return both(lambda language: text[language][:1].upper() + text[language][1:])


def inside_sentence(name: Text) -> Text:
    """A name as it stands inside a sentence: without its capital, unless it is an abbreviation.

    Only the first letter of a word in lower case is touched, as in “Felles statistikk”.
    """

    def lowered(text: str) -> str:
        return text[0].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text

    return Text(lowered(name.nb), None if name.en is None else lowered(name.en))


NUMBERS: dict[Language, tuple[str, ...]] = {
    "nb": ("ingen", "ett", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti"),
    "en": ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}


def spelt(value: int, language: Language) -> str:
    """A small number in letters, as in running text."""
    known = NUMBERS[language]
    return known[value] if value < len(known) else str(value)
