"""The flow `report`: check the data, then write the report of a period from the published copy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact

from flows import steps
from flows.settings import Settings
from tasks.errors import ReadoutError
from tasks.report.queries import read_report
from tasks.report.render import Written, write_report
from warehouse.check import run_checks
from warehouse.connect import reader


class ReportHeld(ReadoutError):
    """The data failed a check that must hold before anybody acts on a report."""


@flow(name="report")
def report(since: date | None = None, until: date | None = None, settings: Settings | None = None) -> Written:
    """Write the report of a period as HTML and Markdown.

    Args:
        since: first day of publication; from the beginning where left out.
        until: last day of publication; to the end where left out.
        settings: where things are; from readout.toml and the environment where left out.

    Raises:
        ReportHeld: a data check failed; the report is not written.
        WarehouseError: nothing was published yet.
    """
    settings = settings or Settings()
    check_data(settings.warehouse)
    steps.publish_copy(settings.warehouse)
    written = write_pages(settings.published, settings.reports, since, until)
    get_run_logger().info("Report: %s", written.html.resolve())
    create_link_artifact(written.html.resolve().as_uri(), key="report", link_text=written.html.name)
    create_markdown_artifact(written.markdown.read_text(encoding="utf-8"), key="report-text", description="The report as text")
    return written


@task(name="check", task_run_name="check", **steps.STEP)
def check_data(warehouse: Path) -> None:
    """Run the data checks; hold the report where one that must hold does not."""
    failed = run_checks(warehouse).filter(severity="fail", is_passed=False)["name"].to_list()
    if failed:
        message = f"The report is held: {len(failed)} data checks failed ({', '.join(failed)})."
        raise ReportHeld("R003", message, "Run readout check to see the rows, mend them (readout rebuild), and report again.")


@task(name="report", task_run_name="report", **steps.STEP)
def write_pages(published: Path, folder: Path, since: date | None, until: date | None) -> Written:
    """Write the report from the published copy."""
    with reader(published) as connection:
        return write_report(read_report(connection, since, until), folder)


if __name__ == "__main__":
    report()
