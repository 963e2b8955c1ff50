"""Decisions of people about actors: that two are one, that an entity is another, that two are never one; and taking them back.

A decision is one row that facts do not know of: the view ``entity_actors`` applies it. So the same decisions give the same ids in
any order, and a decision that is taken back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import blake2b

import duckdb
import polars as pl

from warehouse.arrow import Stream, to_frame
from warehouse.errors import WarehouseError
from warehouse.schema import frame
from warehouse.statements import statement, with_names


class DecisionError(WarehouseError):
    """A decision contradicts another one, or is about an actor that does not exist."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of ``decisions``, without who made it when."""

    action: str
    from_actor_id: str
    to_actor_id: str
    entity_id: str | None = None

    @property
    def decision_id(self) -> str:
        """Hash of what was decided: deciding the same again changes nothing."""
        return _hash(self.action, self.from_actor_id, self.to_actor_id, self.entity_id or "")


def merge(
    connection: duckdb.DuckDBPyConnection, actor_id: str, into: str, note: str | None = None, decided_by: str | None = None
) -> str:
    """Decide that an actor is another one, whose id and rows it joins.

    Returns:
        The id of the decision, by which it can be taken back.

    Raises:
        DecisionError: one of them does not exist (W501), or a decision says otherwise (W502, W503, W504).
    """
    return _decide(connection, Decision("merge", actor_id, into), note, decided_by)


def keep_apart(
    connection: duckdb.DuckDBPyConnection, actor_id: str, other: str, note: str | None = None, decided_by: str | None = None
) -> str:
    """Decide that two actors are never one, so that no merge may join them, directly or by way of others.

    Raises:
        DecisionError: one of them does not exist (W501), or they are merged (W504).
    """
    one, two = sorted((actor_id, other))
    return _decide(connection, Decision("split", one, two), note, decided_by)


def split(
    connection: duckdb.DuckDBPyConnection,
    actor_id: str,
    doc_id: str,
    to_actor_id: str | None = None,
    note: str | None = None,
    decided_by: str | None = None,
) -> str:
    """Decide that one document means another actor than the one that it was taken for.

    Args:
        connection: a writing connection.
        actor_id: the actor that the document was taken to speak of.
        doc_id: the document.
        to_actor_id: whom it means; None makes an actor of its own.
        note: why.
        decided_by: who says so.

    Raises:
        DecisionError: the document does not speak of that actor (W501), or the entity was moved before (W505).
    """
    found = connection.execute(statement("decisions/entity"), {"actor_id": actor_id, "doc_id": doc_id}).fetchall()
    if not found:
        raise DecisionError("W501", f"Document {doc_id} does not speak of {actor_id}.", "Look it up with `readout actors show`.")
    if to_actor_id is not None:
        _require(connection, to_actor_id)
    entity_id = found[0][0]
    return _decide(connection, Decision("split", actor_id, to_actor_id or _hash("split", entity_id), entity_id), note, decided_by)


def undo(connection: duckdb.DuckDBPyConnection, decision_id: str) -> None:
    """Take a decision back.

    Raises:
        DecisionError: there is no such decision (W506).
    """
    rows = decisions(connection)
    if decision_id not in rows["decision_id"]:
        raise DecisionError("W506", f"There is no decision {decision_id}.", "Look it up with `readout actors show`.")
    _replace(connection, rows.filter(pl.col("decision_id") != decision_id))


