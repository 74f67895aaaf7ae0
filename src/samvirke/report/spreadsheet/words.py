"""The words of the workbook's own sheets and headings."""

from __future__ import annotations

from samvirke.language import Text

READ_ME = Text("Les meg", "Read me")
OVERVIEW = Text("Oversikt", "Overview")
SPENDING = Text("Utgifter", "Spending")
DISCOUNTING = Text("Diskontering", "Discounting")
POSTINGS = Text(", posteringer", ", postings")

HOW: tuple[Text, ...] = (
    Text(
        "Gule celler med blå tall kan endres; alt annet er formler som følger med. Beløp er kroner i "
        "{year}-priser, forventede verdier.",
        "Yellow cells with blue numbers can be changed; all else is formulas that follow. Amounts are "
        "NOK in {year} prices, expected values.",
    ),
    Text(
        "Arket Utgifter har dagens utgifter. Hvert alternativ har et ark med posteringer, som er det "
        "endringene tar fra en konto og gir en annen, og et ark med tabellene som blir av dem. Formlene "
        "går etter id-er, som står i skjulte kolonner foran årene; trykk på plusstegnet over dem.",
        "The sheet Spending has today's spending. Each alternative has a sheet of postings, which is what"
        " the changes take from one account and give another, and a sheet with the tables that come of "
        "them. The formulas go by ids, which stand in hidden columns before the years; press the plus "
        "sign above them.",
    ),
    Text(
        "En utgift som endres, endrer totalene. Posteringene er regnet ut av studien og følger ikke "
        "etter; endre dem selv der de hviler på utgiften. Vil du vite hva endringen gjør med spennet, "
        "endre studien og kjør den på nytt.",
        "A spending row that is changed changes the totals. The postings were worked out from the study "
        "and do not follow; change them yourself where they rest on the row. To know what the change does"
        " to the range, change the study and run it again.",
    ),
    Text(
        "Arket Oversikt viser hver sum ved siden av det kjøringen fant. Forskjellen er null til noe endres.",
        "The sheet Overview shows each sum beside what the run found. The difference is nothing until "
        "something is changed.",
    ),
    Text(
        "Noen tall er ikke summer, men det største eller minste i hver trekning: det som er udekket, tapt"
        " arbeid og restverdi. De er tatt fra kjøringen som tall.",
        "Some numbers are no sums, but the greatest or least in each draw: what is unfunded, lost work "
        "and residual value. They are taken from the run as numbers.",
    ),
)

UNIT = Text("Kroner, {year}-priser, forventet verdi", "NOK, {year} prices, expected values")
YEARLY = Text("Kroner i året", "NOK a year")
IN_TOTAL = Text("Med i dagens total", "In today's total")
IN_EFFORT = Text("I innsatsen", "In the effort")
SPENT_HEADS = (
    Text("Utgift", "Spending"),
    Text("Hvem", "Who"),
    Text("Post", "Item"),
    IN_TOTAL,
    IN_EFFORT,
    YEARLY,
)
NOT_STATE = Text("Ikke statsbudsjettet", "Not the state budget")
SPENT_TODAY = Text("Dagens utgifter", "Today's spending")
ID = Text("Id", "Id")
TODAY_TOTAL = Text("Dagens samlede utgifter", "Today's total expenditure")
CARRIED = Text("Dagens utgifter videreført", "Today's spending carried forward")
POSTED = Text("{alternative}: posteringer", "{alternative}: postings")
NO_POSTINGS = Text("Ingen posteringer.", "No postings.")
POSTED_HEADS = (
    Text("Endring", "Change"),
    Text("Formål", "Purpose"),
    Text("Fra konto", "From account"),
    Text("Fra utgift", "From row"),
    Text("Til konto", "To account"),
    Text("Til utgift", "To row"),
    Text("Kroner i året, eller i alt for engangs", "NOK a year, or in all for one-off"),
    Text("I innsatsen (+/−)", "In the effort (+/−)"),
    Text("Engangskostnad", "One-off cost"),
    Text("Ressursbruk (+/−)", "Resources (+/−)"),
    Text("Offentlig utlegg (+/−)", "Public outlay (+/−)"),
    Text("Tas fra annet formål", "Taken from another purpose"),
)
POSTED_IDS = (
    Text("Id: endring", "Id: change"),
    Text("Id: fra konto", "Id: from account"),
    Text("Id: fra utgift", "Id: from row"),
    Text("Id: til konto", "Id: to account"),
    Text("Id: til utgift", "Id: to row"),
)
EXPENDITURE = Text("Innsatsens utgifter", "The effort's expenditure")
RECURRING = Text("Andre endringer", "Other changes")
ONE_OFF = Text("Engangskostnader", "One-off costs")
WHOLE = Text("Sum", "Total")
AGAINST_TODAY = Text("Mot dagens total", "Against today's total")
BUDGET = Text("Endringer på budsjettet, kapittel og post", "Budget changes by chapter and item")
NET = Text("Netto", "Net")
FUNDING = Text("Inndekning: hvem avgir", "Funding: who gives up")
GIVEN = Text("Sum avgitt", "Total given up")
OPEN = Text("Udekket (fra kjøringen)", "Unfunded (from the run)")
PRESENT_VALUE = Text("Nåverdi mot nullalternativet", "Present value against the zero alternative")
RESOURCES = Text("Ressursbruk", "Resources")
ZERO_RESOURCES = Text("Ressursbruk i nullalternativet", "Resources in the zero alternative")
PUBLIC = Text("Netto offentlige utlegg", "Net public outlays")
ZERO_PUBLIC = Text("Netto offentlige utlegg i nullalternativet", "Net public outlays in the zero alternative")
FACTOR = Text("Diskonteringsfaktor", "Discount factor")
YEAR = Text("År", "Year")
RATE = Text("Rente", "Rate")
TAX_COST = Text("Skattefinansieringskostnad per krone", "Tax cost per krone")
NPV_RESOURCES = Text("Nåverdi av ressursbruk", "Present value of resources")
NPV_TAX = Text("Nåverdi av skattefinansiering", "Present value of tax financing")
NPV_DIP = Text("Tapt arbeid (fra kjøringen)", "Lost work (from the run)")
NPV_RESIDUAL = Text("Restverdi (fra kjøringen)", "Residual value (from the run)")
NPV_TAX_BY_ITSELF = Text("Skattekostnad ganger utlegg", "Tax cost times outlays")
NPV_TAX_TOGETHER = Text(
    "Samvariasjon mellom de to (fra kjøringen)", "How the two vary together (from the run)"
)
NPV = Text("Netto nåverdi", "Net present value")
ANNUAL = Text("Som like årlige beløp", "As equal yearly amounts")
COMPARED = Text("Hver sum ved siden av det kjøringen fant", "Each sum beside what the run found")
OVERVIEW_HEADS = (
    Text("Alternativ", "Alternative"),
    Text("Størrelse", "Figure"),
    Text("I arbeidsboken, kroner", "In the workbook, kroner"),
    Text("I kjøringen, kroner, avrundet", "In the run, kroner, rounded"),
    Text("Forskjell, kroner", "Difference, kroner"),
    Text("Id: tallet i results.json", "Id: the figure in results.json"),
)
