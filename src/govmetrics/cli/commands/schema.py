"""`govmetrics schema`: JSON Schemas of what `extract` writes."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from govmetrics.cli import console
from govmetrics.cli.options import FINE, Lang


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("schema")(schema)


def schema(
    what: Annotated[
        Literal["metric", "report"],
        typer.Argument(metavar="metric|report", help="A line of ndjson, or the document that --format json writes."),
    ],
    _lang: Lang = "",
) -> int:
    """Print the versioned JSON Schema of a figure or of the whole JSON document."""
    import msgspec

    from govmetrics.output.record import METRIC_SCHEMA, REPORT_SCHEMA, Record, Reports

    type_, name = (Record, METRIC_SCHEMA) if what == "metric" else (Reports, REPORT_SCHEMA)
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **msgspec.json.schema(type_)}
    console.show(msgspec.json.format(msgspec.json.encode(described)).decode() + "\n")
    return FINE
