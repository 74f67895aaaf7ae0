"""Pictures: the tasks of an area against everybody who has a part in them, with gaps and overlaps."""

from __future__ import annotations

from collections import Counter

from samvirke.language import Language, Text
from samvirke.report.document import Picture, Tone
from samvirke.report.pictures.chart import Specification, chart
from samvirke.report.pictures.grid import Columns, Row, Sign, grid
from samvirke.report.pictures.key import Key, Meaning
from samvirke.report.pictures.sheet import SHADES
from samvirke.report.words.areas import areas
from samvirke.report.words.naming import short_name, task_name
from samvirke.report.words.responsibility import LETTERS, open_points
from samvirke.report.words.wording import both, capital, inside_sentence, names
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

COLUMN, HEAD = 22, 190  # how wide a column is, and how long a line of its upright heading
MOST_TASKS, MOST_BODIES = 60, 40  # of one area; more cannot be read on a page, and the table has them all
Keys = tuple[str, ...]
TONES: dict[str, Tone] = {"decides": "good"}
REMARKED: dict[Tone, Meaning] = {
    "bad": Meaning(
        Text("ingen avgjør eller ingen utfører", "nobody decides or nobody performs"),
        fill=SHADES["bad"],
        dashed=True,
    ),
    "doubt": Meaning(
        Text("flere avgjør eller flere utfører", "several decide or several perform"), fill=SHADES["doubt"]
    ),
}


def name(area: str) -> str:
    """The name of an area's picture."""
    return f"responsibilities-{area}"


def fits(area: str, study: Study) -> bool:
    """Whether a picture says more than one line would, and no more than a page can show."""
    tasks = _tasks(study, area)
    return 1 < len(tasks) <= MOST_TASKS and 0 < len(_bodies(study, tasks)) <= MOST_BODIES


def todays(area: str, results: Results) -> Picture | None:
    """The picture of an area as it is today."""
    return responsibility(area, results.plans[results.zero].today)


def responsibility(area: str, study: Study) -> Picture | None:
    """Tasks down, bodies across, and a letter for each part; nothing where it does not fit."""
    if not fits(area, study):
        return None
    tasks = _tasks(study, area)
    bodies = _bodies(study, tasks)
    said = inside_sentence(areas(study)[area])
    letters = both(lambda g: ", ".join(f"{letter[g]} {told[g]}" for letter, told in LETTERS.values()))
    caption = Text(f"Hvem som gjør hva: {said.nb}", f"Who does what: {said['en']}")
    wrong = [(task, open_points(study.responsibility(task))[0]) for task in tasks]
    marked = both(lambda g: "; ".join(f"{task_name(study, t)[g]}: {names(w)[g]}" for t, w in wrong if w))
    gaps = (
        Text(f" Hull og overlapp: {marked.nb}.", f" Gaps and overlaps: {marked['en']}.")
        if marked.nb
        else Text(" Ingen hull eller overlapp er merket av.", " No gaps or overlaps are marked.")
    )
    alt = Text(
        f"En matrise med {len(tasks)} oppgaver nedover og {len(bodies)} organer bortover, med en bokstav der "
        f"et organ har en rolle: {letters.nb}.{gaps.nb}",
        f"A matrix with {len(tasks)} tasks down and {len(bodies)} bodies across, with a letter where a body "
        f"has a part: {letters['en']}.{gaps['en']}",
    )
    return Picture(name(area), caption, alt, chart(lambda g: _drawn(study, tasks, bodies, g)))


def _tasks(study: Study, area: str) -> Keys:
    return tuple(key for key, task in study.tasks.items() if task.area == area)


def _bodies(study: Study, tasks: Keys) -> Keys:
    """Everybody with a part in some of the tasks, those with most parts first, else in file order."""
    parts = Counter(
        one for task in tasks for part in LETTERS for one in set(study.responsibility(task).of(part))
    )
    known = [actor for actor in study.actors if actor in parts]
    return tuple(sorted((*known, *sorted(parts.keys() - known)), key=lambda one: -parts[one]))


def _drawn(study: Study, tasks: Keys, bodies: Keys, language: Language) -> Specification:
    columns = Columns([short_name(study, body)[language] for body in bodies], COLUMN, HEAD)
    rows = [_row(study, task, bodies, language) for task in tasks]
    return grid(columns, rows, _key(rows), language)


def _key(rows: list[Row]) -> Key:
    """The letters, and the shades of what is remarked in some row."""
    parts = (
        Meaning(told, letter, SHADES[TONES[part]] if part in TONES else "")
        for part, (letter, told) in LETTERS.items()
    )
    tones = {row.tone for row in rows if row.remark}
    return (*parts, *(meaning for tone, meaning in REMARKED.items() if tone in tones))


def _row(study: Study, task: str, bodies: tuple[str, ...], language: Language) -> Row:
    wrong, tone = open_points(study.responsibility(task))
    signs = tuple(_sign(study, task, body, language) for body in bodies)
    return Row(task_name(study, task)[language], signs, capital(names(wrong))[language], tone)


def _sign(study: Study, task: str, body: str, language: Language) -> Sign:
    """The letters of all that a body is to a task; whoever decides stands out."""
    own = study.responsibility(task)
    parts = [part for part in LETTERS if body in own.of(part)]
    tone: Tone = next((TONES[part] for part in parts if part in TONES), "plain")
    return Sign("".join(LETTERS[part][0][language] for part in parts), tone)
