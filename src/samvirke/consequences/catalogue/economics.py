"""Figures of what an alternative costs society, discounted; all are differences from the zero alternative.

Names that stand for themselves come before `npv.{years}`, which any name of two parts would fit.
"""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import MNOK, MNOK_A_YEAR, Definition, chance, money
from samvirke.language import Text

ECONOMICS: tuple[Definition, ...] = (
    money(
        "npv",
        "Netto nåverdi",
        "Net present value",
        Text(
            "Det alternativet sparer samfunnet for, minus det som det koster, diskontert over studiens år: "
            "ressurser, restverdi, tapt arbeid og skattefinansiering. Under null er en kostnad. Virkninger "
            "uten pris er ikke med.",
            "What the alternative saves society less what it costs, discounted over the study's years: "
            "resources, residual value, lost work and tax financing. Below zero is a cost. Effects without "
            "a price are not counted.",
        ),
        "higher",
        MNOK,
    ),
    money(
        "npv.resources",
        "Netto nåverdi: ressurser",
        "Net present value: resources",
        Text(
            "Lønn, drift, kjøp, tilskudd til tjenester og engangskostnader, uansett hvem som betaler. "
            "Tilskudd som er inntekt for mottakeren, er ikke med. Det en vert dekker av egen ramme, er en "
            "kostnad, fordi pengene ellers antas brukt til noe som er verdt like mye.",
            "Pay, running costs, purchases, grants for services and one-off costs, whoever pays. Grants that "
            "are income to the recipient are not counted. What a host pays from its own budget is a cost, "
            "since the money is taken to be spent otherwise on something worth as much.",
        ),
        "higher",
        MNOK,
    ),
    money(
        "npv.residual",
        "Netto nåverdi: restverdi",
        "Net present value: residual value",
        Text(
            "Hva investeringer fortsatt er verdt når studiens år er over. Verdien faller jevnt over "
            "levetiden som utgiftsraden oppgir; det er vår egen vurdering.",
            "What investments are still worth when the study's years are over. The value falls evenly over "
            "the life that the spending row states; that is our own judgement.",
        ),
        "higher",
        MNOK,
    ),
    money(
        "npv.dip",
        "Netto nåverdi: tapt arbeid",
        "Net present value: lost work",
        Text(
            "Arbeid som går tapt mens folk som flyttes, finner seg til rette: halve fallet i hele perioden, "
            "til det årsverket koster. Det er aldri en utgift.",
            "Work lost while people who move find their feet: half the fall over the whole time, at what the "
            "work-year costs. It is never expenditure.",
        ),
        "higher",
        MNOK,
    ),
    money(
        "npv.tax",
        "Netto nåverdi: skattefinansiering",
        "Net present value: tax financing",
        Text(
            "Hva det koster samfunnet å kreve inn skatten som betaler netto offentlige utlegg. Over null når "
            "staten og kommunene sparer.",
            "What it costs society to collect the taxes that pay net public outlays. Above zero when the "
            "state and the municipalities save.",
        ),
        "higher",
        MNOK,
    ),
    money(
        "npv.given_up",
        "Nåverdi av det utgiftsrader gir fra seg",
        "Present value of what spending rows give up",
        Text(
            "Det rader i studien avgir til andre formål, eller mister. I netto nåverdi er det en innsparing. "
            "Det som går tapt, står blant virkningene uten pris.",
            "What rows of the study give to other ends, or lose. In the net present value it is a saving. "
            "What is lost with it is among the effects without a price.",
        ),
        None,
        MNOK,
    ),
    money(
        "npv.party.{party}",
        "Nåverdi på budsjettet til {party}",
        "Present value on the budget of {party}",
        Text(
            "Det parten får, minus det den betaler, diskontert, uten skattefinansiering. Tilskudd er penger "
            "for den som får dem, også når de skal brukes til tjenester. Partene summerer seg ikke til netto "
            "nåverdi.",
            "What the party gets less what it pays, discounted, without tax financing. A grant is money to "
            "whoever gets it, also when it is to be spent on services. The parties do not add up to the net "
            "present value.",
        ),
        "higher",
        MNOK,
    ),
    money(
        "npv.{years}",
        "Netto nåverdi over {years} år",
        "Net present value over {years} years",
        Text(
            "Netto nåverdi når siste fase føres videre til så mange år, regnet fra studiens første.",
            "The net present value when the final phase is carried on until there are so many years, counted "
            "from the study's first.",
        ),
        "higher",
        MNOK,
    ),
    money(
        "annual_value",
        "Netto nåverdi som like årlige beløp",
        "Net present value as equal yearly amounts",
        Text(
            "Beløpet som hvert år i studien gir samme netto nåverdi.",
            "The amount that in every year of the study gives the same net present value.",
        ),
        "higher",
        MNOK_A_YEAR,
    ),
    money(
        "break_even",
        "Hva virkninger uten pris må være verdt",
        "What effects without a price must be worth",
        Text(
            "Det virkningene uten pris samlet må være verdt i året for at alternativet skal lønne seg. Under "
            "null: så mye dårligere kan de være uten at det lønner seg å la være.",
            "What the effects without a price must together be worth a year for the alternative to pay. "
            "Below zero: so much worse may they be before it pays to do nothing.",
        ),
        "lower",
        MNOK_A_YEAR,
    ),
    money(
        "break_even.in_place",
        "Hva virkninger uten pris må være verdt fra alt er på plass",
        "What effects without a price must be worth once all is in place",
        Text(
            "Som over, men fordelt bare på tiden fra den siste endringen starter og ut studiens år (for et "
            "prøveprosjekt: til det slutter). Før det kommer kostnadene, men neppe virkningene.",
            "As above, but spread only over the time from the start of the last change until the study's "
            "years end (of a pilot: until it ends). Before that come the costs, but hardly the effects.",
        ),
        "lower",
        MNOK_A_YEAR,
    ),
    money(
        "break_even.given_up",
        "Det samme, når det som avgis er verdt det det koster",
        "The same, when what is given up is worth what it costs",
        Text(
            "Som over, når det utgiftsrader gir fra seg, regnes som verdt det det koster.",
            "As above, when what spending rows give up is counted as worth what it costs.",
        ),
        "lower",
        MNOK_A_YEAR,
    ),
    money(
        "break_even.{years}",
        "Hva virkninger uten pris må være verdt over {years} år",
        "What effects without a price must be worth over {years} years",
        Text(
            "Beløpet i året som virkningene uten pris må være verdt når årene er så mange.",
            "The amount a year that the effects without a price must be worth when the years are so many.",
        ),
        "lower",
        MNOK_A_YEAR,
    ),
    chance(
        "best.annual_value",
        "Koster samfunnet minst",
        "Costs society least",
        Text(
            "Andelen av trekningene der ingen annen koster samfunnet mindre; like deler. Bare regnet når det "
            "er det samme alternativet som oftest koster minst også med dobbelt så vide spenn. Det sier ikke "
            "hva som er best.",
            "The share of the draws in which no other costs society less; equals share. Only worked out when "
            "the same alternative most often costs least with ranges twice as wide. It does not say what is "
            "best.",
        ),
    ),
)
