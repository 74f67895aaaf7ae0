"""Where long words may be broken in narrow columns: browsers do not all know how to in bokmål."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from samvirke.language import Language

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\u00ad"
LONG_WORD = re.compile(r"[^\W\d_]{10,}")
DICTIONARIES: dict[Language, str] = {"nb": "nb_NO", "en": "en_GB"}
LEAST_LEFT, LEAST_RIGHT = 4, 4  # letters that stay together at either end of a word


def breakable(text: str, language: Language) -> str:
    """The text with soft hyphens where its long words may be broken."""
    return LONG_WORD.sub(lambda found: _inserted(found[0], language), text)


@cache
def _inserted(word: str, language: Language) -> str:
    return str(_dictionary(language).inserted(word, SOFT_HYPHEN))


@cache
def _dictionary(language: Language) -> Pyphen:
    from pyphen import Pyphen  # a slow import that only a rendered report needs

    return Pyphen(lang=DICTIONARIES[language], left=LEAST_LEFT, right=LEAST_RIGHT)
