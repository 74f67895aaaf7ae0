"""Annex: where the answers turn, what moves each measure, and what stands with ranges twice as wide."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import Text
from samvirke.report.document import (
    Block,
    Cell,
    Column,
    Paragraph,
    Points,
    Section,
    Table,
    Words,
    cell,
    words,
)
from samvirke.report.pictures.tornado import strongest, tornado
from samvirke.report.words.naming import alternative_name, figure_label
from samvirke.report.words.standing import standing_told
from samvirke.report.words.turns import turns_told
from samvirke.report.words.wording import both, capital, millions, percent, quoted
from samvirke.uncertainty.beliefs.beliefs import Beliefs
from samvirke.uncertainty.beliefs.conditions import Condition
from samvirke.uncertainty.beliefs.measures import MEASURES
from samvirke.uncertainty.beliefs.swings import Swing
from samvirke.uncertainty.beliefs.tipping import Weighed
from samvirke.uncertainty.results import Results

HEADING = Text("Hvor sikre svarene er", "How firm the answers are")
FIRM = words(
    "Disse svarene snus verken av én forutsetning eller av to sammen, så langt vi har prøvd; i parentes "
    "andelen av trekningene de gjelder i:",
    "These answers are turned neither by one assumption nor by two together, as far as tried; in brackets "
    "the share of the draws they hold in:",
    strong=True,
)
PAID = words(
    "Her er svaret ja per definisjon, fordi en navngitt giver dekker det som trengs. Det sier ikke at "
    "kostnaden er sikker, eller at giveren kan bære den:",
    "Here the answer is yes by definition, since a named giver pays whatever is needed. It does not say "
    "that the cost is certain, or that the giver can bear it:",
    strong=True,
)
ALTERNATIVE = Text("Alternativ", "Alternative")
ONE_AT_A_TIME = words(
    "Én forutsetning flyttes om gangen, fra ti- til nittiprosentverdien, mens alle andre står på medianen. "
    "Da ses ikke hva to kan gjøre sammen, og samvariasjon er ikke regnet med. Tallene er derfor ikke de "
    "samme som på forsiden, der det står forventet verdi. Her står inntil tre for hvert alternativ; "
    "results.json har alle.",
    "One assumption is moved at a time, from its 10th to its 90th percentile, while all others are at their "
    "medians. What two can do together is then not seen, and correlations are not counted. The numbers are "
    "therefore not those of the first page, which has expected values. Up to three are shown for each "
    "alternative; results.json has them all.",
)
LOOKED_FOR = words(
    "Et vippepunkt er verdien en forutsetning må passere for at svaret skal snu, med alt annet på medianen. "
    "Vi har lett i de midterste 96 prosentene av spennet til de åtte forutsetningene svaret henger mest på. "
    "Snur ingen av dem svaret alene, har vi flyttet to om gangen av de fire viktigste, like langt hver. "
    "Valg i regnemåten er ikke prøvd her.",
    "A turning point is the value that an assumption must pass for the answer to turn, with everything else "
    "at its median. It is looked for in the middle 96 per cent of the range of the eight assumptions that "
    "the answer hangs on most. Where none of them turns it alone, the four that matter most are moved two "
    "at a time, equally far each. Choices in how things are counted are not tried here.",
)


def sensitivity_section(results: Results) -> tuple[Section, ...]:
    """Turning points, swings and doubled ranges; nothing when there is nothing to choose between."""
    found = results.beliefs
    if found is None:
        return ()
    sections = (_turning(results, found), *_swings(results), _doubled(results, found))
    return (Section("sensitivity", HEADING, (), sections),)


def _turning(results: Results, found: Beliefs) -> Section:
    paid = [one for one in found.weighed if one.by_construction]
    told = [one for one in found.weighed if not one.tied and one not in paid and _is_news(one)]
    turned = [one for one in told if one.turns or one.pairs]
    firm = [one for one in told if one not in turned]
    columns = (
        Column(Text("Svaret", "The answer")),
        Column(Text("Gjelder i", "Holds in"), numeric=True),
        Column(Text("Snur hvis", "Turns if")),
    )
    rows = tuple(
        (cell(_condition(results, one)), _chance(one.certainty), Cell(turns_told(results.study, one)))
        for one in turned
    )
    caption = Text("Svar som kan snu", "Answers that can turn")
    blocks: list[Block] = [Paragraph((LOOKED_FOR,))]
    blocks += [Table(caption, columns, rows)] if rows else []
    if firm:
        each = tuple(
            (
                Words(_condition(results, one)),
                words(" (", " ("),
                *_chance(one.certainty).pieces,
                words(")", ")"),
            )
            for one in firm
        )
        blocks += [Paragraph((FIRM,)), Points(each)]
    if paid:
        blocks += [Paragraph((PAID,)), Points(tuple((Words(_condition(results, one)),) for one in paid))]
    return Section("turning-points", Text("Vippepunkter", "Turning points"), tuple(blocks))


def _is_news(one: Weighed) -> bool:
    """That something costs society more than nothing, whatever happens, is told elsewhere."""
    return one.condition.kind != "pays" or bool(one.turns or one.pairs) or one.holds


def _condition(results: Results, one: Weighed) -> Text:
    def called(name: str) -> Text:
        return quoted(alternative_name(results.study, name))

    condition: Condition = one.condition
    own = called(condition.alternative)
    if condition.kind == "within":
        if one.holds:
            return Text(
                f"{own.nb} ligger innenfor dagens utgifter hvert år",
                f"{own['en']} lies within today's total every year",
            )
        return Text(
            f"{own.nb} ligger over dagens utgifter i minst ett år",
            f"{own['en']} lies above today's total in at least one year",
        )
    if condition.rival is None:
        nb, en = ("sparer samfunnet for noe", "saves society something")
        lost = ("koster samfunnet noe", "costs society something")
        return Text(f"{own.nb} {nb if one.holds else lost[0]}", f"{own['en']} {en if one.holds else lost[1]}")
    rival = called(condition.rival)
    nb, en = ("mindre", "less") if one.holds else ("mer", "more")
    return Text(
        f"{own.nb} koster samfunnet {nb} enn {rival.nb}", f"{own['en']} costs society {en} than {rival['en']}"
    )


def _swings(results: Results) -> Iterator[Section]:
    """A table for each measure: what moves it, alternative by alternative."""
    blocks: list[Block] = []
    for measure in sorted(MEASURES):
        picture, swings = tornado(measure, results), strongest(results, measure)
        if picture is None:
            continue
        label = figure_label(results.study, measure)
        caption = Text(f"{label.nb}, millioner kroner", f"{label['en']}, NOK million")
        rows = tuple(_swing(results, one) for one in swings)
        columns = (
            Column(ALTERNATIVE),
            Column(Text("Forutsetning", "Assumption")),
            Column(Text("Når den er lav", "When it is low"), numeric=True),
            Column(Text("Alle på median", "All at median"), numeric=True),
            Column(Text("Når den er høy", "When it is high"), numeric=True),
        )
        blocks += [Table(caption, columns, rows), picture]
    if blocks:
        heading = Text("Hva hver forutsetning betyr", "What each assumption means")
        yield Section("swings", heading, (Paragraph((ONE_AT_A_TIME,)), *blocks))


def _swing(results: Results, one: Swing) -> tuple[Cell, ...]:
    def amount(value: float) -> Cell:
        return cell(both(lambda language: millions(value / 1e6, language, decimals=2)))

    text = capital(results.study.assumptions[one.assumption].text)
    return (
        cell(alternative_name(results.study, one.alternative)),
        cell(Words(text, f"#assumption-{one.assumption}")),
        amount(one.low),
        amount(one.median),
        amount(one.high),
    )


def _doubled(results: Results, found: Beliefs) -> Section:
    """Chances with the study's own ranges, and with every range doubled."""
    own, wide = found.doubled.own, found.doubled.wide
    columns = (
        Column(ALTERNATIVE),
        Column(Text("Koster samfunnet minst", "Costs society least"), numeric=True),
        Column(Text("Det samme, dobbelt spenn", "The same, doubled range"), numeric=True),
        Column(Text("Innenfor dagens utgifter hvert år", "Within today's total every year"), numeric=True),
        Column(Text("Det samme, dobbelt spenn", "The same, doubled range"), numeric=True),
    )

    rows = tuple(
        (
            cell(alternative_name(results.study, name)),
            _chance(own.best[name]),
            _chance(wide.best[name] if wide else None),
            _chance(own.verdicts[name]["ceiling.strict"]),
            _chance(wide.verdicts[name]["ceiling.strict"] if wide else None),
        )
        for name in own.order
    )
    note = Text(
        "Andel av trekningene. Koster to like mye, deler de. Hver forutsetning er trukket dobbelt så langt "
        "fra medianen, men ikke forbi det som er mulig. At noe koster minst, gjør det ikke til det beste "
        "valget.",
        "Share of the draws. Where two cost the same, they share. Each assumption is drawn twice as far from "
        "its median, but not beyond what is possible. That something costs least does not make it the best "
        "choice.",
    )
    table = Table(Text("Med dobbelt så vide spenn", "With ranges twice as wide"), columns, rows, note=note)
    heading = Text("Tåler svarene dobbelt så vide spenn?", "Do the answers stand ranges twice as wide?")
    told = Paragraph((Words(standing_told(results.study, found.doubled)),))
    return Section("doubled", heading, (told, table))


def _chance(value: float | None) -> Cell:
    if value is None:
        return cell(words("–", "–"))
    return cell(Words(both(lambda language: percent(value, language))))
