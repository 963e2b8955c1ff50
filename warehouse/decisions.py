"""Decisions of people about actors: that two are one, that an entity is another, that two are never one; and taking them back.

A decision is one row that facts do not know of: the view ``entity_actors`` applies it. So the same decisions give the same ids in
any order. Taking one back is a row too: every id is again what it was, and who decided what, when and why stays on record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

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
    """What was decided, without who did so when and why."""

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
    """Decide that an actor is another one, whose id and rows it joins. Each is named by its id, or by a name that is its alone.

    Returns:
        The id of the decision, by which it can be taken back.

    Raises:
        DecisionError: one of them does not exist (W501) or is not the only one of that name (W507), or a decision says otherwise
            (W502, W503, W504).
    """
    return _decide(connection, Decision("merge", identify(connection, actor_id), identify(connection, into)), note, decided_by)


def keep_apart(
    connection: duckdb.DuckDBPyConnection, actor_id: str, other: str, note: str | None = None, decided_by: str | None = None
) -> str:
    """Decide that two actors are never one, so that no merge may join them, directly or by way of others.

    Raises:
        DecisionError: one of them does not exist (W501) or is not the only one of that name (W507), or they are merged (W504).
    """
    one, two = sorted((identify(connection, actor_id), identify(connection, other)))
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
    actor_id = identify(connection, actor_id)
    found = connection.execute(statement("decisions/entity"), {"actor_id": actor_id, "doc_id": doc_id}).fetchall()
    if not found:
        raise DecisionError("W501", f"Document {doc_id} does not speak of {actor_id}.", "Look it up with `readout actors show`.")
    entity_id = found[0][0]
    target = _hash("split", entity_id) if to_actor_id is None else identify(connection, to_actor_id)
    return _decide(connection, Decision("split", actor_id, target, entity_id), note, decided_by)


def undo(connection: duckdb.DuckDBPyConnection, decision_id: str, note: str | None = None, decided_by: str | None = None) -> str:
    """Take a decision back; that it was made stays on record. The first characters of its id are enough.

    Returns:
        The id of the decision.

    Raises:
        DecisionError: no decision that stands has such an id, or several have (W506).
    """
    found = live_decisions(connection).filter(pl.col("decision_id").str.starts_with(decision_id))
    if found.height != 1:
        many = f"{found.height} decisions begin with" if found.height else "There is no standing decision"
        raise DecisionError("W506", f"{many} {decision_id}.", "Look it up with `readout actors history`.")
    taken = found.row(0, named=True)
    of = Decision(taken["action"], taken["from_actor_id"], taken["to_actor_id"], taken["entity_id"])
    record(connection, [_act(connection, of, "taken_back", note, decided_by)])
    return of.decision_id


def live_decisions(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return the decisions that stand, as the view ``live_decisions`` has them, ordered by id."""
    return to_frame(connection.sql(statement("decisions/live")))


def all_acts(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return the whole table ``decisions``: each time that something was decided or taken back, the latest first."""
    return to_frame(connection.sql(statement("decisions/all")))


def history(connection: duckdb.DuckDBPyConnection, wanted: str | None = None) -> pl.DataFrame:
    """Return what was decided about the actors of a name, code or id, those merged away included; about all without one.

    Returns:
        One row per act, the latest first: decided_at, act, action, from_actor_id, to_actor_id, doc_id, decided_by, note,
        decision_id, is_live.
    """
    return to_frame(connection.sql(statement("decisions/history"), params={"wanted": wanted}))


def identify(connection: duckdb.DuckDBPyConnection, wanted: str) -> str:
    """Return the id of the one actor that an id or an exact name means.

    Raises:
        DecisionError: there is none (W501), or several go by that name (W507).
    """
    found = [str(actor_id) for (actor_id,) in connection.execute(statement("decisions/identify"), {"wanted": wanted}).fetchall()]
    if not found:
        raise DecisionError("W501", f"There is no actor {wanted}.", "Look it up with `readout actors show`.")
    if len(found) > 1:
        raise DecisionError(
            "W507", f"{len(found)} actors go by the name {wanted}: {', '.join(found[:5])}.", "Name one by its id."
        )
    return found[0]


def suggest(connection: duckdb.DuckDBPyConnection, most: int = 50) -> pl.DataFrame:
    """Return pairs of actors that may be one, likeliest first; nothing is decided.

    Returns:
        One row per pair: actor_id, name, other_actor_id, other_name, type, reason, name_score (Jaro-Winkler, 0 to 1),
        shared_company_count (actors met in documents of both), shared_company (three of them), is_same_country, document_count,
        other_document_count.
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


def record(connection: duckdb.DuckDBPyConnection, acts: Sequence[Mapping[str, Any]]) -> None:
    """Add rows to ``decisions`` and work out anew the actors that they change, in one transaction.

    Raises:
        DecisionError: the decisions that would then stand contradict each other (W502, W503, W504, W505); nothing is added.
    """
    rows = frame("decisions", acts)
    connection.register("staged_decisions", Stream(rows))
    connection.begin()
    try:
        connection.execute(statement("derive/remember"))
        connection.execute(with_names("load/insert_all", table="decisions"))
        standing = live_decisions(connection).select("action", "from_actor_id", "to_actor_id", "entity_id").iter_rows()
        if (problem := conflict(Decision(*row) for row in standing)) is not None:
            raise problem
        for step in ("touched_by_decisions", "actors", "actor_names"):
            connection.execute(statement(f"derive/{step}"))
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.unregister("staged_decisions")
    connection.commit()


def act_row(of: Decision, number: int, act: str, note: str | None, decided_by: str | None, at: datetime | None) -> dict[str, Any]:
    """Return the row of ``decisions`` for making a decision or taking it back; without a time, of now."""
    return {
        "act_id": _hash(of.decision_id, str(number)),
        "decision_id": of.decision_id,
        "number": number,
        "act": act,
        **asdict(of),
        "note": note,
        "decided_by": decided_by,
        "decided_at": at or datetime.now(UTC).replace(tzinfo=None),
    }


def _act(
    connection: duckdb.DuckDBPyConnection, of: Decision, act: str, note: str | None, decided_by: str | None
) -> dict[str, Any]:
    numbers = dict(connection.execute(statement("decisions/numbers")).fetchall())
    return act_row(of, numbers.get(of.decision_id, 0) + 1, act, note, decided_by, None)


def _decide(connection: duckdb.DuckDBPyConnection, new: Decision, note: str | None, decided_by: str | None) -> str:
    if new.decision_id not in live_decisions(connection)["decision_id"]:
        record(connection, [_act(connection, new, "decided", note, decided_by)])
    return new.decision_id


def _hash(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
