"""The one page in front: the answer, the alternatives as rows, who gives up what, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.consequences.administration import administration
from samvirke.language import Language, Text
from samvirke.provenance import Figure
from samvirke.report.document import (
    Block,
    Notice,
    Paragraph,
    Piece,
    Section,
    Words,
    onward,
    words,
)
from samvirke.report.front.alternatives_table import alternatives_table
from samvirke.report.front.decision import decision
from samvirke.report.front.givers_table import givers_table
from samvirke.report.sections.requirements import unmet
from samvirke.report.words.naming import alternative_name, task_name
from samvirke.report.words.verdict import Verdict, verdict, within
from samvirke.report.words.wording import (
    SMALL,
    about,
    in_millions,
    inside_sentence,
    linked,
    names,
    quoted,
    spelt,
)
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def front_page(results: Results) -> Section:
    """The page a director reads in two minutes."""
    study = results.study
    blocks: tuple[Block, ...] = (
        *_not_commissioned(results),
        _answer(results),
        _nobody_asked(results),
        *((alternatives_table(results),) if results.compared else ()),
        *givers_table(results),
        *_least_certain(results),
        _today(results),
        *decision(results),
    )
    return Section("page", study.assignment.title, blocks)


def _answer(results: Results) -> Paragraph:
    """Two or three sentences: today's total, and which alternatives lie within it."""
    total = results.figure(results.zero, "today.total")
    assert total is not None
    inside = within(results)
    amount = Text(_probably(total, "nb"), _probably(total, "en"))
    known = results.study.assignment.total_note
    pieces: list[Piece] = [
        words("Dagens samlede utgifter er anslått til ", "Today's total expenditure is estimated at "),
        linked(total, amount, strong=True),
        words(". ", ". "),
    ]
    if known is not None:
        pieces += [Words(known), words(" ", " ")]
    pieces.append(Words(_within_sentence(results, inside), strong=True))
    pieces.extend(Words(sentence) for sentence in _outside_sentences(results))
    unfunded = _unfunded_sentence(results)
    if unfunded is not None:
        pieces.append(Words(unfunded))
    if results.compared:
        pieces.append(Words(_recommendation(results)))
    return Paragraph(tuple(pieces), lead=True)


def _recommendation(results: Results) -> Text:
    chosen = results.study.assignment.recommendation
    if chosen is None:
        return Text(" Utredningen anbefaler ingen av dem ennå.", " The study recommends none of them yet.")
    called = quoted(alternative_name(results.study, chosen))
    return Text(f" Utredningen anbefaler {called.nb}.", f" The study recommends {called['en']}.")


def _probably(total: Figure, language: Language) -> str:
    low, middle, high = (about(value, language) for value in (total.p10, total.expected, total.p90))
    if language == "nb":
        return f"om lag {middle} millioner kroner i året, trolig mellom {low} og {high}"
    return f"about NOK {middle} million a year, probably between {low} and {high}"


def _within_sentence(results: Results, inside: tuple[str, ...]) -> Text:
    count, of = len(inside), len(results.compared)
    if not of:
        return Text(
            "Studien har ingen alternativer å sammenligne ennå.",
            "The study has no alternatives to compare yet.",
        )
    if not inside:
        return Text(
            "Ingen av alternativene ligger innenfor dagens samlede utgifter hvert år.",
            "None of the alternatives lies within today's total expenditure every year.",
        )
    which = names(quoted(alternative_name(results.study, name)) for name in inside)
    lies = "lies" if count == 1 else "lie"
    return Text(
        f"{spelt(count, 'nb').capitalize()} av {spelt(of, 'nb')} alternativer ligger innenfor "
        f"dagens samlede utgifter hvert år, engangskostnader medregnet: {which.nb}.",
        f"{spelt(count, 'en').capitalize()} of {spelt(of, 'en')} alternatives {lies} within today's total "
        f"expenditure every year, one-off costs included: {which['en']}.",
    )


# What is said of those that do not lie within.
OUTSIDE: dict[Verdict, Text] = {
    "uncertain": Text(" Om {which} {do} det, er usikkert.", " Whether {which} {do} so is uncertain."),
    "host": Text(
        " {which} {do} det bare hvis verten dekker merkostnaden av sitt eget budsjett; innsatsen selv "
        "koster mer.",
        " {which} {do} so only if the host pays the extra cost from its own budget; the effort itself costs "
        "more.",
    ),
    "steady": Text(
        " {which} {cost} mer i omleggingen, men ikke når alt er på plass.",
        " {which} {cost} more during the change, but not once all is in place.",
    ),
    "above": Text(
        " {which} {lie} over, med {more} millioner kroner i det dyreste året.",
        " {which} {lie} above it, by NOK {more} million in the most expensive year.",
    ),
}


def _outside_sentences(results: Results) -> Iterator[Text]:
    """One sentence for each verdict, with the alternatives it falls on."""
    for how, sentence in OUTSIDE.items():
        found = [name for name in results.compared if verdict(results, name) == how]
        worst = [f for name in found if (f := results.figure(name, "ceiling.worst_year")) is not None]
        which = names(quoted(alternative_name(results.study, name)) for name in found)
        alone = len(found) == 1
        if found:
            yield sentence.format(
                which=which,
                more=names(in_millions(figure) for figure in worst),
                do=Text("gjør", "does" if alone else "do"),
                cost=Text("koster", "costs" if alone else "cost"),
                lie=Text("ligger", "lies" if alone else "lie"),
            )


