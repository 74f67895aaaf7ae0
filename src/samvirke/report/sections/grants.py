"""Half a page on the grant scheme: how it is run today, what is wrong with it, what alternatives change."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import Text
from samvirke.report.document import (
    Block,
    Break,
    Cell,
    Column,
    Paragraph,
    Piece,
    Points,
    Section,
    Table,
    Words,
    cell,
    words,
)
from samvirke.report.words.grants import NOT_KNOWN, WHAT
from samvirke.report.words.naming import actor_name, line_name, row_name, short_name
from samvirke.report.words.references import basis, sources
from samvirke.report.words.states import State, short_in, states
from samvirke.report.words.wording import (
    SMALL,
    both,
    in_millions,
    inside_sentence,
    linked,
    names,
    quoted,
    told,
)
from samvirke.study.grants import GrantScheme, Weakness
from samvirke.study.schemes import administrators, foreign_ministries, has_new_decider, lines_of, rows_of
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def grant_schemes_in_short(results: Results) -> tuple[Section, ...]:
    """Each scheme in half a page; nothing when the study describes none."""
    schemes = results.study.grant_schemes.values()
    return tuple(_in_short(results, scheme, alone=len(schemes) == 1) for scheme in schemes)


def _in_short(results: Results, scheme: GrantScheme, *, alone: bool) -> Section:
    heading = Text("Tilskuddsordningen", "The grant scheme") if alone else scheme.name
    blocks: list[Block] = [_today(results, scheme)]
    if scheme.history:
        blocks.append(Points(tuple(_event(results.study, scheme, n) for n in range(len(scheme.history)))))
    if scheme.weaknesses:
        blocks.append(_heading("Svakheter, og hvem som har sagt det", "Weaknesses, and who has said so"))
        blocks.append(Points(tuple(_weakness(results.study, one) for one in scheme.weaknesses)))
    blocks += [*_gaps(results.study, scheme), _changes(results, scheme)]
    more = words("Se alt vi vet om ordningen", "See all we know of the scheme", f"#scheme-{scheme.id}")
    blocks.append(Paragraph((more, words(".", "."))))
    return Section(f"grants-{scheme.id}", heading, tuple(blocks))


def _heading(nb: str, en: str) -> Paragraph:
    return Paragraph((words(nb, en, strong=True),))


def _today(results: Results, scheme: GrantScheme) -> Paragraph:
    """Who decides, who does the work, which line pays, and how much the study reckons with."""
    study = results.plans[results.zero].final
    pieces: list[Piece] = [Words(quoted(scheme.name)), words(" ", " "), Words(_run_by(study, scheme))]
    pieces.append(Words(_paid_from(study, scheme)))
    if scheme.recipients is not None:
        pieces += [
            words(" Mottakere: ", " Recipients: "),
            Words(inside_sentence(scheme.recipients.text)),
            words(".", "."),
        ]
    amounts = list(_amounts(results, scheme))
    if amounts:
        reckoned = words(" Utredningen regner i året med: ", " The study reckons a year with: ")
        pieces += [reckoned, *amounts]
        pieces.append(words(".", "."))
    if scheme.source:
        pieces += [words(" (", " ("), *sources(study, scheme.source), words(")", ")")]
    return Paragraph(tuple(pieces))


def _run_by(study: Study, scheme: GrantScheme) -> Text:
    parts = study.responsibility(scheme.task)
    if not parts.decides and not parts.doers:
        return Text("forvaltes ikke av noen.", "is administered by nobody.")
    nobody = [Text("ingen", "nobody")]
    doers = names([actor_name(study, one) for one in parts.doers] or nobody)
    deciders = names([actor_name(study, one) for one in parts.decides] or nobody)
    if parts.decides == parts.doers:
        return Text(
            f"forvaltes av {doers.nb}, som også avgjør søknadene.",
            f"is administered by {doers['en']}, which also decides the applications.",
        )
    return Text(
        f"forvaltes av {doers.nb}; {deciders.nb} avgjør søknadene.",
        f"is administered by {doers['en']}; {deciders['en']} decides the applications.",
    )


def _paid_from(study: Study, scheme: GrantScheme) -> Text:
    lines = [study.lines[line] for line in lines_of(study, scheme)]
    if not lines:
        return Text(
            " Hvilken post den betales fra, er ikke kjent.", " The line it is paid from is not known."
        )
    called = names(inside_sentence(line_name(line)) for line in lines)
    holders = names(actor_name(study, one) for one in dict.fromkeys(line.holder for line in lines))
    return Text(
        f" Pengene står på {called.nb}, som {holders.nb} disponerer.",
        f" The money stands on {called['en']}, at the disposal of {holders['en']}.",
    )


def _amounts(results: Results, scheme: GrantScheme) -> Iterator[Piece]:
    """The rows of the scheme with what each comes to, leading to what that rests on."""
    found = [
        (row.id, figure)
        for row in rows_of(results.study, scheme)
        if (figure := results.figure(results.zero, f"today.row.{row.id}")) is not None
    ]
    for number, (row, figure) in enumerate(found):
        yield words("; ", "; ") if number else words("", "")
        name, amount = inside_sentence(row_name(results.study, row)), told(figure)
        yield words(f"{name.nb} ", f"{name['en']} ")
        yield linked(figure, Text(f"{amount.nb} mill. kr", f"NOK {amount['en']} million"))


def _event(study: Study, scheme: GrantScheme, number: int) -> tuple[Piece, ...]:
    event = scheme.history[number]
    cited = sources(study, event.source)
    year = words(f"{event.year}: ", f"{event.year}: ", strong=True)
    return (year, Words(event.text), *((words(" (", " ("), *cited, words(")", ")")) if cited else ()))


def _weakness(study: Study, weakness: Weakness) -> tuple[Piece, ...]:
    """What is wrong, then who said so, or that it is our own judgement."""
    said = sources(study, weakness.said_by)
    own = basis(study, weakness)
    return (
        Words(weakness.text),
        *((words(" Sagt av: ", " Said by: "), *said, words(".", ".")) if said else ()),
        *((words(" ", " "), *own) if own else ()),
    )


def _gaps(study: Study, scheme: GrantScheme) -> Iterator[Block]:
    """What the rules lack, and what is not known; both in a sentence."""
    lacking = [WHAT[name] for name in WHAT if name in scheme.lacks]
    if lacking:
        told_of = names(lacking)
        heading = words("Mangler i regelverket: ", "Lacking in the rules: ", strong=True)
        yield Paragraph((heading, words(f"{told_of.nb}.", f"{told_of['en']}.")))
    unknown = [what for name, what in WHAT.items() if not scheme.has(name) and name not in scheme.lacks]
    said = [one.text for one in scheme.not_known]
    if unknown or said:
        by_name = [names(unknown)] if unknown else []
        heading = words("Ikke kjent: ", "Not known: ", strong=True)
        every = both(lambda language: "; ".join(one[language] for one in (*by_name, *said)))
        cited = sources(study, dict.fromkeys(key for one in scheme.not_known for key in one.source))
        after = (words(" (", " ("), *cited, words(")", ")")) if cited else ()
        yield Paragraph((heading, words(f"{every.nb}.", f"{every['en']}."), *after))


def _changes(results: Results, scheme: GrantScheme) -> Table:
    """Today and the alternatives; those under which the scheme is alike in one row."""
    every = states(results)
    alike: dict[tuple[Cell, ...], list[Text]] = {}
    for state in every:
        alike.setdefault(_as_it_is(results, scheme, every, state), []).append(state.heading)
    rows = tuple((cell(names(headings)), *cells) for cells, headings in alike.items())
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Alternativ", "Alternative"),
            ("Forvalter", "Administrator"),
            ("Post", "Item"),
            ("Klageinstans", "Appeals go to"),
            ("Må departementer avklare ansvaret?", "Must ministries divide the responsibility?"),
            ("Tilskudd som blir drift", "Grants that become operations"),
        )
    )
    caption = Text("Ordningen i dag og under alternativene", "The scheme today and under the alternatives")
    return Table(caption, columns, rows)


def _as_it_is(
    results: Results, scheme: GrantScheme, every: tuple[State, ...], state: State
) -> tuple[Cell, ...]:
    today, then = every[0].study, state.study
    run_by = names(short_in((state, *every), one) for one in administrators(then, scheme))
    lines = names(line_name(then.lines[line]) for line in lines_of(then, scheme))
    return (
        cell(run_by if run_by.nb else Text("Ingen", "Nobody")),
        cell(lines if lines.nb else NOT_KNOWN),
        _appeals(results, scheme, state, new=has_new_decider(today, then, scheme)),
        _ministries(results, scheme, state),
        _turned(results, state),
    )


def _appeals(results: Results, scheme: GrantScheme, state: State, *, new: bool) -> Cell:
    chosen = results.study.alternatives[state.id].grant_administrator if new else None
    body = chosen.appeal_body if chosen is not None else None
    if body is not None:
        proposed = Text("{body} (forslag)", "{body} (proposal)")
        return cell(proposed.format(body=short_name(state.study, body)))
    if new:
        return cell(Text("Ikke sagt", "Not said"), tone="bad")
    current = state.study.grant_schemes[scheme.id].appeal_body
    return cell(NOT_KNOWN if current is None else short_name(state.study, current))


def _ministries(results: Results, scheme: GrantScheme, state: State) -> Cell:
    """Regulations on Financial Management in Central Government, 6.2.4."""
    found = foreign_ministries(state.study, scheme)
    if not found:
        return cell(Text("Nei", "No"))
    named = dict.fromkeys(one for pair in found for one in pair)
    two = names(short_name(state.study, one) for one in named)
    who = Text(f"Ja: {two.nb}", f"Yes: {two['en']}")
    written = results.study.alternatives.get(state.id)
    chosen = written.grant_administrator if written is not None else None
    if scheme.responsibility is not None or (chosen is not None and chosen.responsibility is not None):
        more = words("se forslaget", "see the proposal", f"#scheme-{scheme.id}")
        return cell(who, words("; ", "; "), more, tone="doubt")
    return cell(who, Break(), words("ikke sagt hvordan", "not said how"), tone="bad")


def _turned(results: Results, state: State) -> Cell:
    figure = results.figure(state.id, "funding.grants_to_operations")
    if figure is None or figure.expected < SMALL:
        return cell(Text("Ingen", "None"))
    amount = in_millions(figure)
    text = Text(f"{amount.nb} mill. kr i alt", f"NOK {amount['en']} million in all")
    return cell(linked(figure, text), tone="doubt")
