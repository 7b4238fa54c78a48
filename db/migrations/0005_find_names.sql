DROP FUNCTION word_pieces(text);
--> statement-breakpoint
-- A word's first eight letters, and what is left of them with one or two missing. Two words at most two edits apart share a piece.
CREATE FUNCTION word_pieces(word text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  start text := left(word, 8);
  pieces text[] := ARRAY[start];
  one text;
BEGIN
  FOR i IN 1..length(start) LOOP
    one := left(start, i - 1) || substr(start, i + 1);
    pieces := pieces || one;
    CONTINUE WHEN length(word) <= 3;
    FOR j IN i..length(one) LOOP
      pieces := pieces || (left(one, j - 1) || substr(one, j + 1));
    END LOOP;
  END LOOP;
  RETURN pieces;
END
$$;
--> statement-breakpoint
-- Keeps the dictionary complete and its counts about right. New words go in in one order, so that two writers cannot wait for each
-- other; counts skip the words another writer is counting.
CREATE OR REPLACE FUNCTION count_name_words(added text[], removed text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH fresh AS (
    INSERT INTO name_words (word)
    SELECT a.word FROM (SELECT DISTINCT unnest(added) AS word) a
    WHERE NOT EXISTS (SELECT FROM name_words k WHERE k.word = a.word COLLATE "C")
    ORDER BY a.word COLLATE "C"
    ON CONFLICT DO NOTHING RETURNING word
  )
  INSERT INTO name_word_pieces (piece, word)
  SELECT DISTINCT unnest(word_pieces(f.word)), f.word FROM fresh f WHERE is_spelt(f.word);

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
-- Names after a position and below a bound, in order, within a scope: one range of one btree (one per store).
CREATE FUNCTION names_from(after_key text, after_id uuid, below text, seller uuid, stores uuid[], most integer)
RETURNS TABLE (id uuid, source text, key text) LANGUAGE plpgsql STABLE ROWS 20 AS $$
BEGIN
  IF seller IS NOT NULL THEN
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.assigned_user_id = seller AND (n.name_key, n.customer_id) > (after_key COLLATE "C", after_id) AND n.name_key < below COLLATE "C"
      ORDER BY n.name_key, n.customer_id LIMIT most;
  ELSIF stores IS NOT NULL THEN
    RETURN QUERY SELECT m.customer_id, m.source, m.name_key FROM unnest(stores) s CROSS JOIN LATERAL (
        SELECT n.customer_id, n.source, n.name_key FROM customer_names n
        WHERE n.store_id = s AND (n.name_key, n.customer_id) > (after_key COLLATE "C", after_id) AND n.name_key < below COLLATE "C"
        ORDER BY n.name_key, n.customer_id LIMIT most) m
      ORDER BY m.name_key, m.customer_id LIMIT most;
  ELSE
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE (n.name_key, n.customer_id) > (after_key COLLATE "C", after_id) AND n.name_key < below COLLATE "C"
      ORDER BY n.name_key, n.customer_id LIMIT most;
  END IF;
END
$$;
--> statement-breakpoint
-- Names holding all the words, in any order, within a scope. Unordered: with an order the planner leaves the GIN index for a far longer walk.
CREATE FUNCTION names_with(words text[], seller uuid, stores uuid[], most integer)
RETURNS TABLE (id uuid, source text, key text) LANGUAGE plpgsql STABLE ROWS 200
SET enable_seqscan = off SET jit = off AS $$
DECLARE
  marks text[] := CASE WHEN seller IS NOT NULL THEN ARRAY[scope_mark(seller)] ELSE (SELECT array_agg(scope_mark(s)) FROM unnest(stores) s) END;
  reach text := '(''' || array_to_string(marks, '''|''') || ''')';
  wanted tsquery := concat_ws('&', array_to_string(words, '&'), reach)::tsquery;
BEGIN
  RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
    WHERE n.name_tsv @@ wanted AND (seller IS NULL OR n.assigned_user_id = seller) AND (stores IS NULL OR n.store_id = ANY (stores))
    LIMIT most;
END
$$;
--> statement-breakpoint
-- The words that occur and could have been meant, likeliest first. Without `fragments`, a piece of a word does not stand for it.
CREATE FUNCTION spelt_like(typed text, fragments boolean, most integer) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array(
    SELECT w.word FROM name_words w, levenshtein_less_equal(w.word, typed, 3) AS distance
    WHERE w.word IN (SELECT p.word FROM name_word_pieces p WHERE p.piece = ANY (word_pieces(typed)))
      AND distance <= CASE WHEN length(typed) <= 3 THEN 1 WHEN length(typed) <= 8 THEN 2 ELSE 3 END
      AND w.names > 0 AND (fragments OR distance = 0 OR position(typed IN w.word) = 0)
    ORDER BY distance - least(ln(w.names + 1) / 12, 0.9), w.word LIMIT most)
$$;
--> statement-breakpoint
-- Names for a typed text, in tiers: (1) starting with its words, (2) holding them all in any order, (3) starting with words spelt alike,
-- (4) holding the likeliest of those, (5) starting with the first of them. Bounded at every step; stops at `most`. `open_ended`: the last
-- word may be unfinished. A page after a position of tier 1 or 2 goes on from there, without the later tiers.
CREATE FUNCTION find_names(
  typed text, open_ended boolean, fragments boolean, seller uuid, stores uuid[], after_tier integer, after_key text, after_id uuid, most integer)
RETURNS TABLE (tier integer, customer_id uuid, source text, name_key text) LANGUAGE plpgsql STABLE ROWS 20
SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  first_id CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  fetched CONSTANT integer := 200;
  q text := name_key(left(typed, 200));
  past text := q || CASE WHEN open_ended THEN '{' ELSE '!' END;
  words text[] := (string_to_array(q, ' '))[1:10];
  named text[];
  likeliest text[] := '{}';
  choices text[];
  combinations text[] := '{""}';
  seen uuid[] := '{}';
  missing integer := most;
  each integer;
  word text;
  r record;
BEGIN
  IF q = '' THEN RETURN; END IF;

  IF after_tier IS DISTINCT FROM 2 THEN
    FOR r IN SELECT * FROM names_from(coalesce(after_key, q), coalesce(after_id, first_id), past, seller, stores, most) LOOP
      tier := 1; customer_id := r.id; source := r.source; name_key := r.key; seen := seen || r.id; missing := missing - 1; RETURN NEXT;
    END LOOP;
    IF missing <= 0 THEN RETURN; END IF;
  END IF;

  -- A legal form is part of a name only when nothing else is.
  SELECT coalesce(array_agg(DISTINCT w) FILTER (WHERE w <> ALL ('{ltda,sa,me,mei,epp,eireli,cia}')), words) INTO named FROM unnest(words) w;
  FOR r IN
    SELECT n.* FROM names_with(named, seller, stores, fetched) n
    WHERE NOT (n.key >= q COLLATE "C" AND n.key < past COLLATE "C") AND n.id <> ALL (seen)
      AND (after_tier IS DISTINCT FROM 2 OR (length(n.key), n.key COLLATE "C", n.id) > (length(after_key), after_key COLLATE "C", after_id))
    ORDER BY length(n.key), n.key COLLATE "C", n.id LIMIT missing
  LOOP
    tier := 2; customer_id := r.id; source := r.source; name_key := r.key; seen := seen || r.id; missing := missing - 1; RETURN NEXT;
  END LOOP;
  IF missing <= 0 OR after_tier IS NOT NULL THEN RETURN; END IF;

  words := words[1:6];
  each := CASE cardinality(words) WHEN 1 THEN 8 WHEN 2 THEN 6 WHEN 3 THEN 4 ELSE 2 END;
  FOREACH word IN ARRAY words LOOP
    choices := spelt_like(word, fragments, each);
    IF choices = '{}' THEN choices := ARRAY[word]; END IF;
    likeliest := likeliest || choices[1];
    SELECT array_agg(ltrim(c || ' ' || w) ORDER BY co + wo, co) INTO combinations
    FROM unnest(combinations) WITH ORDINALITY c (c, co), unnest(choices) WITH ORDINALITY w (w, wo);
  END LOOP;
  FOR r IN
    SELECT n.* FROM unnest(combinations[1:48]) WITH ORDINALITY c (c, o), names_from(c.c, first_id, c.c || '!', seller, stores, 4) n
    WHERE c.c <> q AND n.id <> ALL (seen) LIMIT missing
  LOOP
    tier := 3; customer_id := r.id; source := r.source; name_key := r.key; seen := seen || r.id; missing := missing - 1; RETURN NEXT;
  END LOOP;
  IF missing <= 0 THEN RETURN; END IF;

  IF likeliest <> words THEN
    FOR r IN
      SELECT n.* FROM names_with(likeliest, seller, stores, fetched) n
      WHERE n.id <> ALL (seen) ORDER BY length(n.key), n.key COLLATE "C", n.id LIMIT missing
    LOOP
      tier := 4; customer_id := r.id; source := r.source; name_key := r.key; seen := seen || r.id; missing := missing - 1; RETURN NEXT;
    END LOOP;
    IF missing <= 0 THEN RETURN; END IF;
  END IF;

  FOR kept IN REVERSE cardinality(likeliest) - 1..1 LOOP
    q := array_to_string(likeliest[1:kept], ' ');
    FOR r IN
      SELECT n.* FROM names_from(q, first_id, q || '!', seller, stores, missing + cardinality(seen)) n WHERE n.id <> ALL (seen) LIMIT missing
    LOOP
      tier := 5; customer_id := r.id; source := r.source; name_key := r.key; seen := seen || r.id; missing := missing - 1; RETURN NEXT;
    END LOOP;
    IF missing <= 0 THEN RETURN; END IF;
  END LOOP;
END
$$;
