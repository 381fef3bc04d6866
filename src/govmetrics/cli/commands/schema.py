"""`govmetrics schema`: JSON Schemas of what `extract`, `check` and `compare` write."""

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
        Literal["metric", "report", "finding", "verdict", "findings", "comparison"],
        typer.Argument(
            metavar="metric|report|finding|verdict|findings|comparison", help="A line of ndjson, or the document that --format json writes."
        ),
    ],
    _lang: Lang = "",
) -> int:
    """Print the versioned JSON Schema of a figure, a finding, a verdict or a whole JSON document."""
    import msgspec

    from govmetrics.output import record
    from govmetrics.output.comparison import record as comparison
    from govmetrics.output.findings import record as findings

    type_, name = {
        "metric": (record.Record, record.METRIC_SCHEMA),
        "report": (record.Reports, record.REPORT_SCHEMA),
        "finding": (findings.FindingRecord, findings.FINDING_SCHEMA),
        "verdict": (findings.VerdictRecord, findings.VERDICT_SCHEMA),
        "findings": (findings.CheckedReports, findings.FINDINGS_SCHEMA),
        "comparison": (comparison.ComparisonDocument, comparison.COMPARISON_SCHEMA),
    }[what]
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": name, **msgspec.json.schema(type_)}
    console.show(msgspec.json.format(msgspec.json.encode(described)).decode() + "\n")
    return FINE
