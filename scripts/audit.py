"""Asks whether anything in requirements/dev.txt has a known vulnerability, or was withdrawn by its makers.

Run from the repository's folder once Samvirke is installed for developers: `make audit`. What could not be
asked is told as NOT RUN, never as in order: pip-audit itself says “No known vulnerabilities found” also when
no service knew any of the packages. Exit 1 when something was found; 3 when something was not run and
SAMVIRKE_REQUIRE_AUDIT is 1; else 0. Arguments go on to pip-audit, such as `--ignore-vuln ID`.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = "requirements/dev.txt"  # has all of core.txt; a test says so
SERVICES = {"pypi": "the advisories of the package index", "osv": "the OSV database"}
SECONDS, SOCKET_SECONDS = 90, 10  # for each question; for each answer inside it
FOUND, NOT_RUN = 1, 3
YANKED = re.compile(r"`([^`]+)` is yanked(?: \(reason: \"(.*)\"\))?")


@dataclass(frozen=True)
class Answer:
    """What one question brought: how many packages it covered, of how many, what was found, what failed."""

    question: str
    covered: int = 0
    asked: int = 0
    found: tuple[str, ...] = ()
    failure: str = ""

    @property
    def whole(self) -> bool:
        """Whether every package was covered."""
        return not self.failure and 0 < self.covered == self.asked


def advisories(service: str, more: Sequence[str]) -> Answer:
    """What pip-audit hears from one service."""
    question = f"Known vulnerabilities, by {SERVICES[service]}"
    command = [
        sys.executable, "-m", "pip_audit", "-r", FILE, "--require-hashes", "--disable-pip", "-f", "json",
        "--progress-spinner", "off", "-s", service, "--timeout", str(SOCKET_SECONDS), *more,
    ]  # fmt: skip
    ran = _run(command)
    if isinstance(ran, str):
        return Answer(question, failure=ran)
    try:
        return heard(question, json.loads(ran.stdout)["dependencies"])
    except (ValueError, KeyError):
        return Answer(question, failure=_last_line(ran.stderr))


def heard(question: str, packages: Iterable[dict[str, object]]) -> Answer:
    """What the packages of pip-audit's JSON say. One with a reason for being skipped was not covered."""
    rows = list(packages)
    covered = [row for row in rows if "skip_reason" not in row]
    reasons = sorted({str(row["skip_reason"]).partition(":")[0] for row in rows if "skip_reason" in row})
    failure = "; ".join(reasons) if not covered else ""
    return Answer(question, len(covered), len(rows), tuple(_vulnerabilities(covered)), failure)


def _vulnerabilities(rows: Iterable[dict[str, object]]) -> Iterator[str]:
    for row in rows:
        vulnerabilities = row.get("vulns")
        for one in vulnerabilities if isinstance(vulnerabilities, list) else ():
            mended = ", ".join(one["fix_versions"]) or "no version yet"
            yield f"{row['name']} {row['version']}: {one['id']}, mended in {mended}"


def withdrawn() -> Answer:
    """Which pinned versions their makers have yanked; the installer says so when it looks them up."""
    question = "Versions withdrawn by their makers, by the package index"
    command = [
        str(Path(sys.executable).with_name("uv")), "pip", "install", "--python", sys.executable,
        "--dry-run", "--reinstall", "--no-deps", "--require-hashes", "-r", FILE,
    ]  # fmt: skip
    ran = _run(command)
    if isinstance(ran, str):
        return Answer(question, failure=ran)
    if ran.returncode != 0:
        return Answer(question, failure=_last_line(ran.stderr))
    return looked_up(question, ran.stderr)


def looked_up(question: str, said: str) -> Answer:
    """What the installer said of the packages that it would install."""
    would = len(re.findall(r"^ [+~] ", said, flags=re.MULTILINE))
    found = tuple(f"{name}: {reason or 'no reason given'}" for name, reason in YANKED.findall(said))
    return Answer(question, would, would, found, "" if would else "nothing was looked up")


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str] | str:
    """A finished run, or why there is none."""
    try:
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {SECONDS} seconds"
    except OSError as error:
        return str(error.strerror)


def _last_line(text: str) -> str:
    """The end of what a program said went wrong, without addresses."""
    lines = text.strip().splitlines() or ["it said nothing"]
    return re.sub(r"\(?\w+://\S+|\b[\w-]+(\.[\w-]+)+\b", "…", lines[-1])[:160]


def judged(questions: Iterable[Sequence[Answer]], required: bool) -> tuple[int, list[str]]:
    """The exit code and what is told. Of the answers to one question the first that is whole is enough."""
    code, lines = 0, []
    for answers in questions:
        best = next((one for one in answers if one.whole), None)
        found = sorted({row for one in answers for row in one.found})
        if found:
            code = FOUND
            lines += [f"FOUND     {answers[0].question}:", *(f"          {row}" for row in found)]
        elif best is not None:
            lines.append(f"in order  {best.question}: {best.covered} packages, nothing found")
        if best is None:
            code = code or (NOT_RUN if required else 0)
            lines += [f"NOT RUN   {_uncovered(one)}" for one in answers]
    return code, lines


def _uncovered(answer: Answer) -> str:
    some = f" for {answer.asked - answer.covered} of {answer.asked} packages" if answer.covered else ""
    return f"{answer.question}{some}" + (f": {answer.failure}" if answer.failure else "")


def main() -> None:
    """Ask, the second service only where the first does not know everything."""
    first = advisories("pypi", sys.argv[1:])
    services = [first] if first.whole else [first, advisories("osv", sys.argv[1:])]
    required = os.environ.get("SAMVIRKE_REQUIRE_AUDIT") == "1"
    code, lines = judged([services, [withdrawn()]], required)
    print("\n".join(["Audit of what is installed", *lines]))
    sys.exit(code)


if __name__ == "__main__":
    main()
