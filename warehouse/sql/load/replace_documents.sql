DELETE FROM documents WHERE doc_id IN (SELECT doc_id FROM incoming);
INSERT INTO documents BY NAME FROM incoming;
