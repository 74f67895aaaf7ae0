"""EVD106: a number is typed straight into a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.errors import Place
from samvirke.language import Text
from samvirke.study.study import Study

MONTH = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
REFERENCE = (
    r"§|\b(?:artikkel|article|art|kapittel|chapter|kap|punkt|section|pkt|NOU|Prop|Meld|Innst|Dok|Ot)\b"
)
# What may hold digits: bindings, code, links, references and dates.
ALLOWED = re.compile(
    rf"""\{{\{{[^{{}}]*\}}\}}                                  # a bound figure
    |`[^`\n]*`                                                 # an id
    |\[[^\[\]]*\](?:\([^()\s]*\))?                             # a reference in brackets, or a link
    |\((?=[^()]*(?:{REFERENCE}|(?:19|20)\d\d))[^()]*\)         # a reference in round brackets
    |^[ \t]*(?:\#+[ \t]*\d[\d.]*|\d+[.)])\s                    # a numbered heading or list
    |§+\s?\d+(?:[-–]\d+)*                                      # a section of law
    |\b(?:kapittel|kap\.|post|chapter|item|artikkel|article|art\.|punkt|section)\s\d+(?:[-.–]\d+)*
    |(?<!\d)(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)                 # 2020-12-31
    |(?<!\d)\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?!\d)                # 31.12.2020
    |(?<!\d)\d{{1,2}}\.?\s(?:{MONTH})\b(?:\s\d{{4}})?          # 31. desember 2020
    |\b(?:{MONTH})\s\d{{1,2}}(?:,\s\d{{4}})?(?!\d)             # December 31, 2020
    |(?<![\d.,])(?:19\d\d|20\d\d|2100)(?!\d|[.,]\d)            # a year
    """,
    re.VERBOSE | re.MULTILINE,
)
BLANK = re.compile(r"[^\n]")
NUMBER = re.compile(r"(?<![\w/–-])\d+(?:[.,\u00a0\u202f ]\d+)*")


class DigitsInProse(Rule):
    """Digits in texts/ that are neither a date, a reference nor a binding; one finding for each file."""

    code, name, severity = "EVD106", "digits-in-prose", "should"
    summary = Text("Et tall er skrevet rett inn i en tekst.", "A number is typed straight into a text.")
    why = Text(
        "Når en forutsetning endres, endres tabellene, men ikke tallet i teksten. Da sier rapporten to ting.",
        "When an assumption changes, the tables change but the number in the text does not. The report "
        "then says two things.",
    )
    example = "texts/effects.nb.md: Alternativet koster 4,2 millioner kroner i året."
    good = "texts/effects.nb.md: |\n  Alternativet koster {{moved: expenditure.total.2024}} i året."
    remedy = Text(
        "Skriv `{{alternativ: figur}}` der tallet står, eller skriv det uten tall. Datoer, årstall, "
        "lovhenvisninger, kapitler og poster kan stå; en kilde kan stå i klammer.",
        "Write `{{alternative: figure}}` where the number stands, or say it without a number. Dates, "
        "years, sections of law, budget chapters and items may stand; a reference may stand in brackets.",
    )
    source = Text(
        "Prosjektets egen regel: tall i løpende tekst er bundet til figurer, aldri skrevet inn.",
        "The project's own rule: figures in prose are bound, never typed.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each text, how many numbers are typed in it, which, and on which line the first one stands."""
        for name, text in sorted(study.texts.items()):
            bare = ALLOWED.sub(lambda allowed: BLANK.sub(" ", allowed[0]), text)
            typed = list(NUMBER.finditer(bare))
            if typed:
                shown = some([one[0] for one in typed])
                how_many = count(len(typed), ("tall", "tall"), ("number", "numbers"))
                nb = f"{how_many.nb} skrevet rett inn i teksten: {shown.nb}"
                en = f"{how_many['en']} typed straight into the text: {shown['en']}"
                found = self.finding(study, f"texts/{name}", (), nb, en)
                yield replace(found, place=Place(f"texts/{name}", 1 + bare[: typed[0].start()].count("\n")))
