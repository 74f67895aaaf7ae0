"""What each verb does. One module a verb, each with one function `apply`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samvirke.alternatives.book import Book
from samvirke.alternatives.situation import Situation
from samvirke.alternatives.verbs import (
    agree,
    assign,
    close,
    empower,
    establish,
    merge,
    move,
    set_,
    staff,
    transfer,
)

APPLY: dict[str, Callable[[Any, Situation, Book], Situation]] = {
    "establish": establish.apply,
    "close": close.apply,
    "move": move.apply,
    "merge": merge.apply,
    "assign": assign.assign,
    "release": assign.release,
    "transfer": transfer.apply,
    "staff": staff.apply,
    "agree": agree.apply,
    "empower": empower.empower,
    "withdraw": empower.withdraw,
    "set": set_.apply,
}
