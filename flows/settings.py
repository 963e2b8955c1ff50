"""Settings, from readout.toml, the environment (READOUT_...) and options, in rising order."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from warehouse.paths import published_path, written_path


class Settings(BaseSettings):
    """Where things are and how much of the machine a run may use."""

    model_config = SettingsConfigDict(env_prefix="READOUT_", toml_file="readout.toml", extra="forbid")

    warehouse: Annotated[Path, Field(description="The DuckDB file that runs write to.")] = Path("readout.duckdb")
    reports: Annotated[Path, Field(description="Folder for reports.")] = Path("reports")
    model: Annotated[str, Field(description="A shipped pipeline, a folder, or an installed spaCy package.")] = "accurate"
    workers: Annotated[int, Field(ge=1, description="Processes that extract.")] = 1
    batch_size: Annotated[int, Field(ge=1, description="Most documents in a batch: one task, one package, one transaction.")] = (
        100
    )
    document_timeout_seconds: Annotated[float, Field(gt=0, description="A document that takes longer is rejected.")] = 120.0
    max_reject_share: Annotated[
        float, Field(ge=0, le=1, description="A run that rejects more fails, after loading the rest.")
    ] = 0.1
    catalogue: Annotated[tuple[Path, ...], Field(description="Files or folders of your own actors; they win over ours.")] = ()
    schedule: Annotated[str, Field(description="Cron line of the scheduled ingest that `readout serve` runs.")] = "0 6 * * *"
    report_schedule: Annotated[str, Field(description="Cron line of the scheduled report.")] = "30 6 * * *"
    inbox: Annotated[Path, Field(description="Folder that the scheduled ingest reads.")] = Path("inbox")
    timezone: Annotated[str, Field(description="Time zone of the schedule.")] = "UTC"
    port: Annotated[int, Field(ge=1, le=65535, description="Port of the Prefect server that `readout serve` starts.")] = 4200
    allow_private_urls: Annotated[bool, Field(description="Let `readout ingest URL` read from this machine's own network.")] = (
        False
    )

    @field_validator("warehouse")
    @classmethod
    def _written_file(cls, path: Path) -> Path:
        """Take the file that runs write to, also where the copy that is read was named."""
        return written_path(path)

    @property
    def published(self) -> Path:
        """The read-only copy that analysts, `readout sql` and reports open."""
        return published_path(self.warehouse)

    @property
    def work(self) -> Path:
        """Folder for batches and packages on their way into the warehouse."""
        return self.warehouse.parent / ".readout" / self.warehouse.stem

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read options first, then the environment, then readout.toml in the working folder."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**options: object) -> Settings:
    """Return the settings; options that are None were not given.

    Raises:
        pydantic.ValidationError: a value is out of range or a name is unknown.
    """
    return Settings(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]
