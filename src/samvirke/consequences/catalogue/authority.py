"""Figures of authority and interfaces: what the co-ordinator may do, and who must work with whom."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import Definition, counted
from samvirke.language import Text

AUTHORITY: tuple[Definition, ...] = (
    counted(
        "admin.powers.{body}",
        "Samordnerens virkemidler overfor {body}",
        "The co-ordinator's powers towards {body}",
        Text(
            "Hvor mange slags virkemidler samordneren har overfor organet i siste fase. Retten til å "
            "instruere regnes som alle slagene den omfatter.",
            "How many kinds of power the co-ordinator has towards the body in the final phase. The right to "
            "instruct counts as all the kinds that it covers.",
        ),
        better="higher",
    ),
    counted(
        "admin.ladder.{body}",
        "Trinn på samordningstrappen overfor {body}",
        "Step on the co-ordination ladder towards {body}",
        Text(
            "Det høyeste trinnet, 0 til 4, som virkemidlene gjør mulig. Hvilket trinn et virkemiddel "
            "svarer til, er vår vurdering. Tallet viser hva som er mulig, ikke hva som skjer.",
            "The highest step, 0 to 4, that the powers make possible. Which step a power answers to is our "
            "judgement. The figure shows what is possible, not what happens.",
        ),
        better="higher",
    ),
    counted(
        "admin.powerless_duties",
        "Plikter uten virkemidler",
        "Duties without the power",
        Text(
            "Plikter med en oppgave der den som utfører den, mangler et virkemiddel oppgaven krever. "
            "Organer i samme linje som utføreren regnes ikke med. Oppgaver ingen utfører, telles som hull.",
            "Duties with a task whose doer lacks a power that the task asks for. Bodies in the doer's own "
            "line of command are not counted. Tasks that nobody does are counted as gaps.",
        ),
    ),
    counted(
        "admin.interfaces",
        "Grenseflater mellom organer",
        "Interfaces between bodies",
        Text(
            "Par av organer der det ene avgjør en oppgave som det andre utfører, i siste fase.",
            "Pairs of bodies where the one decides a task that the other does, in the final phase.",
        ),
    ),
    counted(
        "admin.interfaces_units",
        "Grenseflater inne i organer",
        "Interfaces inside bodies",
        Text(
            "Par av enheter i samme organ der den ene avgjør en oppgave som den andre utfører.",
            "Pairs of units within one body where the one decides a task that the other does.",
        ),
    ),
    counted(
        "admin.interface_volume",
        "Saker over grenseflatene i året",
        "Cases across the interfaces a year",
        Text(
            "Summen, over alle par av organer, av volumet i oppgavene de møtes i. En oppgave med flere par "
            "teller én gang for hvert par. Oppgaver med ukjent volum er ikke med.",
            "The sum, over all pairs of bodies, of the volume of the tasks they meet in. A task with several "
            "pairs counts once for each. Tasks whose volume is not known are left out.",
        ),
        "cases/yr",
    ),
)
