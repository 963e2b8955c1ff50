"""The one declaration of all tables and columns. DDL, comments, Polars schemas, checks and the data dictionary derive from it."""

from warehouse.schema.column import TYPES, Column, Table
from warehouse.schema.frames import EXTRACTED, TABLES, check_frame, frame

__all__ = ["EXTRACTED", "TABLES", "TYPES", "Column", "Table", "check_frame", "frame"]
