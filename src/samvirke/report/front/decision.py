"""What the page ends in: what is to be decided, what the study says of it, and which decisions it takes."""

from __future__ import annotations

from collections.abc import Sequence

from samvirke.language import Text
from samvirke.report.annexes.obligations import MEANING
from samvirke.report.document import Paragraph, Words, words
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import both, inside_sentence, names, quoted, spelt
from samvirke.uncertainty.results import Results

ADOPTED = ("law", "regulation", "appropriation")  # what somebody else than the client may have to adopt
TO_BE_DECIDED = words("Til avgjørelse: ", "To be decided: ", strong=True)
ALL = Text("alle", "all")


def decision(results: Results) -> tuple[Paragraph, ...]:
    """The choice that is put to the reader, with the study's own reasons; none where there is no choice."""
    if not results.compared:
        return ()
    assignment = results.study.assignment
    reason = assignment.recommendation_reason
    pieces = (TO_BE_DECIDED, Words(_asked(results)), words(" ", " "), Words(reason), *_stop(reason))
    return (Paragraph((*pieces, *_adopted(results))),)


def _stop(text: Text) -> tuple[Words, ...]:
    return () if text.nb.endswith((".", "!", "?")) else (words(".", "."),)


def _asked(results: Results) -> Text:
    chosen, count = results.study.assignment.recommendation, len(results.compared)
    if chosen is not None:
        called = quoted(alternative_name(results.study, chosen))
        return Text(
            f"om {called.nb} skal følges, som utredningen anbefaler.",
            f"whether to follow {called['en']}, which the study recommends.",
        )
    if count == 1:
        return Text(
            "om det skal fortsette som i dag, eller om alternativet skal følges.",
            "whether to go on as today or follow the alternative.",
        )
    return Text(
        f"om det skal fortsette som i dag, eller hvilket av de {spelt(count, 'nb')} alternativene som skal "
        "følges.",
        f"whether to go on as today, or which of the {spelt(count, 'en')} alternatives to follow.",
    )


def _adopted(results: Results) -> tuple[Words, ...]:
    """Each kind of decision, with the alternatives that need it; of a recommended one only its own."""
    chosen = results.study.assignment.recommendation
    asked_of = results.compared if chosen is None else (chosen,)
    found = []
    for kind in ADOPTED:
        needed = [n for n in asked_of if any(o.kind == kind for o in results.plans[n].obligations)]
        what = inside_sentence(MEANING[kind])
        if needed and len(asked_of) == 1:
            found.append(what)
        elif needed:
            where = _where(results, asked_of, needed)
            found.append(Text("{what} i {where}", "{what} in {where}").format(what=what, where=where))
    if not found:
        return ()
    told = both(lambda language: "; ".join(one[language] for one in found))
    return (Words(Text(" Det kreves {told}.", " Needed: {told}.").format(told=told)),)


def _where(results: Results, every: Sequence[str], needed: Sequence[str]) -> Text:
    """Alternatives by name, or all but those that are named, whichever are fewer."""
    others = [name for name in every if name not in needed]
    if not others:
        return ALL
    if len(others) < len(needed):
        return Text("alle unntatt {others}", "all except {others}").format(others=_called(results, others))
    return _called(results, needed)


def _called(results: Results, alternatives: Sequence[str]) -> Text:
    return names(quoted(alternative_name(results.study, name)) for name in alternatives)
