"""Picture: the challenges against the alternatives."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.matrix import Line, Mark, matrix
from samvirke.report.words.degrees import DEGREE_TONES, DEGREES, degrees_told
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import both
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

NAME = "challenges"
CAPTION = Text("Utfordringene og alternativene", "The challenges and the alternatives")
NOT_SAID = Text("ikke sagt", "not said")


def challenges(results: Results) -> Picture | None:
    """How far each alternative meets each challenge, by its own answer; nothing when there are none."""
    study = results.study
    if not study.challenges or not results.compared:
        return None
    columns = [alternative_name(study, name) for name in results.compared]
    lines = [
        Line(challenge.text, tuple(_mark(study, key, name) for name in results.compared))
        for key, challenge in study.challenges.items()
    ]
    return Picture(NAME, CAPTION, _alt(results), chart(lambda language: matrix(columns, lines, language)))


def _mark(study: Study, challenge: str, alternative: str) -> Mark:
    answer = study.alternatives[alternative].answers.get(challenge)
    return (
        Mark(NOT_SAID, "bad") if answer is None else Mark(DEGREES[answer.degree], DEGREE_TONES[answer.degree])
    )


def _alt(results: Results) -> Text:
    """What one sees, alternative by alternative."""
    study, said = results.study, []
    for name in results.compared:
        told = degrees_told(study.alternatives[name])
        called = alternative_name(study, name)
        if told is not None:
            said.append(Text(f"{called.nb}: {told.nb}", f"{called['en']}: {told['en']}"))
    each = both(lambda language: "; ".join(one[language] for one in said))
    count = len(study.challenges)
    return Text(
        f"En matrise med {count} utfordringer nedover og alternativene bortover. {each.nb}.",
        f"A matrix with {count} challenges down and the alternatives across. {each['en']}.",
    )
