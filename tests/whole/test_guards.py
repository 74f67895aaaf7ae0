"""What must not be in the repository, whoever wrote it."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Rule:
    """Something no file may hold, in which files, and what to write instead."""

    name: str
    pattern: str
    remedy: str
    files: str = ""  # regular expression on the path; all files when empty


def spelt(*parts: str) -> str:
    """Join the parts of a word that this file must not hold itself."""
    return re.escape("".join(parts))


def any_of(*patterns: str) -> str:
    return "(?:" + "|".join(patterns) + ")"


RULES = (
    Rule(
        "hosts of package indexes and system mirrors",
        any_of(
            spelt("py", "pi.org"),
            spelt("python", "hosted.org"),
            spelt("registry.", "npmjs.org"),
            spelt("registry.", "yarnpkg.com"),
            spelt("deb.", "debian.org"),
            spelt("security.", "debian.org"),
            spelt("archive.", "ubuntu.com"),
            spelt("crates", ".io"),
            spelt("proxy.", "golang.org"),
            r"\bmirrors?\." + r"[a-z0-9-]+\.[a-z]{2,}",
        ),
        "Name the package, not the place it comes from; everyone has their own index.",
    ),
    Rule(
        "addresses in set-up files",
        spelt(":", "//"),
        "Set-up must work with any index: run `make lock`, which leaves addresses out.",
        files=r"^(requirements.*|Makefile|\.ci/.*|.*\.lock|\.npmrc|.*pip\.conf)$",
    ),
    Rule(
        "paths of one machine",
        any_of(
            *(rf"(?<![\w.~-])/{top}/[\w.]" for top in ("work", "farm")),
            *(rf"(?<![\w.])/{home}/\.?[\w]" for home in ("root", "home")),
            spelt("/", "Users/") + r"\w",
            spelt("/opt/", "wheels"),
        ),
        "Write a path relative to the repository, or take it as an argument.",
    ),
    Rule(
        "words about the workplace",
        any_of(
            r"\bsub-?" + r"agents?\b",
            r"(?<!Jean-)\bClaud" + r"e\b",
            r"\bAnthrop" + r"ic\b",
            r"\bChatG" + r"PT\b",
            r"\bLL" + r"M\b",
            r"\bAI (assist" + r"ant|sess" + r"ion)\b",
        ),
        "Write about the effort and the software, not about how the text was made.",
    ),
    Rule(
        "work left open in the code",
        r"\b" + any_of(spelt("TO", "DO"), spelt("FIX", "ME"), spelt("X", "XX"), spelt("HA", "CK")) + r"\b",
        "Do it now, or write an issue and say in the docs what is not there.",
        files=r"\.(py|html|j2|typ|sh)$",
    ),
    Rule(
        "conflicts that were not resolved",
        r"^(<{7}|>{7}) ",
        "Choose one of the two versions.",
    ),
)


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The text files that git tracks, and those it would at the next `git add .`, by path."""
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if Path(git("rev-parse", "--show-toplevel").strip()) != ROOT:
        pytest.skip("not a git clone of Samvirke")
    paths = [ROOT / name for name in sorted(set(listed.split("\0"))) if name]
    contents = {path: path.read_bytes() for path in paths if path.is_file() and not path.is_symlink()}
    return {
        path.relative_to(ROOT).as_posix(): content.decode("utf-8", errors="replace")
        for path, content in contents.items()
        if b"\0" not in content
    }


def git(*arguments: str) -> str:
    try:
        run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not in a git clone, or git is not here")
    return run.stdout


def offences(rule: Rule, texts: dict[str, str]) -> list[str]:
    """Where the rule is broken, as `path:line: what was found`."""
    wanted, forbidden = re.compile(rule.files), re.compile(rule.pattern)
    return [
        f"{path}:{number}: {found.group()}"
        for path, text in texts.items()
        if wanted.search(path)
        for number, line in enumerate(text.splitlines(), start=1)
        if (found := forbidden.search(line))
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_file_holds(rule: Rule, texts: dict[str, str]) -> None:
    found = offences(rule, texts)
    assert not found, f"{rule.name}. {rule.remedy}\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("name", "path", "line"),
    [
        ("hosts of package indexes and system mirrors", "a.md", "from https:" + "//py" + "pi.org/simple"),
        ("hosts of package indexes and system mirrors", "a.sh", "apt from mirror" + ".example.org"),
        ("addresses in set-up files", "requirements/core.txt", "--index-url http" + "s://example.org"),
        ("addresses in set-up files", ".ci/run", "curl http" + "s://example.org"),
        ("paths of one machine", "a.py", "open('/wo" + "rk/main/a.yaml')"),
        ("paths of one machine", "a.yaml", "path: /ro" + "ot/.cache"),
        ("words about the workplace", "a.md", "written by a sub" + "agent"),
        ("words about the workplace", "a.md", "as Claud" + "e said"),
        ("work left open in the code", "a.py", "# TO" + "DO: discount"),
        ("conflicts that were not resolved", "a.yaml", "<" * 7 + " HEAD"),
    ],
)
def test_the_rule_finds_what_it_is_for(name: str, path: str, line: str) -> None:
    (rule,) = (rule for rule in RULES if rule.name == name)
    assert len(offences(rule, {path: f"first line\n{line}\n"})) == 1


@pytest.mark.parametrize(
    "line",
    [
        "A report from Jean-" + "Claud" + "e Juncker's time",
        "See docs/work/plan.md and the follow-up/work/group.",
        "Agencies, agents and sessions; a mirror of society.",
    ],
)
def test_ordinary_sentences_break_no_rule(line: str) -> None:
    assert [name for rule in RULES for name in offences(rule, {"a.md": line})] == []


def test_the_licence_is_mit() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("MIT License\n")
    assert "Samvirke contributors" in licence
    assert "to deal\nin the Software without restriction" in licence


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    numbered = sorted(path.name for path in folder.glob("[0-9]*.md"))
    missing = [name for name in numbered if f"]({name})" not in index]
    assert not missing, f"{missing}: add a line to docs/decisions/README.md."
    numbers = [name[:4] for name in numbered]
    assert len(numbers) == len(set(numbers)), "two decisions share a number"
