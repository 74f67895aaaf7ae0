"""EVD109: a judgement of ours reads as if a body had said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import inside, records
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

SAYS = re.compile(
    r"\b(?:mener|sier|opplyser|anslår|uttaler|hevder|vurderer|ønsker|oppgir|tror|forventer|bekrefter|svarer"
    r"|says|believes|estimates|states|thinks|holds|claims|expects|confirms|considers|answers)\b"
)
BY = re.compile(r"\b(?:ifølge|according to)\b", re.IGNORECASE)
WORD = re.compile(r"[\w.&/-]+")
LONGEST = 8  # words of a name


def _names(study: Study) -> dict[tuple[str, ...], str]:
    """The names of the bodies, word by word, and their short names in brackets."""
    found: dict[tuple[str, ...], str] = {}
    for key, actor in study.actors.items():
        for name in (actor.name.nb, actor.name["en"]):
            for one in (name.split("(")[0], *re.findall(r"\(([^()]*)\)", name)):
                found.setdefault(tuple(_words(one)), key)
    found.pop((), None)
    return found


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _speaker(said: Text, names: dict[tuple[str, ...], str]) -> str | None:
    """The body that the text says thinks or says something, in either language."""
    for text in {said.nb, said["en"]}:
        before = [_words(text[: verb.start()])[-LONGEST:] for verb in SAYS.finditer(text)]
        after = [_words(text[verb.end() :])[:LONGEST] for verb in BY.finditer(text)]
        ends = [tuple(words[n:]) for words in before for n in range(len(words))]
        starts = [tuple(words[:n]) for words in after for n in range(len(words), 0, -1)]
        found = next((names[one] for one in (*ends, *starts) if one in names), None)
        if found is not None:
            return found
    return None


class JudgementReadAsStatement(Rule):
    """A judgement that says what a body of the study thinks, with no source and no answer behind it."""

    code, name, severity = "EVD109", "judgement-read-as-statement", "should"
    summary = Text(
        "Et eget skjønn leses som om en aktør hadde sagt det.",
        "A judgement of ours reads as if a body had said it.",
    )
    why = Text(
        "Leseren tror at aktøren er spurt og har svart. Da får et anslag en tyngde det ikke har, og "
        "aktøren får ord i munnen.",
        "The reader believes that the body was asked and has answered. The estimate then gets a "
        "weight that it does not have, and words are put in the body's mouth.",
    )
    example = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {judgement: Politiet mener at kontoret har tre årsverk}"
    )
    good = (
        "assumptions.yaml:\n"
        "  assumptions:\n"
        "    desk-fte: {judgement: Kontoret har plass til tre og har hatt færre}"
    )
    remedy = Text(
        "Skriv hvorfor dere selv tror det, eller vis til kilden i `source` hvis aktøren har sagt det.",
        "Say why you yourselves believe it, or cite the source in `source` if the body did say so.",
    )
    source = Text(
        "Prosjektets egen regel: et anslag leses aldri som om aktøren hadde sagt det.",
        "The project's own rule: an estimate never reads as if the actor had said it.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every judgement in which a verb of saying or thinking stands by the name of a body."""
        names = _names(study)
        answered = {answer.to for body in study.involvement.values() for answer in body.answers}
        for file, stem, record in records(study):
            for path, value in inside(record, stem):
                said = getattr(value, "judgement", None)
                if isinstance(said, Text) and not getattr(value, "source", ()):
                    key = str(getattr(value, "id", path[-1] if path else file))
                    body = _speaker(said, names)
                    if body is not None and key not in answered:
                        nb = f"skjønnet i `{key}` leses som noe `{body}` har sagt"
                        en = f"the judgement in `{key}` reads as something `{body}` has said"
                        yield self.finding(study, file, (*path, "judgement"), nb, en, subject=key)
