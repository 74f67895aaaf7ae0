"""ASG109: somebody was asked about, answered or changed something that the study does not have."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding, Severity
from samvirke.checks.places import changes
from samvirke.checks.rule import Rule
from samvirke.language import Text
from samvirke.study.study import Study

MAPS = (
    "sources", "assumptions", "actors", "tasks", "powers", "duties", "rules", "challenges", "lines",
    "spending", "observations", "effects", "packages", "alternatives",
)  # fmt: skip


def _ids(study: Study) -> set[str]:
    """Everything in the study that somebody could be asked about."""
    found: set[str] = set()
    for name in MAPS:
        found.update(getattr(study, name))
    found.update(study.assignment.requirements, study.assignment.goals)
    ways = study.pathways
    for part in (ways.groups, ways.steps, ways.exits, ways.persons):
        found.update(part)
    found.update(name.split(".", 1)[0] for name in study.texts)
    found.update(change.id for _, _, change in changes(study))
    return found


class InvolvementInWhatIsNotThere(Rule):
    """An id in `asked`, `answers` or `changed` that is nothing in the study."""

    code, name, severity = "ASG109", "involvement-in-what-is-not-there", "must"
    summary = Text(
        "Noen er spurt om, har svart på eller endret noe som utredningen ikke har.",
        "Somebody was asked about, answered or changed something that the study does not have.",
    )
    why = Text(
        "Da kan ingen slå opp hva som ble sagt om hva, og tallet som skulle bygge på svaret, gjør det ikke.",
        "Then nobody can look up what was said of what, and the number that should rest on the answer does "
        "not.",
    )
    example = (
        "involvement.yaml:\n"
        "  shelter:\n"
        "    answered: 2020-12-01\n"
        "    answers: [{to: grant-size, wording: Vi fikk mindre}]\n"
        "    reply: Takk for svaret\n"
        "    changed: [grant-sise]"
    )
    good = (
        "involvement.yaml:\n"
        "  shelter:\n"
        "    answered: 2020-12-01\n"
        "    answers: [{to: grant-size, wording: Vi fikk mindre}]\n"
        "    reply: Takk for svaret\n"
        "    changed: [grant-size]"
    )
    remedy = Text(
        "Rett id-en, eller ta den bort hvis det den gjaldt, er borte fra studien.",
        "Mend the id, or take it away if what it was about is gone from the study.",
    )
    source = Text(
        "Utredningsinstruksen punkt 3-1. At involveringen kan etterprøves, er prosjektets egen regel.",
        "The instructions for official studies, 3-1. That the involvement can be verified is the project's "
        "own rule.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every such id; what was asked about and has since gone should be mended, the rest must."""
        known = _ids(study) if study.involvement else set()
        for key, body in study.involvement.items():
            answered = [answer.to for answer in body.answers]
            for field, ids in (("asked", body.asked), ("answers", answered), ("changed", body.changed)):
                for number, one in enumerate(ids):
                    if one not in known:
                        nb = f"`{one}` under `{field}` for `{key}` er ikke noe i studien"
                        en = f"`{one}` under `{field}` of `{key}` is nothing in the study"
                        severity: Severity = "should" if field == "asked" else "must"
                        path = (key, field, number)
                        yield self.finding(
                            study, "involvement.yaml", path, nb, en, subject=f"{key} {one}", severity=severity
                        )