def decisions(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return all decisions, as in the table."""
    return to_frame(connection.sql(statement("decisions/all")))


def suggest(connection: duckdb.DuckDBPyConnection, most: int = 50) -> pl.DataFrame:
    """Return pairs of actors that may be one, likeliest first; nothing is decided.

    Returns:
        One row per pair: actor_id, name, other_actor_id, other_name, type, name_score (Jaro-Winkler, 0 to 1),
        shared_company_count (actors met in documents of both), is_same_country.
    """
    return to_frame(connection.sql(statement("decisions/suggest"), params={"most": most}))


def show(connection: duckdb.DuckDBPyConnection, wanted: str) -> pl.DataFrame:
    """Return in which documents the actors of a name, country code or id occur, and from which actor each was merged.

    Returns:
        One row per actor and document: actor_id, name, type, country_code, sector_code, doc_id, published_date, entity_id,
        name_in_document, roles, held_role, mention_count, merged_from.
    """
    return to_frame(connection.sql(statement("decisions/show"), params={"wanted": wanted}))


def conflict(known: Iterable[Decision]) -> DecisionError | None:
    """Return what makes a set of decisions contradict itself, whatever their order; None where they agree."""
    known = list(known)
    goes: dict[str, str] = {}
    for one in sorted((d for d in known if d.action == "merge"), key=lambda d: d.decision_id):
        if goes.setdefault(one.from_actor_id, one.to_actor_id) != one.to_actor_id:
            return DecisionError("W502", f"{one.from_actor_id} is already merged into another.", "Take that merge back first.")
    for actor_id in goes:
        if _standing(actor_id, goes) is None:
            return DecisionError("W503", f"{actor_id} would be merged into itself.", "Take one of the merges back first.")
    moved: dict[str, str] = {}
    for one in (d for d in known if d.action == "split"):
        if one.entity_id is None and _standing(one.from_actor_id, goes) == _standing(one.to_actor_id, goes):
            apart = f"{one.from_actor_id} and {one.to_actor_id} are to be kept apart, but merges join them."
            return DecisionError("W504", apart, "Take one of these decisions back first.")
        if one.entity_id is not None and moved.setdefault(one.entity_id, one.to_actor_id) != one.to_actor_id:
            return DecisionError("W505", f"Entity {one.entity_id} is already split off.", "Take that split back first.")
    return None


def _standing(actor_id: str, goes: dict[str, str]) -> str | None:
    """Return the actor that stands for this one after all merges; None where they lead round in a circle."""
    seen = {actor_id}
    while actor_id in goes:
        actor_id = goes[actor_id]
        if actor_id in seen:
            return None
        seen.add(actor_id)
    return actor_id


def _decide(connection: duckdb.DuckDBPyConnection, new: Decision, note: str | None, decided_by: str | None) -> str:
    rows = decisions(connection)
    if new.decision_id in rows["decision_id"]:
        return new.decision_id
    for actor_id in {new.from_actor_id} if new.entity_id else {new.from_actor_id, new.to_actor_id}:
        _require(connection, actor_id)
    known = [Decision(*row) for row in rows.select("action", "from_actor_id", "to_actor_id", "entity_id").iter_rows()]
    if (problem := conflict([*known, new])) is not None:
        raise problem
    now = datetime.now(UTC).replace(tzinfo=None)
    made = {"decision_id": new.decision_id, **asdict(new), "note": note, "decided_by": decided_by, "decided_at": now}
    _replace(connection, pl.concat([rows, frame("decisions", [made])]))
    return new.decision_id


def _require(connection: duckdb.DuckDBPyConnection, actor_id: str) -> None:
    if connection.execute(statement("decisions/exists"), {"actor_id": actor_id}).fetchall() == [(False,)]:
        raise DecisionError("W501", f"There is no actor {actor_id}.", "Look it up with `readout actors show`.")


def _replace(connection: duckdb.DuckDBPyConnection, rows: pl.DataFrame) -> None:
    """Put these decisions in place of all others and work out the actors anew, in one transaction."""
    connection.register("staged_decisions", Stream(rows))
    connection.begin()
    try:
        connection.execute(with_names("load/empty", table="decisions"))
        connection.execute(with_names("load/insert_all", table="decisions"))
        for step in ("touched_all", "actors", "actor_names"):
            connection.execute(statement(f"derive/{step}"))
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.unregister("staged_decisions")
    connection.commit()


def _hash(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
