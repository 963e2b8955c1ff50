"""Declaration of the tables of documents, actors and who is who."""

from __future__ import annotations

from warehouse.schema.column import Column, Table, doc_id, end_char, rule, start_char

ACTOR_TYPES = ("person", "organisation", "government", "country", "group", "media")
MENTION_KINDS = ("name", "nominal", "pronoun")

DOCUMENTS = Table(
    "documents",
    "core",
    "One row per text: what the source says of it, and which version of an article it is.",
    (
        Column("doc_id", "VARCHAR", "Hash of the text: the same text has the same id wherever it was read.", key=True),
        Column("title", "VARCHAR", "Title as the source gives it.", nullable=True),
        Column("text", "VARCHAR", "The stored text; all offsets point into it."),
        Column("url", "VARCHAR", "Address of the article.", nullable=True),
        Column("author", "VARCHAR", "Author as the source gives it.", nullable=True),
        Column("source", "VARCHAR", "Outlet, agency or collection that published it.", nullable=True),
        Column("language", "VARCHAR", "ISO 639-1 code.", nullable=True),
        Column("published_date", "DATE", "Publication date; relative dates in the text count from it.", nullable=True),
        Column(
            "location", "VARCHAR", "Where it was read: a path, with line or row number where the file holds many.", nullable=True
        ),
        Column("word_count", "INTEGER", "Words in the text.", unit="words"),
        Column("pipeline_version", "VARCHAR", "Version of the extraction whose rows are stored."),
        Column("version", "INTEGER", "1 for the first text under this url, 2 for its correction, and so on.", filled=True),
        Column("is_current", "BOOLEAN", "No later text under the same url is known.", filled=True),
        Column(
            "supersedes_doc_id",
            "VARCHAR",
            "The text under the same url that this one corrects.",
            nullable=True,
            filled=True,
            references="documents.doc_id",
        ),
        Column(
            "original_doc_id",
            "VARCHAR",
            "For a near copy (syndicated or lightly edited): the first document that it is like.",
            nullable=True,
            filled=True,
            references="documents.doc_id",
        ),
        Column(
            "run_id",
            "VARCHAR",
            "Run that loaded the stored rows (runs.run_id).",
            filled=True,
            provenance=True,
            references="runs.run_id",
        ),
        Column("first_seen_at", "TIMESTAMP", "Start of the run that first loaded this text (UTC).", filled=True, provenance=True),
        Column("loaded_at", "TIMESTAMP", "When the stored rows were loaded (UTC).", filled=True, provenance=True),
    ),
)

SENTENCES = Table(
    "sentences",
    "core",
    "One row per sentence of a document.",
    (
        Column("sentence_id", "VARCHAR", "Hash of document and offsets.", key=True),
        doc_id(),
        Column("number", "INTEGER", "Place in the document, from 1."),
        Column("paragraph_number", "INTEGER", "Paragraph that it stands in, from 1."),
        start_char("the sentence"),
        end_char("the sentence"),
    ),
)

ENTITIES = Table(
    "entities",
    "core",
    "One row per actor and document: a person, organisation, government, country, group or outlet as one document speaks of it.",
    (
        Column(
            "entity_id",
            "VARCHAR",
            "Hash of document and actor as extracted; never changes when actors are merged or split.",
            key=True,
        ),
        doc_id(),
        Column(
            "extracted_actor_id", "VARCHAR", "Actor as the extraction resolved it; entity_actors holds the actor after decisions."
        ),
        Column(
            "actor_key",
            "VARCHAR",
            "Normalised name by which the same actor is known in other documents; NULL where the name "
            "identifies within this document only.",
            nullable=True,
        ),
        Column("name", "VARCHAR", "Fullest name in the document."),
        Column("type", "VARCHAR", "Kind of actor.", values=ACTOR_TYPES),
        Column("country_code", "VARCHAR", "ISO 3166 alpha-3 code.", nullable=True),
        Column("sector_code", "VARCHAR", "PLOVER sector: GOV, MIL, JRN and so on.", nullable=True),
        Column("roles", "VARCHAR[]", "Roles and affiliations as the text states them."),
        Column("held_role", "VARCHAR", "Role that the catalogue knows for the date of the document.", nullable=True),
        Column("mention_count", "INTEGER", "Mentions in the document.", unit="mentions"),
    ),
)

