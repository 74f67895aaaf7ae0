"""ALT, UTR, ASG: where each fault begins and ends, beside the examples that stand on the rules' pages."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.checks.examples import found, laid_over

LIMITS = yaml.safe_load((Path(__file__).parent / "study_limits.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: f"{limit['code']}: {limit['says']}")
def test_a_fault_is_found_where_it_begins_and_not_where_it_ends(
    limit: dict[str, Any], tmp_path: Path
) -> None:
    findings = found(laid_over(limit["change"], tmp_path), limit["code"])
    assert [one.severity for one in findings] == limit["finds"], [one.told("en") for one in findings]
