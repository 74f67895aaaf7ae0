"""Picture: the challenges against the alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.matrix import Meeting, matrix
from samvirke.report.words.degrees import DEGREE_TONES, DEGREES, degrees_told
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import both
from samvirke.uncertainty.results import Results

CAPTION = Text("Utfordringene og alternativene", "The challenges and the alternatives")
NOT_SAID = Text("ikke sagt", "not said")


def challenges(results: Results) -> Picture | None:
    """How far each alternative meets each challenge, by its own answer; nothing when there are none."""
    meetings = tuple(_meetings(results))
    if not meetings:
        return None
    return Picture("challenges", CAPTION, _alt(results), chart(lambda language: matrix(meetings, language)))


def _meetings(results: Results) -> Iterator[Meeting]:
    study = results.study
    for key, challenge in study.challenges.items():
        for name in results.compared:
            answer = study.alternatives[name].answers.get(key)
            sign = NOT_SAID if answer is None else DEGREES[answer.degree]
            tone = "bad" if answer is None else DEGREE_TONES[answer.degree]
            yield Meeting(challenge.text, alternative_name(study, name), sign, tone)


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
