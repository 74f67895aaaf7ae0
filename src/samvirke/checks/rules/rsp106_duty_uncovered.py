"""RSP106: a duty is covered by nothing that is done."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.rule import Rule
from samvirke.checks.wording import some
from samvirke.language import Text
from samvirke.study.responsibility import coverage
from samvirke.study.study import Study


class DutyUncovered(Rule):
    """A duty none of whose tasks has a doer today."""

    code, name, severity = "RSP106", "duty-uncovered", "should"
    summary = Text("En plikt dekkes ikke av noe som gjøres.", "A duty is covered by nothing that is done.")
    why = Text(
        "En plikt etter lov eller konvensjon som ingen oppfyller, er et brudd eller et hull. Begge deler "
        "må utredningen si noe om.",
        "A duty by law or convention that nobody meets is a breach or a gap. The study must speak of either.",
    )
    example = (
        "duties.yaml:\n"
        "  counting: {text: Staten skal føre statistikk, source: evaluation, tasks: [statistics]}\n"
        "responsibilities.yaml:\n"
        "  statistics: {decides: [], does: []}"
    )
    remedy = Text(
        "Skriv hvilke oppgaver som dekker plikten i `tasks`, og hvem som gjør dem. Er den udekket i dag, "
        "la et alternativ gi oppgaven til noen, eller unnskyld funnet med en grunn.",
        "Name in `tasks` the tasks that cover the duty, and who does them. If it is uncovered today, let "
        "an alternative give the task to somebody, or excuse the finding with a reason.",
    )
    source = Text(
        "Utredningsinstruksen punkt 2-1, spørsmål 1 og 3: problemet, og de prinsipielle spørsmålene.",
        "The instructions for official studies, 2-1, questions 1 and 3: the problem, and the questions of "
        "principle.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """Every duty that no task somebody does covers even in part."""
        for key, duty in study.duties.items():
            if coverage(study, key) == "not":
                tasks = some([one.task for one in duty.tasks])
                nb = f"ingen oppfyller `{key}`" + (f": ingen utfører {tasks.nb}" if duty.tasks else "")
                en = f"nobody meets `{key}`" + (f": nobody does {tasks['en']}" if duty.tasks else "")
                yield self.finding(study, "duties.yaml", (key,), nb, en)
