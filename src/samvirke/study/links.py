"""Ids that lead nowhere, and ids that are used for two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samvirke.errors import Place, Problem, nearest
from samvirke.language import Text
from samvirke.study.alternative import Alternative
from samvirke.study.document import Document, FieldPath
from samvirke.study.files import FILES
from samvirke.study.money import FUNDED_ELSEWHERE
from samvirke.study.records import Quantity
from samvirke.study.walking import marked

# Ids of these kinds share one name space, because a change may name any of them.
ONE_NAME_SPACE = ("actor", "task", "line", "rule", "row")
NAMES: dict[str, Text] = {
    "actor": Text("en aktør", "an actor"),
    "task": Text("en oppgave", "a task"),
    "line": Text("en budsjettpost", "a budget line"),
    "row": Text("en utgiftsrad", "a spending row"),
    "rule": Text("en regel", "a rule"),
    "source": Text("en kilde", "a source"),
    "goal": Text("et mål", "a goal"),
    "challenge": Text("en utfordring", "a challenge"),
    "alternative": Text("et alternativ", "an alternative"),
    "assumption": Text("en forutsetning", "an assumption"),
    "group": Text("en gruppe", "a group"),
    "step": Text("et steg eller en utgang", "a step or an exit"),
    "funding": Text("en tilskuddsrad, `municipal` eller `own`", "a grant row, `municipal` or `own`"),
}
STANDS_IN: dict[str, str] = {
    "actor": "actors.yaml", "task": "tasks.yaml", "line": "lines.yaml", "row": "spending.yaml",
    "rule": "rules.yaml", "source": "sources.yaml", "goal": "study.yaml", "challenge": "challenges.yaml",
    "alternative": "alternatives/", "assumption": "assumptions.yaml", "group": "pathways.yaml",
    "step": "pathways.yaml", "funding": "spending.yaml",
}  # fmt: skip


def link_problems(
    parts: Mapping[str, Any], alternatives: Mapping[str, Alternative], documents: Mapping[str, Document]
) -> list[Problem]:
    """Every link that leads nowhere and every id with two meanings, in all files."""
    known = _known(parts, alternatives)
    problems = list(_two_meanings(parts, alternatives, documents))
    for document, stem, record in _located(parts, alternatives, documents):
        for path, mark, value in marked(record):
            full = (*stem, *path)
            if isinstance(mark, Quantity):
                name = getattr(value, "name", None)
                kind = "assumption" if name is not None else None
            else:
                name, kind = value, mark.kind
            if kind is not None and name not in known[kind]:
                problems.append(_dangling(document.place(full), name, kind, known[kind]))
    for task in parts["responsibilities"] or {}:
        if task not in known["task"]:
            place = documents["responsibilities.yaml"].place((task,))
            problems.append(_dangling(place, task, "task", known["task"]))
    problems.extend(_circles(parts, documents))
    return problems


def _known(parts: Mapping[str, Any], alternatives: Mapping[str, Alternative]) -> dict[str, set[str]]:
    known = {file.kind: set(parts[file.name] or {}) for file in FILES if file.kind}
    assumed, pathways, study = parts["assumptions"], parts["pathways"], parts["study"]
    known["assumption"] = set(assumed.assumptions) if assumed else set()
    for alternative in alternatives.values():
        known["assumption"] |= set(alternative.assumptions)
    known["goal"] = set(study.goals) if study else set()
    known["alternative"] = set(alternatives)
    known["group"] = set(pathways.groups) if pathways else set()
    known["step"] = {*pathways.steps, *pathways.exits} if pathways else set()
    known["funding"] = known["row"] | set(FUNDED_ELSEWHERE)
    return known


Located = tuple[Document, FieldPath, Any]


def _located(
    parts: Mapping[str, Any], alternatives: Mapping[str, Alternative], documents: Mapping[str, Document]
) -> Iterator[Located]:
    for file in FILES:
        content, document = parts[file.name], documents.get(file.path)
        if document is None or content is None:
            continue
        if file.form == "map":
            yield from ((document, (key,), record) for key, record in content.items())
        elif file.form == "list":
            yield from ((document, (index,), record) for index, record in enumerate(content))
        else:
            yield document, (), content
    for key, alternative in alternatives.items():
        yield documents[f"alternatives/{key}.yaml"], (), alternative


def _dangling(place: Place, name: str, kind: str, known: set[str]) -> Problem:
    kind_text, file = NAMES[kind], STANDS_IN[kind]
    guess = nearest(name, sorted(known))
    remedy = (
        Text(f"Mente du `{guess}`?", f"Did you mean `{guess}`?")
        if guess
        else Text(f"Skriv den i {file}, eller rett id-en.", f"Write it in {file}, or mend the id.")
    )
    text = Text(f"`{name}` er ikke id-en til {kind_text.nb}", f"`{name}` is not the id of {kind_text['en']}")
    return Problem(place, text, remedy)


def _two_meanings(
    parts: Mapping[str, Any], alternatives: Mapping[str, Alternative], documents: Mapping[str, Document]
) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for file in FILES:
        if file.kind in ONE_NAME_SPACE:
            for key in parts[file.name] or {}:
                if key in first:
                    yield _used_twice(documents[file.path].place((key,)), key, first[key])
                first.setdefault(key, file.path)
    assumed = dict.fromkeys(
        parts["assumptions"].assumptions if parts["assumptions"] else {}, "assumptions.yaml"
    )
    for name, alternative in alternatives.items():
        path = f"alternatives/{name}.yaml"
        for key in alternative.assumptions:
            if key in assumed:
                yield _used_twice(documents[path].place(("assumptions", key)), key, assumed[key])
            assumed.setdefault(key, path)


def _used_twice(place: Place, key: str, file: str) -> Problem:
    return Problem(
        place,
        Text(f"id-en `{key}` er allerede brukt i {file}", f"the id `{key}` is already used in {file}"),
        Text("Gi den ene en annen id.", "Give one of them another id."),
    )


def _circles(parts: Mapping[str, Any], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Actors that belong to themselves, and grants that fund themselves."""
    chains = (
        ("actors", "parent", {key: actor.parent for key, actor in (parts["actors"] or {}).items()}),
        ("spending", "funded_by", {key: row.funded_by for key, row in (parts["spending"] or {}).items()}),
    )
    for name, field, above in chains:
        for key in above:
            current, steps = above.get(key), 0
            while current is not None and current != key and steps <= len(above):
                current, steps = above.get(current), steps + 1
            if current == key:
                yield Problem(
                    documents[f"{name}.yaml"].place((key, field)),
                    Text(f"`{key}` ender over seg selv", f"`{key}` ends up above itself"),
                    Text(f"Bryt ringen ved å endre `{field}`.", f"Break the circle by changing `{field}`."),
                )
