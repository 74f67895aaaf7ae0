"""What differs between two studies, told in words: one line for each difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from samvirke.language import NO_BREAK_SPACE, Language, Text, number
from samvirke.report.words.wording import both
from samvirke.study.difference import Difference, Kind
from samvirke.study.files import FILES
from samvirke.study.shown import shown

LONGEST = 60
AROUND = 24  # how much of a long text is shown on each side of where two versions part
FORMS = {one.path: one.form for one in FILES}
DONE: dict[Kind, Text] = {
    "added": Text("er lagt til", "is added"),
    "removed": Text("er fjernet", "is removed"),
    "changed": Text("er endret", "is changed"),
}
# Fields whose keys are ids, and what one of them is called; the word is left out where the id says enough.
CALLED: dict[str, Text] = {
    "assumptions": Text("", ""),
    "changes": Text("endringen", "the change"),
    "answers": Text("svaret på", "the answer to"),
    "requirements": Text("kravet", "the requirement"),
    "goals": Text("målet", "the goal"),
    "dimensions": Text("dimensjonen", "the dimension"),
    "values": Text("verdien", "the value"),
}


def by_file(found: Iterable[Difference]) -> dict[str, tuple[Text, ...]]:
    """The differences in words, under the file that each is in."""
    told_in: dict[str, tuple[Text, ...]] = {}
    for difference in found:
        told_in[difference.file] = (*told_in.get(difference.file, ()), told(difference))
    return told_in


def told(difference: Difference) -> Text:
    """One difference in a line, without the file's name."""
    if difference.file.startswith("texts/"):
        return _section(difference)
    if not difference.path and FORMS.get(difference.file) != "list":
        return _whole(difference)
    return both(lambda language: _field(difference, language))


def _section(difference: Difference) -> Text:
    if difference.before is not None:
        return Text("rekkefølgen på avsnittene er endret", "the order of the sections is changed")
    done = DONE[difference.kind]
    if not difference.path:
        return _whole(difference)
    (heading,) = difference.path
    if not heading:
        return Text(
            f"det som står før første overskrift, {done.nb}",
            f"what stands before the first heading {done['en']}",
        )
    return Text(f"avsnittet «{heading}» {done.nb}", f"the section “{heading}” {done['en']}")


def _whole(difference: Difference) -> Text:
    done = DONE[difference.kind]
    name = difference.after if difference.kind == "added" else difference.before
    called = both(lambda language: _called(name, language))
    return Text(f"hele filen {done.nb}{called.nb}", f"the whole file {done['en']}{called['en']}")


def _called(record: Any, language: Language) -> str:
    """The name of a record, in brackets, where it has one."""
    for field in ("name", "title", "text"):
        if isinstance(record, Mapping) and field in record:
            return f" ({shown(_in(record[field], language), LONGEST)})"
    return ""


def _field(difference: Difference, language: Language) -> str:
    subject = _subject(difference, language)
    before, after = difference.before, difference.after
    done = DONE[difference.kind][language]
    if difference.kind != "changed":
        item = before if difference.kind == "removed" else after
        if subject.endswith("`"):
            return f"{subject} {done}{_called(item, language)}"
        return f"{subject}: {value(item, language)} {done}"
    if isinstance(before, list | tuple):
        order = Text("står i en annen rekkefølge", "stands in another order")[language]
        return f"{subject} {order}: {value(after, language)}"
    if _is_prose(before) and _is_prose(after):
        old, new = _parting(before, after)
        quote = Text("«{}»", "“{}”")[language]
        old, new = quote.format(old), quote.format(new)
    else:
        old, new = value(before, language), value(after, language)
    return f"{subject} {Text('fra', 'from')[language]} {old} {Text('til', 'to')[language]} {new}"


def _subject(difference: Difference, language: Language) -> str:
    """The record and the field: ids in backticks, fields inside one another with points between."""
    parts: list[str] = []
    names: list[str] = []
    is_id = FORMS.get(difference.file) == "map"
    for depth, name in enumerate(difference.path, 1):
        holds_ids = not is_id and name in CALLED and depth < len(difference.path)
        if is_id:
            parts.append(f"`{name}`")
        elif holds_ids:
            word = CALLED[name][language]
            parts += [".".join(names), f", {word}" if parts and word else word]
            names = []
        else:
            names.append(name)
        is_id = holds_ids
    found = [part for part in (*parts, ".".join(names)) if part]
    return " ".join(found).replace(" , ", ", ") or Text("en oppføring", "a record")[language]


def value(written: Any, language: Language) -> str:
    """A value as the file writes it, but numbers as the language does; long ones cut short."""
    return shown(_in(written, language), LONGEST)


def _in(written: Any, language: Language) -> str:
    if isinstance(written, bool) or written is None:
        return shown(written)
    if isinstance(written, int | float):
        return _number(written, language)
    if _is_text(written):
        return str(written.get(language, written["nb"]))
    if isinstance(written, Mapping):
        return "; ".join(f"{key}: {_in(inner, language)}" for key, inner in written.items())
    if isinstance(written, list | tuple):
        return ", ".join(_in(inner, language) for inner in written)
    return str(written)


def _number(written: float, language: Language) -> str:
    """As many decimals as are written; years and other whole numbers under ten thousand without a gap."""
    if isinstance(written, int):
        return (
            str(written) if abs(written) < 10_000 else number(written, language).replace(NO_BREAK_SPACE, " ")
        )
    text = repr(written)
    if "e" in text:
        return text
    return number(written, language, len(text.partition(".")[2].rstrip("0"))).replace(NO_BREAK_SPACE, " ")


def _is_text(written: Any) -> bool:
    return isinstance(written, Mapping) and "nb" in written and set(written) <= {"nb", "en"}


def _is_prose(written: Any) -> bool:
    """Whether a value is more than a word: quoted, so that it does not run into the sentence."""
    return isinstance(written, str) and " " in written


def _parting(before: str, after: str) -> tuple[str, str]:
    """Two texts from a little before they part to a little after they meet again; whole when short."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    start = max(_alike(before, after) - AROUND, 0)
    tail = _alike(before[start:][::-1], after[start:][::-1])
    kept = max(tail - AROUND, 0)
    return _cut(before, start, kept), _cut(after, start, kept)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(text: str, start: int, kept: int) -> str:
    """A stretch of a text at whole words, with dots where something is left out."""
    end = len(text) - kept
    if start:
        start = text.find(" ", start, start + AROUND) + 1 or start
    if kept:
        end = max(text.rfind(" ", end - AROUND // 2, end), start) if " " in text[start:end] else end
    body = shown(text[start:end], LONGEST)
    return f"{'… ' * bool(start)}{body}{' …' * (kept > 0 and not body.endswith('…'))}"
