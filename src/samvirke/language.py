"""Text in bokmål and English, and numbers as each language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["nb", "en"]
LANGUAGES: tuple[Language, ...] = ("nb", "en")

NO_BREAK_SPACE = "\u00a0"
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; `en` is None when a study has it in bokmål only."""

    nb: str
    en: str | None = None

    def __getitem__(self, language: Language) -> str:
        """The text in `language`; bokmål where the English is missing."""
        return self.nb if language == "nb" or self.en is None else self.en

    def lacks(self, language: Language) -> bool:
        """Whether a reader of `language` meets the other language here."""
        return language == "en" and self.en is None

    def format(self, **values: object) -> Text:
        """Both languages with `{name}` filled in; a `Text` value is put in by language."""

        def filled(language: Language, template: str) -> str:
            chosen = {k: v[language] if isinstance(v, Text) else v for k, v in values.items()}
            return template.format(**chosen)

        return Text(filled("nb", self.nb), None if self.en is None else filled("en", self.en))


def number(value: float, language: Language, decimals: int = 0) -> str:
    r"""A number as Norwegians or the English write it: no-break thousands, decimal comma or point.

    >>> number(-1234.5, "nb", 1)
    '−1\xa0234,5'
    >>> number(-1234.5, "en", 1)
    '−1,234.5'
    """
    plain = f"{abs(value):,.{decimals}f}"
    if language == "nb":
        plain = plain.replace(",", NO_BREAK_SPACE).replace(".", ",")
    is_zero = not any(digit in plain for digit in "123456789")
    return plain if value >= 0 or is_zero else MINUS + plain


def short_number(value: float, language: Language) -> str:
    """A number with the digits it needs, six at most, as a message quotes it.

    >>> short_number(1.25, "nb"), short_number(1.25, "en"), short_number(3, "nb")
    ('1,25', '1.25', '3')
    """
    plain = f"{value:g}"
    return plain.replace(".", ",") if language == "nb" else plain


def listed(parts: list[str] | tuple[str, ...], language: Language) -> str:
    """Parts joined as in a sentence: “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    last = "og" if language == "nb" else "and"
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
