"""The findings of a check as JSON, for programs that read them."""

from __future__ import annotations

import json

from samvirke.checks.finding import Finding
from samvirke.checks.registry import Checked, rule
from samvirke.language import LANGUAGES, Text


def findings_json(checked: Checked) -> str:
    """A list of every finding, gravest first, and then of those that are excused."""
    found = [_record(checked, finding) for finding in (*checked.findings, *checked.excused)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def rule_name(finding: Finding) -> str:
    """What the rule of a finding is called."""
    found = rule(finding.code)
    return found.name if found is not None else ""


def _record(checked: Checked, finding: Finding) -> dict[str, object]:
    excuse = checked.excuse(finding)
    excused = excuse and {"reason": _both(excuse.reason), "review": excuse.review.isoformat()}
    return {
        "code": finding.code,
        "name": rule_name(finding),
        "severity": finding.severity,
        "file": finding.place.file,
        "line": finding.place.line,
        "field": finding.place.field,
        "subject": finding.subject,
        "text": _both(finding.text),
        "remedy": _both(finding.remedy),
        "excused": excused,
    }


def _both(text: Text) -> dict[str, str | None]:
    """Both languages; null where the study has no English."""
    return {language: None if text.lacks(language) else text[language] for language in LANGUAGES}
