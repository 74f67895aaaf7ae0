"""The pages of what a run finds about who does what."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.uncertainty.run_rule import RunRule

RULES = (
    RunRule(
        code="RSP901",
        name="rule-broken-by-an-alternative",
        severity="must",
        summary=Text(
            "Et alternativ bryter en regel som holdes uten det.",
            "An alternative breaks a rule that is kept without it.",
        ),
        why=Text(
            "Reglene verner mot at samme organ kontrollerer seg selv eller har motstridende roller. Et "
            "alternativ som bryter en, er bare aktuelt om leseren får vite det.",
            "The rules guard against a body that checks itself or holds conflicting roles. An "
            "alternative that breaks one can be considered only if the reader is told.",
        ),
        example=(
            "rules.yaml:\n"
            "  apart: {breach: error}\n"
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: own-aid, verb: assign, start: 2023-01, task: aid, actor: social, part: does,\n"
            "       legal: instruction, reason: Ett sted}"
        ),
        remedy=Text(
            "Gi oppgaven til en annen, skill rollene med en egen endring, eller unnskyld funnet med en "
            "grunn.",
            "Give the task to somebody else, separate the parts by a change of its own, or excuse the "
            "finding with a reason.",
        ),
        source=Text(
            "Studiens egne regler i rules.yaml, hver med sin begrunnelse. For vedtak og tilskudd: "
            "forvaltningsloven §§ 6–10 om habilitet.",
            "The study's own rules in rules.yaml, each with its reason. For decisions and grants: the "
            "Public Administration Act, sections 6–10 on impartiality.",
        ),
    ),
    RunRule(
        code="RSP902",
        name="alternative-without-one-decider",
        severity="should",
        summary=Text(
            "Et alternativ gir en oppgave to som avgjør, eller ingen.",
            "An alternative leaves a task with two deciders, or none.",
        ),
        why=Text(
            "Det var i orden uten alternativet. En ny ordning som begynner med uklart ansvar, blir ikke "
            "bedre enn den gamle.",
            "It was in order without the alternative. A new arrangement that begins with unclear "
            "responsibility is no better than the old one.",
        ),
        example=(
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: both, verb: assign, start: 2023-01, task: coordination, actor: welfare,\n"
            "       part: decides, legal: instruction, reason: Begge eier den}"
        ),
        remedy=Text(
            "Ta siste ord fra den ene med `release`, eller gi det til noen med `assign`.",
            "Take the last word from one by `release`, or give it to somebody by `assign`.",
        ),
        source=Text(
            "Vanlig regel for ansvarsmatriser (RACI): nøyaktig én har siste ord. Regelen er en "
            "konvensjon og ikke kontrollert mot en kilde (UNVERIFIED).",
            "The usual rule of responsibility matrices (RACI): exactly one has the last word. It is a "
            "convention, not checked against a source (UNVERIFIED).",
        ),
        good=(
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: theirs, verb: assign, start: 2023-01, task: coordination, actor: welfare,\n"
            "       part: decides, legal: instruction, reason: Én eier den}\n"
            "    - {id: not-ours, verb: release, start: 2023-01, task: coordination, actor: justice,\n"
            "       part: decides, legal: instruction, reason: Én eier den}"
        ),
    ),
    RunRule(
        code="RSP903",
        name="alternative-leaves-a-task-undone",
        severity="must",
        summary=Text(
            "Et alternativ lar en oppgave stå uten utfører.",
            "An alternative leaves a task with nobody to do it.",
        ),
        why=Text(
            "Noen gjør oppgaven i dag. Blir den borte uten at det er sagt, ser alternativet billigere "
            "ut enn det er.",
            "Somebody does the task today. If it is lost without a word, the alternative looks cheaper "
            "than it is.",
        ),
        example=(
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: no-aid, verb: release, start: 2023-01, task: aid, actor: shelter,\n"
            "       part: does, reason: Enklere}"
        ),
        remedy=Text(
            "Gi oppgaven til noen med `assign`. Skal den falle bort, si det i `summary` og i "
            "effects.yaml, og unnskyld funnet.",
            "Give the task to somebody by `assign`. If it is to go, say so in the `summary` and in "
            "effects.yaml, and excuse the finding.",
        ),
        source=Text(
            "Utredningsinstruksen punkt 2-1, spørsmål 4: virkningene.",
            "The instructions for official studies, 2-1, question 4: the effects.",
        ),
    ),
    RunRule(
        code="RSP904",
        name="alternative-leaves-a-duty-unmet",
        severity="must",
        summary=Text(
            "Et alternativ lar en plikt stå udekket.",
            "An alternative leaves a duty unmet.",
        ),
        why=Text(
            "En plikt etter lov eller konvensjon gjelder uansett hvordan innsatsen organiseres.",
            "A duty by law or convention holds however the effort is organised.",
        ),
        example=(
            "duties.yaml:\n"
            "  helping: {tasks: [aid], needs: []}\n"
            "alternatives/moved.yaml:\n"
            "  changes:\n"
            "    - {id: no-aid, verb: release, start: 2023-01, task: aid, actor: shelter,\n"
            "       part: does, reason: Enklere}"
        ),
        remedy=Text(
            "Gi oppgavene som dekker plikten, til noen i alternativet.",
            "Give the tasks that meet the duty to somebody in the alternative.",
        ),
        source=Text(
            "Utredningsinstruksen punkt 2-1, spørsmål 3: prinsipielle spørsmål.",
            "The instructions for official studies, 2-1, question 3: questions of principle.",
        ),
    ),
)
