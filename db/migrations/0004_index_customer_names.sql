-- As before, and an apostrophe joins instead of parting: D'Ávila is typed "davila" as often as "d'avila".
CREATE OR REPLACE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(
    regexp_replace(' ' || lower(public.unaccent('public.unaccent', translate(name, '.''’`´', ''))) || ' ', '[^a-z0-9]+', ' ', 'g'),
    '( (da|de|do|dos|das|e))+(?= )', '', 'g'))
$$;
--> statement-breakpoint
-- The lexeme that stands for a store or a user in name_tsv: short, and no word of a name can look like it.
CREATE FUNCTION scope_mark(id uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT '@' || to_hex(uuid_hash(id))
$$;
--> statement-breakpoint
-- A word's first eight letters, and what is left of them with one or two missing. Two words at most two edits apart share a piece.
CREATE FUNCTION word_pieces(word text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT ROWS 37 AS $$
  WITH whole AS (SELECT left(word, 8) AS piece),
  one AS (SELECT DISTINCT overlay(w.piece PLACING '' FROM i FOR 1) AS piece FROM whole w, generate_series(1, length(w.piece)) i),
  two AS (SELECT overlay(o.piece PLACING '' FROM i FOR 1) AS piece FROM one o, generate_series(1, length(o.piece)) i WHERE length(word) > 3)
  SELECT piece FROM whole UNION SELECT piece FROM one UNION SELECT piece FROM two
$$;
--> statement-breakpoint
-- Only words of letters are ever misspelt; a word's length bounds how far.
CREATE FUNCTION is_spelt(word text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT length(word) BETWEEN 3 AND 60 AND word !~ '[^a-z]'
$$;
--> statement-breakpoint
-- Keeps the dictionary complete and its counts about right. New words go in in one order, so that two writers cannot wait for each
-- other; counts skip the words another writer is counting.
CREATE FUNCTION count_name_words(added text[], removed text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH fresh AS (
    INSERT INTO name_words (word)
    SELECT a.word FROM (SELECT DISTINCT unnest(added) AS word) a
    WHERE NOT EXISTS (SELECT FROM name_words k WHERE k.word = a.word COLLATE "C")
    ORDER BY a.word COLLATE "C"
    ON CONFLICT DO NOTHING RETURNING word
  )
  INSERT INTO name_word_pieces (piece, word)
  SELECT p, f.word FROM fresh f, word_pieces(f.word) p WHERE is_spelt(f.word);

  WITH change AS (
    SELECT word COLLATE "C" AS word, sum(n)::integer AS n
    FROM (SELECT unnest(added), 1 UNION ALL SELECT unnest(removed), -1) w (word, n) GROUP BY 1 HAVING sum(n) <> 0
  ), free AS (
    SELECT k.word, c.n FROM change c JOIN name_words k ON k.word = c.word FOR UPDATE OF k SKIP LOCKED
  )
  UPDATE name_words k SET names = greatest(0, k.names + f.n) FROM free f WHERE k.word = f.word;
END
$$;
--> statement-breakpoint
-- Rewrites what search knows of these customers' names. Every writer of names, store, assigned user or survivor calls it, once, in its own
-- transaction. An absorbed customer is as visible as its survivor.
CREATE FUNCTION index_customer_names(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  removed text[];
  added text[];
BEGIN
  WITH gone AS (DELETE FROM customer_names WHERE customer_id = ANY(ids) RETURNING name_key)
  SELECT array_agg(word) INTO removed FROM gone, string_to_table(name_key, ' ') word;

  WITH fresh AS (
    INSERT INTO customer_names (customer_id, source, name_key, name_tsv, store_id, assigned_user_id)
    SELECT c.id, n.source, n.key,
      array_to_tsvector(array_remove(string_to_array(n.key, ' ') || scope_mark(r.store_id) || scope_mark(r.assigned_user_id), NULL)),
      r.store_id, r.assigned_user_id
    FROM customers c
    JOIN customers r ON r.id = coalesce(c.survivor_id, c.id)
    CROSS JOIN LATERAL (SELECT name_key(c.name) AS name, name_key(c.preferred_name) AS preferred) k
    CROSS JOIN LATERAL (VALUES ('name', k.name), ('preferred_name', nullif(k.preferred, k.name))) n (source, key)
    WHERE c.id = ANY(ids) AND n.key <> ''
    RETURNING name_key
  )
  SELECT array_agg(word) INTO added FROM fresh, string_to_table(name_key, ' ') word;

  PERFORM count_name_words(added, removed);
END
$$;
