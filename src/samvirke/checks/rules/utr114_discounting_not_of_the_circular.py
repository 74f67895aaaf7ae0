"""UTR114: the discount rates or the cost of tax financing are not those of the circular."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.rule import Rule
from samvirke.language import Language, Text, number
from samvirke.quantities.distributions import Exact
from samvirke.quantities.expressions import Constant, Reference
from samvirke.study.assignment import Discounting
from samvirke.study.study import Study

TAX_COST = 0.2


def _tax_cost(study: Study) -> float | None:
    """The cost of tax financing, when it is one number."""
    stated = study.assignment.tax_cost
    if isinstance(stated, Constant):
        return stated.value
    if isinstance(stated, Reference):
        spread = study.assumptions[stated.name].distribution
        return spread.value if isinstance(spread, Exact) else None
    return None


def _told(stated: Discounting, language: Language) -> str:
    """The rates, each with how long it lasts."""
    rates = [number(100 * rate, language, 1) for rate in stated.rates]
    years = [str(year) for year in stated.years]
    percent, for_years = ("prosent", "i {} år") if language == "nb" else ("per cent", "for {} years")
    told = [f"{rate} {percent} {for_years.format(year)}" for rate, year in zip(rates, years, strict=False)]
    return ", ".join([*told, f"{rates[-1]} {percent}"])


class DiscountingNotOfTheCircular(Rule):
    """Rates, years or a tax cost other than those of R-109; for information below level `full`."""

    code, name, severity = "UTR114", "discounting-not-of-the-circular", "must"
    summary = Text(
        "Kalkulasjonsrenten eller skattefinansieringskostnaden er en annen enn rundskrivets.",
        "The discount rates or the cost of tax financing are not those of the circular.",
    )
    why = Text(
        "Alle samfunnsøkonomiske analyser i staten bruker de samme satsene, så de kan sammenlignes. Egne "
        "satser kan snu rekkefølgen, og leseren ser det ikke.",
        "All socio-economic analyses in the state use the same rates, so that they can be compared. Rates of "
        "one's own can turn the order round, and the reader does not see it.",
    )
    example = "study.yaml: {level: full, discounting: {rates: [0.05, 0.03, 0.02], years: [40, 35]}}"
    good = "study.yaml: {level: full, discounting: {rates: [0.04, 0.03, 0.02], years: [40, 35]}}"
    remedy = Text(
        "Ta bort `discounting`, så gjelder rundskrivets satser, og sett `tax_cost` til 0.2. Vil dere vise "
        "andre satser, gjør det i en egen studie ved siden av.",
        "Take `discounting` away, and the rates of the circular apply; set `tax_cost` to 0.2. To show other "
        "rates, do so in a study of its own beside this one.",
    )
    source = Text(
        "Rundskriv R-109/14 og R-109/21: 4 prosent i 40 år, 3 prosent til år 75 og 2 prosent deretter, og "
        "20 øre per krone i skattefinansiering, slik Kystverkets FRAM 3.5 gjengir dem.",
        "Circulars R-109/14 and R-109/21: 4 per cent for 40 years, 3 per cent to year 75 and 2 per cent "
        "after that, and 20 øre per krone in tax financing, as Kystverket's FRAM 3.5 renders them.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """One finding for the rates, and one for the cost of tax financing."""
        severity: Severity = "must" if study.assignment.level == "full" else "note"
        stated, circular = study.assignment.discounting, Discounting()
        if (stated.rates, stated.years) != (circular.rates, circular.years):
            nb = f"kalkulasjonsrenten er {_told(stated, 'nb')}"
            en = f"the discount rates are {_told(stated, 'en')}"
            yield self.finding(study, "study.yaml", ("discounting",), nb, en, severity=severity)
        cost = _tax_cost(study)
        if cost is not None and abs(cost - TAX_COST) > 1e-9:
            nb = f"skattefinansieringskostnaden er {number(100 * cost, 'nb')} øre per krone"
            en = f"the cost of tax financing is {number(100 * cost, 'en')} øre per krone"
            yield self.finding(study, "study.yaml", ("tax_cost",), nb, en, severity=severity)
