"""Worked examples from published documents, by name."""

from pathlib import Path
from typing import Any

import yaml

EXAMPLES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("examples.yaml").read_text(encoding="utf-8")
)
