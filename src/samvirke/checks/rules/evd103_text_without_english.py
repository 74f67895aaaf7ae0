"""EVD103: texts exist in bokmål only."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.places import Path, inside, records
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count
from samvirke.language import Text
from samvirke.study.study import Study


def _is_name(path: Path) -> bool:
    """Whether a text reads the same in both languages: the name of a place."""
    return path[-1] == "place"


class TextWithoutEnglish(Rule):
    """Texts that an English reader meets in Norwegian; one finding for each file."""

    code, name, severity = "EVD103", "text-without-english", "note"
    summary = Text("Tekster finnes bare på bokmål.", "Texts exist in bokmål only.")
    why = Text(
        "Den engelske rapporten viser slike tekster på norsk og merker dem. Det er i orden når ingen skal "
        "lese den på engelsk.",
        "The English report shows such texts in Norwegian and marks them. That is in order when nobody is "
        "to read it in English.",
    )
    example = "tasks.yaml:\n  referral: {name: Henvisning, area: coordination}"
    remedy = Text(
        "Skriv teksten som `nb:` og `en:`, eller legg en `.en.md` ved siden av `.nb.md`. Skal rapporten "
        "bare være på bokmål, kan funnet stå.",
        "Write the text as `nb:` and `en:`, or put an `.en.md` beside the `.nb.md`. If the report is to "
        "be in bokmål only, the finding may stand.",
    )
    source = Text(
        "Prosjektets egen regel: det en leser møter, finnes på bokmål og engelsk.",
        "The project's own rule: what a reader meets exists in bokmål and English.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """For each file, how many texts lack English, and where the first one stands."""
        lacking: dict[str, list[Path]] = {}
        for file, stem, record in records(study):
            for path, value in inside(record, stem):
                if isinstance(value, Text) and value.lacks("en") and not _is_name(path):
                    lacking.setdefault(file, []).append(path)
        for file, paths in lacking.items():
            how_many = count(len(paths), ("tekst", "tekster"), ("text", "texts"))
            nb, en = f"{how_many.nb} uten engelsk", f"{how_many['en']} without English"
            yield self.finding(study, file, paths[0], nb, en, subject="")
        untranslated = [
            name
            for name in sorted(study.texts)
            if name.endswith(".nb.md") and f"{name.removesuffix('.nb.md')}.en.md" not in study.texts
        ]
        for name in untranslated:
            nb, en = "teksten finnes bare på bokmål", "the text exists in bokmål only"
            yield self.finding(study, f"texts/{name}", (), nb, en)
