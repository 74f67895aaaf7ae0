"""`samvirke schema`: JSON Schema for the files of a study."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console

from samvirke.cli.failure import done
from samvirke.report.output import write_all
from samvirke.study.json_schema import schemas


def write_schemas(folder: Path | None) -> None:
    """Print all schemas as one JSON map, or write each to `NAME.schema.json` in a folder."""
    found = schemas()
    if folder is None:
        Console(highlight=False, soft_wrap=True, markup=False).print(
            json.dumps(found, ensure_ascii=False, indent=1)
        )
        return
    write_all(
        folder,
        {
            f"{name.removesuffix('.yaml').replace('/', '-')}.schema.json": (
                json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
            ).encode()
            for name, schema in found.items()
        },
        done.in_place,
    )
