"""The findings of a check as SARIF 2.1.0, which code hosts and editors show beside the lines they are about.

SARIF wants a whole address in `helpUri`, and hosts have turned away files with part of one. The pages of the
rules have no address of their own, so each rule carries its help and names its page in `docs` as a property.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Literal
from urllib.parse import quote

from samvirke import __version__
from samvirke.checks.finding import Finding, Severity
from samvirke.checks.registry import Checked, all_rules
from samvirke.checks.rule import EXAMPLE, REMEDY, WHY, Rule
from samvirke.language import Language
from samvirke.study.involvement import Excuse

Json = dict[str, object]
Level = Literal["error", "warning", "note"]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL: Mapping[Severity, Level] = {"must": "error", "should": "warning", "note": "note"}
WHOLE_STUDY = "study.yaml"  # a folder is no place that a code host can show


def sarif(checked: Checked, language: Language, folder: str = "") -> str:
    """One run with every rule and every finding, in one language.

    `folder` is the path of the study from the root of what the code host shows; files are named from there.
    """
    run: Json = {
        "tool": {
            "driver": {
                "name": "Samvirke",
                "semanticVersion": __version__,
                "rules": [_rule(one, language) for one in all_rules()],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": list(_results(checked, language, folder)),
    }
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _rule(one: Rule, language: Language) -> Json:
    parts = ((WHY, one.why), (REMEDY, one.remedy))
    text = "\n\n".join(part[language] for _, part in parts)
    told = "\n\n".join(f"**{heading[language]}.** {part[language]}" for heading, part in parts)
    return {
        "id": one.code,
        "name": one.name,
        "shortDescription": {"text": one.summary[language]},
        "fullDescription": {"text": one.why[language]},
        "help": {
            "text": text,
            "markdown": f"{told}\n\n**{EXAMPLE[language]}**\n\n```text\n{one.example}\n```",
        },
        "defaultConfiguration": {"level": LEVEL[one.severity]},
        "properties": {"page": f"docs/reference/rules.md#{one.code.lower()}-{one.name}"},
    }


def _results(checked: Checked, language: Language, folder: str) -> Iterator[Json]:
    alike: dict[str, int] = {}
    for finding in (*checked.findings, *checked.excused):
        excuse = checked.excuse(finding)
        same = f"{finding.code} {finding.excused_by}"
        alike[same] = alike.get(same, 0) + 1
        result: Json = {
            "ruleId": finding.code,
            "level": LEVEL[finding.severity],
            "message": {"text": f"{finding.text[language].rstrip('.')}. {finding.remedy[language]}"},
            "locations": [{"physicalLocation": _location(finding, folder)}],
            # What the finding is about, not its line: it is the same finding when lines are put in above it.
            "partialFingerprints": {
                "primaryLocationLineHash": f"{sha256(same.encode()).hexdigest()[:16]}:{alike[same]}"
            },
        }
        yield {**result, "suppressions": [_suppression(excuse, language)]} if excuse is not None else result


def _location(finding: Finding, folder: str) -> Json:
    file = WHOLE_STUDY if finding.place.file.endswith("/") else finding.place.file
    return {
        "artifactLocation": {"uri": quote(f"{folder}/{file}" if folder else file)},
        "region": {"startLine": finding.place.line or 1},
    }


def _suppression(excuse: Excuse, language: Language) -> Json:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": excuse.reason[language],
        "properties": {"review": excuse.review.isoformat()},
    }
