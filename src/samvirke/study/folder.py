"""The files of a study folder as text: what belongs is read, what does not is said."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Text
from samvirke.study.bindings import ANY, HOLDS
from samvirke.study.files import ANSWERS, FILES, FOLDERS
from samvirke.study.records import is_id
from samvirke.study.shown import shown
from samvirke.study.suggestion import did_you_mean

MAX_FILES = 500
MAX_FILE_BYTES = 4_000_000
MAX_BYTES = 20_000_000
# Of a text that people are to read: reading Markdown can take time by the square of its length.
MAX_TEXT_BYTES = 100_000
MAX_BRACKETS = 2_000  # `[` in a text: whoever reads Markdown looks for the end of each
MAX_LINES = 5_000  # of a text: each may be a point of a list, which is read, set and written by itself
MAX_ALTERNATIVES = 100  # each is planned, drawn and printed, so that they decide how long a run takes
NAMES = tuple(file.path for file in FILES)
# An alternative called this could not be told from what bindings say, or from the text of a question.
TAKEN = (ANY, HOLDS, *ANSWERS)
TEXT_NAME = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*\.(nb|en)\.md")


@dataclass
class Folder:
    """What the files of a study say, by path inside the folder, and what is wrong with the files."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The SHA-256 of every file, in hexadecimal."""
        found = hashlib.sha256()
        for name, text in sorted(self.texts.items()):
            found.update(f"{name}\0{len(text)}\0{text}".encode())
        return found.hexdigest()

    def refuse(self, name: str, text: Text, remedy: Text, line: int | None = None) -> None:
        self.problems.append(Problem(Place(shown(name, 200), line), text, remedy))


def read_folder(root: Path) -> Folder:
    """Every file of a study folder as text.

    Raises StudyError when `root` is not a folder; all other mistakes are in `problems`.
    """
    if not root.is_dir():
        raise StudyError([_not_a_folder(root)])
    folder = Folder()
    total = 0
    for name, path in _belonging(root, folder):
        if len(folder.texts) >= MAX_FILES or total > MAX_BYTES:
            folder.refuse(".", *TOO_MUCH)
            break
        content = _bytes(folder, name, path)
        if content is not None:
            total += len(content)
            _decoded(folder, name, content)
    for file in FILES:
        told = {problem.place.file for problem in folder.problems}
        if file.required and file.path not in folder.texts and file.path not in told:
            folder.refuse(file.path, *MISSING)
    if sum(name.startswith("alternatives/") for name in folder.texts) > MAX_ALTERNATIVES:
        folder.refuse("alternatives/", *TOO_MANY_ALTERNATIVES)
    _texts_of_nothing(folder)
    return folder


def _belonging(root: Path, folder: Folder) -> Iterator[tuple[str, Path]]:
    """Each file of the study by its path inside the folder, in order; says what does not belong."""
    for entry in _entries(root, "", folder):
        if not entry.is_dir() or entry.name in NAMES:
            if _is_study_file(folder, entry.name):
                yield entry.name, entry
        elif entry.name not in FOLDERS:
            _unknown_folder(folder, entry.name)
        elif entry.name != "expected":
            for inner in _entries(entry, f"{entry.name}/", folder):
                name = f"{entry.name}/{inner.name}"
                if _is_alternative(folder, name) if entry.name == "alternatives" else _is_text(folder, name):
                    yield name, inner


def _entries(here: Path, stem: str, folder: Folder) -> Iterator[Path]:
    try:
        entries = sorted(here.iterdir())
    except OSError:
        folder.refuse(stem or ".", *UNREADABLE)
        return
    for entry in entries:
        if entry.name.startswith((".", "~")) or entry.name.endswith("~"):
            continue
        if entry.is_symlink():
            folder.refuse(f"{stem}{entry.name}", *SYMLINK)
        else:
            yield entry