def _unfunded_sentence(results: Results) -> Text | None:
    """What is paid for by nobody, if anything."""
    left = [(n, f) for n in results.compared if (f := results.figure(n, "funding.open")) is not None]
    open_ = [(n, f) for n, f in left if f.expected >= SMALL]
    if not open_:
        return None
    parts = [
        Text("{amount} i {which}", "{amount} in {which}").format(
            amount=in_millions(figure), which=quoted(alternative_name(results.study, name))
        )
        for name, figure in open_
    ]
    return Text(
        " Dette er det ingen som dekker, i millioner kroner: {parts}.",
        " This nobody pays for, in NOK million: {parts}.",
    ).format(parts=names(parts))


NOBODY_KNOWS = Text(
    "Ingen av de {every} forutsetningene er bekreftet av noen som vet. Alle er våre egne anslag, bygd på "
    "åpne kilder og egne vurderinger. ",
    "None of the {every} assumptions has been confirmed by somebody who knows. All are our own estimates, "
    "built on open sources and our own judgement. ",
)


def _not_commissioned(results: Results) -> tuple[Notice, ...]:
    """That nobody has asked for the study, and what it is then, in its own words."""
    assignment = results.study.assignment
    if assignment.commissioned:
        return ()
    heading = Text("Ingen har bedt om denne utredningen", "Nobody has asked for this study")
    return (Notice(heading, (Words(assignment.assignment),) if assignment.assignment is not None else ()),)


NOBODY_SPOKE = Text(
    "Verken etatene eller de frivillige organisasjonene har uttalt seg om alternativene. ",
    "Neither the agencies nor the voluntary organisations have commented on the alternatives. ",
)
NO_AGENCY_SPOKE = Text(
    "Ingen av etatene har uttalt seg om alternativene. ",
    "None of the agencies has commented on the alternatives. ",
)


def _nobody_asked(results: Results) -> Notice:
    study = results.study
    answered = sum(a.status == "answered" for a in study.assumptions.values())
    every = len(study.assumptions)
    invited = sum(i.invited is not None for i in study.involvement.values())
    heading = (
        Text("Ingen er spurt ennå", "Nobody has been asked yet")
        if not invited and not answered
        else Text(f"{invited} er invitert", f"{invited} {'has' if invited == 1 else 'have'} been invited")
    )
    text = (
        NOBODY_KNOWS.format(every=every)
        if not answered
        else Text(
            f"{answered} av {every} forutsetninger er besvart av noen som vet. Resten er våre egne anslag, "
            "bygd på åpne kilder og egne vurderinger. ",
            f"{answered} of {every} assumptions have been answered by somebody who knows. The rest are our "
            "own estimates, built on open sources and our own judgement. ",
        )
    )
    if not invited and results.compared:
        silent = NOBODY_SPOKE if _has_organisations(results.study) else NO_AGENCY_SPOKE
        text = Text(f"{text.nb}{silent.nb}", f"{text.en}{silent['en']}")
    more = onward("Se forutsetningene", "See the assumptions", "#assumptions")
    return Notice(heading, (Words(text), *more, *_requirements(results)))


def _has_organisations(study: Study) -> bool:
    return any(actor.kind == "ngo" and actor.exists for actor in study.actors.values())


def _requirements(results: Results) -> tuple[Piece, ...]:
    """How many of the assignment's requirements are met, and which are not."""
    every, left = results.study.assignment.requirements, unmet(results)
    if not every:
        return ()
    met = len(every) - len(left)
    told = Text(
        f"{met} av {len(every)} krav i oppdraget er oppfylt", f"{met} of {len(every)} requirements met"
    )
    lacking = names(quoted(one.text) for one in left)
    missing = (words("; ikke oppfylt: ", "; not met: "), Words(lacking)) if left else ()
    return (Words(told, "#requirements"), *missing, words(".", "."))


def _least_certain(results: Results) -> tuple[Paragraph, ...]:
    """The assumption that each alternative's own money hangs on most, for all of them in one sentence."""
    most = dict.fromkeys(drivers[0] for name in results.compared if (drivers := results.drivers.get(name)))
    if not most:
        return ()
    pieces: list[Piece] = [words("Kostnadene avhenger mest av: ", "The costs depend most on: ")]
    for number, key in enumerate(most):
        pieces += [words("; ", "; ")] if number else []
        pieces.append(Words(inside_sentence(results.study.assumptions[key].text), f"#assumption-{key}"))
    return (Paragraph((*pieces, words(".", "."))),)


def _today(results: Results) -> Paragraph:
    """Today's organisation in three sentences."""
    study = results.study
    state = administration(results.plans[results.zero].today)
    actors = sum(actor.exists for actor in study.actors.values())
    gaps = names(inside_sentence(task_name(study, task)) for task in state.gaps)
    undone, undecided, contested = len(state.gaps), len(state.undecided), len(state.contested)
    duties, bare, partly = len(study.duties), len(state.uncovered_duties), len(state.partly_covered_duties)
    text = Text(
        f"I dag er {len(study.tasks)} oppgaver delt mellom {actors} aktører. "
        f"Oppgaver ingen utfører: {undone}{f' ({gaps.nb})' if undone else ''}. Oppgaver ingen avgjør: "
        f"{undecided}. "
        f"Oppgaver flere avgjør: {contested}. Plikter: {duties}, av dem uten dekning: {bare}, delvis dekket: "
        f"{partly}. ",
        f"Today {len(study.tasks)} tasks are divided between {actors} actors. "
        f"Tasks nobody does: {undone}{f' ({gaps.en})' if undone else ''}. Tasks nobody decides: {undecided}. "
        f"Tasks several decide: {contested}. Duties: {duties}, of which without cover: {bare}, partly "
        f"covered: {partly}. ",
    )
    more = onward("Se dagens organisering", "See today's organisation", "#organisation")
    return Paragraph((Words(text), *more, *onward("Ord og kortnavn", "Words and short names", "#words")))
