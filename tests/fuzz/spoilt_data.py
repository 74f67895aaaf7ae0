"""Mutations of what a file says: values, fields, records and changes, some likely to be read and some not."""

import math
import random
from collections.abc import Callable
from typing import Any

from tests.fuzz.emitting import Raw
from tests.fuzz.material import NUMBERS, SHAPES, TEXTS, TOKENS, FieldPath, at, changes, donors, paths_of

from samvirke.study.records import is_id

Spoil = Callable[[Any, random.Random, tuple[str, ...]], Any]
REMOVED: Any = object()
MONTHS = (
    "2020-12",
    "2021-01",
    "2021-07",
    "2021-12",
    "2022-01",
    "2023-12",
    "2024-01",
    "1850-01",
    "2150-12",
    "2021",
)


def changed(data: Any, path: FieldPath, value: Any) -> Any:
    """The data with another value in one field; what is not touched is shared."""
    if not path:
        return value
    key, *rest = path
    new: Any = dict(data) if isinstance(data, dict) else list(data)
    if value is REMOVED and not rest:
        del new[key]
    else:
        new[key] = changed(data[key], tuple(rest), value)
    return new


def _place(data: Any, chance: random.Random) -> FieldPath:
    return chance.choice(paths_of(data) or [()])


def _strange(data: Any, chance: random.Random, _ids: tuple[str, ...]) -> Any:
    return changed(data, _place(data, chance), chance.choice(chance.choice((NUMBERS, TEXTS, SHAPES, TOKENS))))


def _removed(data: Any, chance: random.Random, _ids: tuple[str, ...]) -> Any:
    path = _place(data, chance)
    return changed(data, path, REMOVED) if path else None