def _is_study_file(folder: Folder, name: str) -> bool:
    """Whether a file is part of the study; a misspelt file name is a mistake, not something to skip."""
    if name in NAMES:
        return True
    if name.lower().endswith((".yaml", ".yml")):
        otherwise = Text("Gi den et kjent navn, eller flytt den ut.", "Give it a known name, or move it out.")
        stem = name.lower().removesuffix(".yml").removesuffix(".yaml")
        remedy = did_you_mean(stem, [file.name for file in FILES], otherwise)
        folder.refuse(name, UNKNOWN_FILE, remedy)
    return False


def _is_alternative(folder: Folder, name: str) -> bool:
    last = name.partition("/")[2]
    stem = last.removesuffix(".yaml")
    if is_id(stem) and last.endswith(".yaml"):
        if stem in TAKEN:
            folder.refuse(name, _taken(stem), OTHER_NAME)
        return True
    if last.lower().endswith((".yaml", ".yml")):
        folder.refuse(name, *ALTERNATIVE_NAME)
    return False


def _is_text(folder: Folder, name: str) -> bool:
    last = name.partition("/")[2]
    if TEXT_NAME.fullmatch(last):
        return True
    if last.lower().endswith((".md", ".markdown", ".txt")):
        folder.refuse(name, *TEXT_NAMES)
    return False


def _texts_of_nothing(folder: Folder) -> None:
    """Say which texts the report would never show: no question and no alternative has their name."""
    told = {problem.place.file for problem in folder.problems}
    alternatives = [_stem(name) for name in folder.texts if name.startswith("alternatives/")]
    for name in [name for name in folder.texts if name.startswith("texts/")]:
        stem = _stem(name)
        if stem not in (*ANSWERS, *alternatives) and f"alternatives/{stem}.yaml" not in told:
            folder.refuse(name, TEXT_OF_NOTHING, did_you_mean(stem, (*ANSWERS, *alternatives), TEXT_BELONGS))


def _stem(name: str) -> str:
    """The name of a file in a folder, without its endings."""
    return name.partition("/")[2].partition(".")[0]


def _taken(name: str) -> Text:
    return Text(
        f"`{name}` kan ikke være navnet på et alternativ", f"`{name}` cannot be the name of an alternative"
    )


def _unknown_folder(folder: Folder, name: str) -> None:
    """A folder that looks like a misspelt one; others are left alone."""
    nothing = Text("")
    remedy = did_you_mean(name, FOLDERS, nothing)
    if remedy != nothing:
        folder.refuse(
            name, Text("mappen hører ikke til en studie", "the folder is not part of a study"), remedy
        )


def _bytes(folder: Folder, name: str, path: Path) -> bytes | None:
    try:
        if not path.is_file():
            folder.refuse(name, *NOT_A_FILE)
        elif (size := path.stat().st_size) > MAX_FILE_BYTES:
            folder.refuse(name, *TOO_LARGE)
        elif size > MAX_TEXT_BYTES and name.startswith("texts/"):
            folder.refuse(name, *TOO_LONG)
        else:
            return path.read_bytes()
    except OSError:
        folder.refuse(name, *UNREADABLE)
    return None


def _decoded(folder: Folder, name: str, content: bytes) -> None:
    try:
        folder.texts[name] = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        folder.refuse(name, *ENCODING, line)
        return
    if name.startswith("texts/") and folder.texts[name].count("[") > MAX_BRACKETS:
        folder.refuse(name, *TOO_MANY_BRACKETS)
    if name.startswith("texts/") and folder.texts[name].count("\n") > MAX_LINES:
        folder.refuse(name, *TOO_MANY_LINES)


def _not_a_folder(root: Path) -> Problem:
    name = shown(root, 200)
    return Problem(
        Place(name),
        Text(f"`{name}` er ikke en mappe", f"`{name}` is not a folder"),
        Text(
            "Oppgi mappen som study.yaml ligger i. `samvirke list` viser de innebygde studiene.",
            "Give the folder that holds study.yaml. `samvirke list` shows the built-in studies.",
        ),
    )


