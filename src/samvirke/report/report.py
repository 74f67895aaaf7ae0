"""The whole report put together: the page in front, and the annexes it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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
from samvirke.report.document import Document, Section
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


def report(results: Results, finished: Callable[[Section], None] | None = None) -> Document:
    """The report as data, in both languages; `finished` is given each section when it is put together."""

    def told(sections: Iterable[Section]) -> Iterator[Section]:
        for one in sections:
            if finished is not None:
                finished(one)
            yield one

    study = results.study
    front, main = tuple(told((front_page(results),))), tuple(told(body(results)))
    annexes = tuple(told(_annexes(results)))
    evidence = (
        figures_annex(results, (*front, *main, *annexes)),
        assumptions_annex(study),
        sources_annex(study),
    )
    return Document(
        study.assignment.title, _subtitle(study), front, main, (*annexes, *evidence), results.provenance
    )


def _annexes(results: Results) -> Iterator[Section]:
    """The annexes but those that tell what the others rest on."""
    study = results.study
    yield words_section(study)
    yield requirements_section(results)
    if study.options.cells:
        yield options_section(results)
    yield alternatives_annex(results)
    if has_answers(study):
        yield answers_annex(results)
    yield money_annex(results)
    if study.grant_schemes:
        yield grants_annex(results)
    yield economics_section(results)
    yield from sensitivity_section(results)
    yield distribution_section(results)
    yield organisation_annex(results)
    yield responsibility_map(results)
    yield authority_section(results)
    yield duties_powers_section(results)
    yield affected_section(results)
    yield interfaces_section(results)
    yield obligations_section(results)
    yield employees_section(results)
    yield transition_section(results)
    if study.pathways.persons:
        yield ways_section(results)
    if study.pathways.sharing:
        yield sharing_section(results)
    if study.effects:
        yield effects_section(study)


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
