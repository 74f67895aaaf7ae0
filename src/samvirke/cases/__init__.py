"""The studies that come with Samvirke."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

DEFAULT = "trafficking"


def built_in() -> dict[str, Path]:
    """The built-in studies: name → folder."""
    root = Path(str(files(__name__)))
    return {folder.name: folder for folder in sorted(root.iterdir()) if (folder / "study.yaml").is_file()}
