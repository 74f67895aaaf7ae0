"""Figures of the organisation: gaps, duties, tasks and people moved, rules changed."""

from __future__ import annotations

from samvirke.consequences.catalogue.definition import Definition, counted
from samvirke.language import Text

ADMINISTRATION: tuple[Definition, ...] = (
    counted(
        "admin.gaps",
        "Oppgaver ingen utfører",
        "Tasks that nobody does",
        Text("Oppgaver uten utfører i siste fase.", "Tasks with no doer in the final phase."),
    ),
    counted(
        "admin.undecided",
        "Oppgaver ingen avgjør",
        "Tasks that nobody decides",
        Text("Oppgaver der ingen har siste ord i siste fase.", "Tasks on which nobody has the last word."),
    ),
    counted(
        "admin.contested",
        "Oppgaver flere avgjør",
        "Tasks that several decide",
        Text(
            "Oppgaver der mer enn én har siste ord i siste fase.",
            "Tasks on which more than one has the last word.",
        ),
    ),
    counted(
        "admin.uncovered_duties",
        "Plikter uten dekning",
        "Duties not covered",
        Text("Plikter der ingen utfører noen av oppgavene.", "Duties of which nobody does any task."),
    ),
    counted(
        "admin.partly_covered_duties",
        "Plikter som er delvis dekket",
        "Duties partly covered",
        Text(
            "Plikter der en oppgave mangler, er vurdert som delvis dekkende, eller bryter en regel om "
            "skille.",
            "Duties with a task missing, judged to cover in part, or in breach of a rule of separation.",
        ),
    ),
    counted(
        "admin.tasks_moved",
        "Oppgaver som bytter hender",
        "Tasks that change hands",
        Text(
            "Oppgaver med annen beslutter eller utfører enn i dag.",
            "Tasks with another decider or doer than today.",
        ),
    ),
    counted(
        "admin.legal_changes",
        "Lov- og forskriftsendringer",
        "Changes of law and regulation",
        Text("Endringer som krever ny lov eller forskrift.", "Changes that need a new law or regulation."),
    ),
    counted(
        "admin.fte_moved",
        "Årsverk som bytter arbeidsgiver",
        "Work-years that change employer",
        Text(
            "Årsverk i enheter og oppgaver som flyttes til et annet organ. Et årsverk som flyttes to ganger, "
            "teller to ganger.",
            "Work-years in units and tasks that move to another body. A work-year that moves twice counts "
            "twice.",
        ),
        "FTE",
    ),
    counted(
        "admin.fte_relocated",
        "Årsverk som bytter sted",
        "Work-years that change place",
        Text("Årsverk som flyttes til en annen by.", "Work-years that move to another town."),
        "FTE",
    ),
)
