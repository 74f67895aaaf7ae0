"""Ids that lead nowhere, and ids that are used for two things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from samvirke.errors import Place, Problem
from samvirke.language import Text
from samvirke.quantities.expressions import Reference
from samvirke.study.alternative import Alternative
from samvirke.study.document import Document, FieldPath
from samvirke.study.files import FILES
from samvirke.study.known import known_ids
from samvirke.study.records import Link
from samvirke.study.suggestion import did_you_mean
from samvirke.study.walking import marked

MAX_LEVELS = 30
MAX_PROBLEMS = 200
# Ids of these kinds share one name space, because a change may name any of them.
ONE_NAME_SPACE = ("actor", "task", "line", "rule", "row")
NAMES: dict[str, Text] = {
    "actor": Text("en aktør", "an actor"),
    "task": Text("en oppgave", "a task"),
    "area": Text("et område", "an area"),
    "line": Text("en budsjettpost", "a budget line"),
    "rule": Text("en regel", "a rule"),
    "source": Text("en kilde", "a source"),
    "goal": Text("et mål", "a goal"),
    "challenge": Text("en utfordring", "a challenge"),
    "alternative": Text("et alternativ", "an alternative"),
    "package": Text("en pakke", "a package"),
    "assumption": Text("en forutsetning", "an assumption"),
    "group": Text("en gruppe", "a group"),
    "step": Text("et steg eller en utgang", "a step or an exit"),
    "funding": Text("en tilskuddsrad, `municipal` eller `own`", "a grant row, `municipal` or `own`"),
}
STANDS_IN: dict[str, str] = {
    "actor": "actors.yaml", "task": "tasks.yaml", "area": "study.yaml under areas", "line": "lines.yaml",
    "rule": "rules.yaml", "source": "sources.yaml", "goal": "study.yaml", "challenge": "challenges.yaml",
    "alternative": "alternatives/{name}.yaml", "package": "packages.yaml", "assumption": "assumptions.yaml",
    "group": "pathways.yaml", "step": "pathways.yaml", "funding": "spending.yaml",
}  # fmt: skip


def link_problems(
    parts: Mapping[str, Any], alternatives: Mapping[str, Alternative], documents: Mapping[str, Document]
) -> list[Problem]:
    """Every link that leads nowhere and every id with two meanings, in all files."""
    known = known_ids(documents)
    problems = list(_two_meanings(parts, alternatives, documents))
    dangling = _dangling_links(parts, alternatives, documents, known)
    problems.extend(islice(dangling, MAX_PROBLEMS))
    problems.extend(_circles(parts, documents))
    return problems


def _dangling_links(
    parts: Mapping[str, Any],
    alternatives: Mapping[str, Alternative],
    documents: Mapping[str, Document],
    known: Mapping[str, set[str] | None],
) -> Iterator[Problem]:
    for document, stem, record in _located(parts, alternatives, documents):
        for path, mark, value in marked(record):
            if isinstance(mark, Link):
                name, kind = value, mark.kind
            elif isinstance(value, Reference):
                name, kind = value.name, "assumption"
            else:
                continue
            ids = known[kind]
            if ids is not None and name not in ids:
                yield _dangling(document.place((*stem, *path)), name, kind, ids)
    tasks = known["task"]
    for task in parts["responsibilities"] or {}:
        if tasks is not None and task not in tasks:
            place = documents["responsibilities.yaml"].place((task,))
            yield _dangling(place, task, "task", tasks)


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
    file = file.format(name=name)
    otherwise = Text(f"Skriv det i {file}, eller rett id-en.", f"Write it in {file}, or mend the id.")
    text = Text(f"`{name}` er ikke id-en til {kind_text.nb}", f"`{name}` is not the id of {kind_text['en']}")
    return Problem(place, text, did_you_mean(name, known, otherwise))


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
    """Actors that belong to themselves, grants that fund themselves, and chains longer than any real one."""
    chains = (
        ("actors", "parent", {key: actor.parent for key, actor in (parts["actors"] or {}).items()}),
        ("spending", "funded_by", {key: row.funded_by for key, row in (parts["spending"] or {}).items()}),
    )
    for name, field, above in chains:
        for key in above:
            chain = [key]
            while (current := above.get(chain[-1])) is not None and current not in chain:
                chain.append(current)
                if len(chain) > MAX_LEVELS:
                    yield _too_many_levels(documents[f"{name}.yaml"].place((key, field)), key)
                    return
            # Told once for each circle, at the first of its members in the file.
            if current == key and key == min(chain, key=list(above).index):
                yield Problem(
                    documents[f"{name}.yaml"].place((key, field)),
                    Text(f"`{key}` ender over seg selv", f"`{key}` ends up above itself"),
                    Text(f"Bryt ringen ved å endre `{field}`.", f"Break the circle by changing `{field}`."),
                )


def _too_many_levels(place: Place, key: str) -> Problem:
    return Problem(
        place,
        Text(
            f"det er mer enn {MAX_LEVELS} ledd over `{key}`",
            f"there are more than {MAX_LEVELS} levels above `{key}`",
        ),
        Text(
            "Se om rekken går i ring, eller gjør den kortere.",
            "See whether the chain is a circle, or make it shorter.",
        ),
    )
