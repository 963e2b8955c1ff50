"""Put the answers of the example warehouse under the questions of README.md.

python3 bootstrap.py demo && .venv/bin/python benchmarks/readme.py demo/readout.read.duckdb
"""

from __future__ import annotations

import re
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from warehouse.connect import query, reader

README = Path(__file__).parent.parent / "README.md"
QUESTION = re.compile(r"```sql\n(?P<sql>.*?)\n```\n\n```text\n.*?```", re.DOTALL)


def main() -> None:
    """Ask each question and write the page."""
    with reader(Path(sys.argv[1])) as connection:

        def answered(question: re.Match[str]) -> str:
            answer = query(connection, question["sql"])
            table = Table(*answer.columns)
            for row in answer.iter_rows():
                table.add_row(*(Text("" if value is None else str(value)) for value in row))
            console = Console(record=True, width=130, file=StringIO())
            console.print(table)
            return f"```sql\n{question['sql']}\n```\n\n```text\n{console.export_text().rstrip()}\n```"

        README.write_text(QUESTION.sub(answered, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
