"""The whole report put together: the page in front, and the annexes it rests on."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.annexes.alternatives import alternatives_annex
from samvirke.report.annexes.answers import answers_annex, has_answers
from samvirke.report.annexes.distribution import distribution_section
from samvirke.report.annexes.duties_powers import duties_powers_section
from samvirke.report.annexes.economics import economics_section
from samvirke.report.annexes.effects import effects_section
from samvirke.report.annexes.evidence import assumptions_annex, sources_annex
from samvirke.report.annexes.figures import figures_annex
from samvirke.report.annexes.grants import grants_annex
from samvirke.report.annexes.interfaces import interfaces_section
from samvirke.report.annexes.money import money_annex
from samvirke.report.annexes.obligations import employees_section, obligations_section
from samvirke.report.annexes.organisation import organisation_annex
from samvirke.report.annexes.responsibility_map import responsibility_map
from samvirke.report.annexes.sensitivity import sensitivity_section
from samvirke.report.annexes.sharing import sharing_section
from samvirke.report.annexes.way import ways_section
from samvirke.report.annexes.word_list import words_section
from samvirke.report.document import Document
from samvirke.report.front.page import front_page
from samvirke.report.sections.affected import affected_section
from samvirke.report.sections.authority import authority_section
from samvirke.report.sections.body import body
from samvirke.report.sections.options import options_section
from samvirke.report.sections.requirements import requirements_section
from samvirke.report.sections.transition import transition_section
from samvirke.report.words.naming import actor_name
from samvirke.report.words.wording import MONTHS
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def report(results: Results) -> Document:
    """The report as data, in both languages."""
    study = results.study
    front = (front_page(results),)
    main = body(results)
    annexes = (
        words_section(study),
        requirements_section(results),
        *((options_section(results),) if study.options.cells else ()),
        alternatives_annex(results),
        *((answers_annex(results),) if has_answers(study) else ()),
        money_annex(results),
        *((grants_annex(results),) if study.grant_schemes else ()),
        economics_section(results),
        *sensitivity_section(results),
        distribution_section(results),
        organisation_annex(results),
        responsibility_map(results),
        authority_section(results),
        duties_powers_section(results),
        affected_section(results),
        interfaces_section(results),
        obligations_section(results),
        employees_section(results),
        transition_section(results),
        *((ways_section(results),) if study.pathways.persons else ()),
        *((sharing_section(results),) if study.pathways.sharing else ()),
        *((effects_section(study),) if study.effects else ()),
    )
    evidence = (
        figures_annex(results, (*front, *main, *annexes)),
        assumptions_annex(study),
        sources_annex(study),
    )
    return Document(
        study.assignment.title, _subtitle(study), front, main, (*annexes, *evidence), results.provenance
    )


def _subtitle(study: Study) -> Text:
    """Who asked for the study and who leads it, or that nobody did; its date, and the kroner it counts in."""
    asked, as_of, price_year = _asked(study), study.assignment.as_of, study.assignment.price_year
    return Text(
        f"{asked.nb} Slik det var {as_of.day}. {MONTHS[as_of.month - 1].nb} {as_of.year}. "
        f"Beløp i {price_year}-kroner.",
        f"{asked['en']} As of {as_of.day} {MONTHS[as_of.month - 1]['en']} {as_of.year}. "
        f"Amounts in {price_year} prices.",
    )


def _asked(study: Study) -> Text:
    alone = not any(one.invited is not None for one in study.involvement.values())
    if not study.assignment.commissioned:
        asked = Text("Laget uten oppdrag.", "Made without an assignment.")
        without = Text(" Bygger på åpne kilder.", " Rests on open sources.")
    else:
        client = actor_name(study, study.assignment.client)
        lead = actor_name(study, study.assignment.lead)
        asked = Text(
            f"Oppdrag fra {client.nb}, med {lead.nb} som leder.",
            f"Assignment by {client['en']}, to be led by {lead['en']}.",
        )
        without = Text(
            " Laget uten deltakerne, på åpne kilder.", " Made without the participants, from open sources."
        )
    return Text(f"{asked.nb}{without.nb}", f"{asked['en']}{without['en']}") if alone else asked