UNKNOWN_FILE = Text("filen hører ikke til en studie", "the file is not part of a study")
MISSING = (
    Text("filen mangler", "the file is missing"),
    Text("Lag den, eller begynn med `samvirke new MAPPE`.", "Make it, or begin with `samvirke new FOLDER`."),
)
UNREADABLE = (
    Text("filen eller mappen kan ikke leses", "the file or folder cannot be read"),
    Text("Se om du har tilgang til den.", "See whether you have access to it."),
)
SYMLINK = (
    Text("snarveier (symbolske lenker) følges ikke", "symbolic links are not followed"),
    Text("Legg selve filen i mappen.", "Put the file itself in the folder."),
)
NOT_A_FILE = (
    Text("dette er ikke en vanlig fil", "this is not an ordinary file"),
    Text(
        "Ta det bort, og legg en fil med dette navnet her.", "Take it away, and put a file of this name here."
    ),
)
TOO_LARGE = (
    Text("filen er for stor", "the file is too large"),
    Text("En fil i en studie er på høyst 4 MB.", "A file of a study is at most 4 MB."),
)
TOO_LONG = (
    Text("teksten er for lang", "the text is too long"),
    Text(
        "En tekst er på høyst 100 000 byte, om lag tretti sider. Del den, eller kort den ned.",
        "A text is at most 100,000 bytes, about thirty pages. Split it, or make it shorter.",
    ),
)
TOO_MANY_BRACKETS = (
    Text("teksten har mer enn 2000 klammer", "the text has more than 2,000 square brackets"),
    Text(
        "Del teksten, eller ta bort klammene som verken er kilder eller lenker.",
        "Split the text, or take away the brackets that are neither sources nor links.",
    ),
)
TOO_MANY_LINES = (
    Text("teksten har mer enn 5000 linjer", "the text has more than 5,000 lines"),
    Text(
        "Kort ned teksten, eller skriv den i færre avsnitt.",
        "Shorten the text, or write it in fewer paragraphs.",
    ),
)
TOO_MUCH = (
    Text("mappen har mer enn 500 filer eller 20 MB", "the folder has more than 500 files or 20 MB"),
    Text("Ta bort det som ikke hører til studien.", "Take away what does not belong to the study."),
)
TOO_MANY_ALTERNATIVES = (
    Text("studien har mer enn 100 alternativer", "the study has more than 100 alternatives"),
    Text("Slå sammen dem som ligner hverandre.", "Merge those that are alike."),
)
ENCODING = (
    Text("filen er ikke lagret som UTF-8", "the file is not saved as UTF-8"),
    Text("Lagre den med tegnkoding UTF-8.", "Save it with the encoding UTF-8."),
)
ALTERNATIVE_NAME = (
    Text(
        "filnavnet kan ikke være id-en til et alternativ", "the file name cannot be the id of an alternative"
    ),
    Text(
        "Bruk små bokstaver a–z, tall og bindestrek, og `.yaml` til slutt.",
        "Use lower-case letters a–z, digits and hyphens, and end with `.yaml`.",
    ),
)
OTHER_NAME = Text("Gi filen et annet navn.", "Give the file another name.")
TEXT_OF_NOTHING = Text(
    "teksten hører verken til et av de seks spørsmålene eller til et alternativ",
    "the text belongs neither to one of the six questions nor to an alternative",
)
TEXT_BELONGS = Text(
    f"Kall den {', '.join(ANSWERS[:-1])}, {ANSWERS[-1]} eller det samme som et alternativ.",
    f"Call it {', '.join(ANSWERS[:-1])}, {ANSWERS[-1]} or the same as an alternative.",
)
TEXT_NAMES = (
    Text(
        "filnavnet sier ikke hvilket språk teksten er på",
        "the file name does not say the language of the text",
    ),
    Text("La det slutte på `.nb.md` eller `.en.md`.", "Let it end with `.nb.md` or `.en.md`."),
)