MENTIONS = Table(
    "mentions",
    "core",
    "One row per mention of an actor in a text, with the rule that tied it there.",
    (
        Column("mention_id", "VARCHAR", "Hash of entity and offsets.", key=True),
        doc_id(),
        Column("entity_id", "VARCHAR", "Actor in this document that is meant.", references="entities.entity_id"),
        Column("text", "VARCHAR", "The words of the mention."),
        start_char("the mention"),
        end_char("the mention"),
        Column("kind", "VARCHAR", "How the actor is mentioned.", values=MENTION_KINDS),
        rule(),
        Column("confidence_score", "DOUBLE", "How sure the rule is, from 0 to 1."),
    ),
)

AFFILIATIONS = Table(
    "affiliations",
    "core",
    "One row per tie of a person to an organisation, government or country that a text states.",
    (
        Column("affiliation_id", "VARCHAR", "Hash of entity, role and offsets.", key=True),
        doc_id(),
        Column("entity_id", "VARCHAR", "The person.", references="entities.entity_id"),
        Column("role", "VARCHAR", "Role as the text states it."),
        Column(
            "organisation_entity_id",
            "VARCHAR",
            "Whom the role ties the person to; NULL where the text does not say.",
            nullable=True,
            references="entities.entity_id",
        ),
        start_char("the statement"),
        end_char("the statement"),
    ),
)

ACTORS = Table(
    "actors",
    "core",
    "One row per actor across documents, after all decisions. Derived from entities and the catalogue at each load.",
    (
        Column(
            "actor_id",
            "VARCHAR",
            "Catalogue id, else hash of type and name; scoped to a document where the name alone does not identify.",
            key=True,
            filled=True,
        ),
        Column("name", "VARCHAR", "Name by which the actor is shown.", filled=True),
        Column("type", "VARCHAR", "Kind of actor.", values=ACTOR_TYPES, filled=True),
        Column("country_code", "VARCHAR", "ISO 3166 alpha-3 code.", nullable=True, filled=True),
        Column("sector_code", "VARCHAR", "PLOVER sector: GOV, MIL, JRN and so on.", nullable=True, filled=True),
        Column("document_count", "INTEGER", "Documents that mention the actor.", unit="documents", filled=True),
        Column("mention_count", "INTEGER", "Mentions in all documents.", unit="mentions", filled=True),
    ),
)

ACTOR_NAMES = Table(
    "actor_names",
    "core",
    "One row per name by which documents call an actor. Derived at each load.",
    (
        Column("actor_id", "VARCHAR", "The actor.", key=True, filled=True, references="actors.actor_id"),
        Column("name", "VARCHAR", "A name as documents write it.", key=True, filled=True),
        Column("name_key", "VARCHAR", "The name as names are compared: lower case, no accents.", filled=True),
        Column("mention_count", "INTEGER", "Mentions under this name in all documents.", unit="mentions", filled=True),
    ),
)

DECISIONS = Table(
    "decisions",
    "core",
    "One row per time that a person decided who is who, or took that back. Rows are only ever added; facts stay as they are.",
    (
        Column("act_id", "VARCHAR", "Hash of decision and number.", key=True),
        Column("decision_id", "VARCHAR", "Hash of what was decided."),
        Column("number", "INTEGER", "Which row about this decision; the last one holds."),
        Column("act", "VARCHAR", "Whether it was made or taken back.", values=("decided", "taken_back")),
        Column("action", "VARCHAR", "What was decided: two actors are one, or one is several.", values=("merge", "split")),
        Column("from_actor_id", "VARCHAR", "The actor that is merged away or split."),
        Column("to_actor_id", "VARCHAR", "The actor that stands from now on."),
        Column(
            "entity_id",
            "VARCHAR",
            "For a split: the actor in one document that goes to to_actor_id; NULL: the two actors are to be kept apart.",
            nullable=True,
        ),
        Column("note", "VARCHAR", "Why.", nullable=True),
        Column("decided_by", "VARCHAR", "Who.", nullable=True),
        Column("decided_at", "TIMESTAMP", "When (UTC).", provenance=True),
    ),
)

TEXT_TABLES = (DOCUMENTS, SENTENCES, ENTITIES, MENTIONS, AFFILIATIONS, ACTORS, ACTOR_NAMES, DECISIONS)
