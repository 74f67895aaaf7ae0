"""Section: the rules and assumptions that present values are worked out by, and what is counted how."""

from __future__ import annotations

from samvirke.consequences.economics.rules import RuleSet, discounting, rule_set, tax_cost
from samvirke.language import Language, Text, listed
from samvirke.quantities.distributions import Exact
from samvirke.quantities.expressions import Constant, Reference
from samvirke.report.document import Paragraph, Piece, Points, Section, Words, words
from samvirke.report.words.quantities import formula, plain
from samvirke.report.words.references import read_at
from samvirke.report.words.wording import both
from samvirke.study.assignment import Discounting
from samvirke.uncertainty.results import Results


def rules_section(results: Results) -> Section:
    """Rates, years and sources in a line, and what is counted how."""
    assignment = results.study.assignment
    rules = rule_set(assignment.as_of)
    heading = Text("Regler og forutsetninger", "Rules and assumptions")
    return Section(
        "economics-rules",
        heading,
        (Paragraph(_line(results, rules)), Paragraph((_unverified(rules),)), Points(HOW_COUNTED)),
    )


def _line(results: Results, rules: RuleSet) -> tuple[Piece, ...]:
    assignment = results.study.assignment
    used = discounting(assignment)
    first, last = assignment.years[0], assignment.years[-1]
    text = Text(
        "Regelsett: rundskriv {name}. Kalkulasjonsrente: {rates}, regnet fra {origin}. Årene {first}–{last} "
        "er regnet om til verdien i sammenligningsåret {comparison}, i {prices}-kroner. Skattefinansiering, "
        "per krone i netto offentlige utlegg: ",
        "Rule set: circular {name}. Discount rate: {rates}, counted from {origin}. The years {first}–{last} "
        "are told at their value in the comparison year {comparison}, in {prices} prices. Tax financing, per "
        "krone of net public outlay: ",
    ).format(
        name=rules.name,
        rates=both(lambda language: _staircase(used, language)),
        origin=ORIGIN[used.origin],
        first=first,
        last=last,
        comparison=assignment.comparison_year,
        prices=assignment.price_year,
    )
    own = (words(" Studien bruker egne renter.", " The study uses rates of its own."),)
    return (
        Words(text),
        *_tax(results),
        words(". Kilde: ", ". Source: "),
        *read_at(results.study, rules.address),
        words(".", "."),
        *(own if used != rules.discounting else ()),
    )


ORIGIN = {
    "comparison_year": Text("sammenligningsåret", "the comparison year"),
    "first_year": Text("studiens første år", "the study's first year"),
}


def _staircase(used: Discounting, language: Language) -> str:
    """The rates in words: “4 per cent for 40 years, 3 per cent for 35 years and 2 per cent after that”."""
    rates = [plain(100 * rate, language) for rate in used.rates]
    cent, years, after = (" prosent", "i {} år", " deretter") if language == "nb" else EN_RATES
    if len(rates) == 1:
        return rates[0] + cent
    spans = [f"{rate}{cent} {years.format(n)}" for rate, n in zip(rates, used.years, strict=False)]
    return listed([*spans, f"{rates[-1]}{cent}{after}"], language)


EN_RATES = (" per cent", "for {} years", " after that")


def _tax(results: Results) -> tuple[Piece, ...]:
    """The cost of tax financing in øre; that of an assumption leads to it, or is told as its formula."""
    cost, study = tax_cost(results.study.assignment), results.study
    if isinstance(cost, Constant):
        return (Words(_oere(cost.value)),)
    if isinstance(cost, Reference):
        known = study.assumptions[cost.name].distribution
        if isinstance(known, Exact):
            return (Words(_oere(known.value), f"#assumption-{cost.name}"),)
    return formula(study, cost)


def _oere(share: float) -> Text:
    return both(lambda language: f"{plain(100 * share, language)} øre")


def _unverified(rules: RuleSet) -> Words:
    what = both(lambda language: listed([one[language] for one in rules.unverified], language))
    return Words(
        Text(
            "Tallene er lest i statlige kilder som viser til rundskrivet. Dette er ikke holdt mot den trykte "
            "teksten: {what}.",
            "The numbers were read in sources of the state that cite the circular. This has not been held "
            "against the printed text: {what}.",
        ).format(what=what)
    )


HOW_COUNTED: tuple[tuple[Piece, ...], ...] = (
    (
        words(
            "Tilskudd til tjenester er ressursbruk. Tilskudd som er inntekt for mottakeren, er en overføring "
            "og koster samfunnet bare skattefinansieringen.",
            "Grants for services are a use of resources. Grants that are income to the recipient are a "
            "transfer and cost society only the tax financing.",
        ),
    ),
    (
        words(
            "Det en vert dekker av egen ramme, er en kostnad her, men staten bruker ikke mer. Vi forutsetter "
            "at pengene ellers hadde gått til noe som er verdt like mye.",
            "What a host pays from its own budget is a cost here, but the state spends no more. We assume "
            "that the money would otherwise have gone to something worth as much.",
        ),
    ),
    (
        words(
            "Det utgiftsrader gir fra seg, er regnet som spart. Det som går tapt med det, har ingen pris og "
            "må vurderes sammen med de andre virkningene.",
            "What spending rows give up is counted as saved. What is lost with it has no price and must be "
            "judged together with the other effects.",
        ),
    ),
    (
        words(
            "Arbeid som går tapt når folk flytter, er priset til det årsverket koster, men er aldri en "
            "utgift. Nye stillinger regnes ikke med i tapet.",
            "Work lost when people move is priced at what the work-year costs, but is never expenditure. New "
            "posts do not count in the loss.",
        ),
    ),
    (
        words(
            "Investeringer som varer lenger enn årene her, har en restverdi, som faller jevnt over "
            "levetiden. Det er ingen realvekst i priser og ingen pris på nytte.",
            "Investments that outlast the years here have a residual value, which falls evenly over their "
            "life. There is no real growth of prices and no price on benefits.",
        ),
    ),
)