def _given(data: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    """A value that stands in a field of the same name somewhere else, mostly with ids that the study has."""
    path = _place(data, chance)
    values = donors().get(path[-1] if path and isinstance(path[-1], str) else "-", ())
    if not values:
        return data
    value = chance.choice(values)
    return changed(data, path, _with_ids(value, chance, ids) if chance.random() < 0.6 else value)


def _added(data: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    """A field that a record need not have, or may not have."""
    places = [path for path in ((), *paths_of(data)) if isinstance(at(data, path), dict)]
    key = chance.choice(list(donors()))
    if not places or key == "-":
        return data
    place, value = chance.choice(places), chance.choice(donors()[key])
    value = _with_ids(value, chance, ids) if chance.random() < 0.6 else value
    return changed(data, place, {**at(data, place), key: value})


def _numbers(data: Any, chance: random.Random, _ids: tuple[str, ...]) -> Any:
    """A number a little or very much otherwise, or the other way round."""
    places = [path for path in paths_of(data) if isinstance(at(data, path), int | float)]
    if not places:
        return data
    place = chance.choice(places)
    value = at(data, place)
    factor = chance.choice((0.5, 0.9, 1.1, 2, 10, 1000, 1e6, 1e12, -1, 1e-6, 1e-12))
    scaled = value * factor
    whole = int(scaled) if math.isfinite(scaled) else value
    return changed(data, place, chance.choice((scaled, whole, chance.choice(NUMBERS))))


def _linked(data: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    """Another id where an id stands, or a month where a month does."""
    places = [path for path in paths_of(data) if isinstance(at(data, path), str)]
    if not places:
        return data
    place = chance.choice([path for path in places if at(data, path) in ids] or places)
    return changed(data, place, chance.choice((*ids, chance.choice(MONTHS))))


def _near(data: Any, chance: random.Random, _ids: tuple[str, ...]) -> Any:
    """A text that is nearly the same: a letter more or less, another case, a look-alike."""
    places = [path for path in paths_of(data) if isinstance(at(data, path), str) and at(data, path)]
    if not places:
        return data
    place = chance.choice(places)
    text = str(at(data, place))
    spot = chance.randrange(len(text))
    near = (
        text[:spot] + text[spot + 1 :], text[:spot] + text[spot] + text[spot:], text.upper(), text + " ",
        f" {text}",
        text.replace("e", "е"), text.replace("a", "а"), text.replace("-", "_"), f"../{text}", text + "\u200b",
        text[::-1], text * 50, f"{text}\n{text}", text + ".", text.replace("-", "\u2011"),
    )  # fmt: skip
    return changed(data, place, chance.choice(near))


def _renamed(data: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    """Another name for a field or a record; its place among the others is kept."""
    places = [path for path in paths_of(data) if isinstance(at(data, path[:-1]), dict)]
    if not places:
        return data
    place = chance.choice(places)
    names = (
        "id",
        "note",
        "from",
        "Æ",
        "2020",
        2020,
        "a b",
        "true",
        Raw("? [a]"),
        Raw("~"),
        "",
        "<<",
        "a" * 81,
    )
    new = chance.choice((*names, chance.choice(ids), chance.choice(list(donors()))))
    record = {(new if key == place[-1] else key): value for key, value in at(data, place[:-1]).items()}
    return changed(data, place[:-1], record)


def _doubled(data: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    """A record once more under another id, or an item of a list many times."""
    place = _place(data, chance)
    if not place:
        return data
    around, value = at(data, place[:-1]), at(data, place)
    if isinstance(around, dict):
        return changed(data, place[:-1], {**around, chance.choice((*ids, "one-more", "z")): value})
    return changed(data, place[:-1], [*around, *[value] * chance.choice((1, 1, 2, 50))])


def _shuffled(data: Any, chance: random.Random, _ids: tuple[str, ...]) -> Any:
    place = chance.choice([(), *paths_of(data)])
    value = at(data, place)
    if isinstance(value, dict):
        items = list(value.items())
        chance.shuffle(items)
        return changed(data, place, dict(items))
    if isinstance(value, list):
        return changed(data, place, chance.sample(value, len(value)))
    return data


def _copied(data: Any, chance: random.Random, _ids: tuple[str, ...]) -> Any:
    """What stands in one place in another too, also inside itself."""
    return changed(data, _place(data, chance), at(data, _place(data, chance)))


def _wrapped(data: Any, chance: random.Random, _ids: tuple[str, ...]) -> Any:
    place = _place(data, chance)
    value = at(data, place)
    inner = next(iter(value.values()), None) if isinstance(value, dict) else value
    inner = value[0] if isinstance(value, list) and value else inner
    deep = value
    for _ in range(chance.choice((5, 29, 30, 31, 60))):
        deep = [deep] if chance.random() < 0.5 else {"a": deep}
    choices = ([value], {"nb": value}, {"nb": value, "en": value}, {"value": value}, [value] * 3, inner, deep)
    return changed(data, place, chance.choice(choices))


def _formula(data: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    """Arithmetic where there is a number or the id of an assumption, mostly in no unit at all."""
    places = [
        path for path in paths_of(data) if path[-1] in ("formula", "value", "amount", "fte", "to", "volume")
    ]
    place = chance.choice(places) if places else _place(data, chance)
    return changed(data, place, _arithmetic(chance, ids, chance.choice((1, 2, 3, 8))))


def _arithmetic(chance: random.Random, ids: tuple[str, ...], depth: int) -> str:
    if depth == 0 or chance.random() < 0.3:
        return chance.choice(
            (*ids, "salary", "overhead", "post-cost", "1", "0", "2.5", "1e18", "-1", "1e-300")
        )
    left, right = (_arithmetic(chance, ids, depth - 1) for _ in range(2))
    return chance.choice(
        (f"({left} {chance.choice('+-*/')} {right})", f"{left} {chance.choice('+-*/')} {right}")
    )


def _change(data: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    """One more change of an alternative, or one changed, mostly with ids that the study has."""
    if not isinstance(data, dict) or not isinstance(data.get("changes"), list):
        return data
    new = dict(chance.choice(changes()))
    for key, value in new.items():
        if key not in ("id", "verb", "reason") and chance.random() < 0.8:
            new[key] = _with_ids(value, chance, ids)
    new["start"] = chance.choice((*MONTHS, "2021-07", "2021-01"))
    new["id"] = chance.choice((new.get("id"), f"new-{chance.randrange(9)}"))
    listed = list(data["changes"])
    listed.insert(chance.randrange(len(listed) + 1), new)
    return {**data, "changes": listed}


def _with_ids(value: Any, chance: random.Random, ids: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _with_ids(part, chance, ids) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_ids(part, chance, ids) for part in value]
    return chance.choice(ids) if isinstance(value, str) and is_id(value) and value not in ids else value


WAYS: tuple[Spoil, ...] = (
    _strange, _strange, _removed, _given, _given, _given, _added, _added, _numbers, _numbers, _numbers,
    _linked,
    _linked, _near, _renamed, _doubled, _shuffled, _copied, _wrapped, _formula, _change, _change,
)  # fmt: skip


def spoilt_data(data: Any, chance: random.Random, ids: tuple[str, ...]) -> tuple[str, Any]:
    """What was done, and the data after it; `ids` are those that the study has."""
    way = chance.choice(WAYS)
    return way.__name__.strip("_"), way(data, chance, ids)
