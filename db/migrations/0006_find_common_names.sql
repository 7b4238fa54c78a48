-- Every two words of a name, as one number each. Two pairs may share a number: what is found by it is looked at again.
CREATE FUNCTION name_pairs(key text) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  words text[] := string_to_array(key, ' ');
  pairs integer[] := '{}';
BEGIN
  FOR i IN 2..cardinality(words) LOOP
    FOR j IN 1..i - 1 LOOP
      pairs := pairs || hashtext(least(words[i] COLLATE "C", words[j] COLLATE "C") || ' ' || greatest(words[i] COLLATE "C", words[j] COLLATE "C"));
    END LOOP;
  END LOOP;
  RETURN pairs;
END
$$;
--> statement-breakpoint
CREATE INDEX "customer_names_tsv_32nd" ON "customer_names" USING gin ("name_tsv") WITH (fastupdate=false) WHERE uuid_hash(customer_id) & 31 = 0;--> statement-breakpoint
CREATE INDEX "customer_names_tsv_1024th" ON "customer_names" USING gin ("name_tsv") WITH (fastupdate=false) WHERE uuid_hash(customer_id) & 1023 = 0;--> statement-breakpoint
CREATE INDEX "customer_names_pairs" ON "customer_names" USING gin (name_pairs(name_key)) WITH (fastupdate=false);
--> statement-breakpoint
DROP FUNCTION names_from(text, uuid, text, uuid, uuid[], integer);
--> statement-breakpoint
-- Names after a position and below a bound, in order, within a scope: one range of one btree, or one per store. Of the three arms only
-- the scope's own is run. Plain SQL, so that it becomes part of the statement that calls it.
CREATE FUNCTION names_from(after_key text, after_id uuid, below text, seller uuid, stores uuid[], most integer)
RETURNS TABLE (id uuid, source text, key text) LANGUAGE sql STABLE ROWS 20 AS $$
  SELECT m.customer_id, m.source, m.name_key FROM (
    (SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE seller IS NULL AND stores IS NULL AND (n.name_key, n.customer_id) > (after_key COLLATE "C", after_id) AND n.name_key < below COLLATE "C"
      ORDER BY n.name_key, n.customer_id LIMIT most)
    UNION ALL
    (SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.assigned_user_id = seller AND (n.name_key, n.customer_id) > (after_key COLLATE "C", after_id) AND n.name_key < below COLLATE "C"
      ORDER BY n.name_key, n.customer_id LIMIT most)
    UNION ALL
    (SELECT l.* FROM unnest(stores) s CROSS JOIN LATERAL (
      SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.store_id = s AND (n.name_key, n.customer_id) > (after_key COLLATE "C", after_id) AND n.name_key < below COLLATE "C"
      ORDER BY n.name_key, n.customer_id LIMIT most) l)
  ) m ORDER BY m.name_key, m.customer_id LIMIT most
$$;
--> statement-breakpoint
DROP FUNCTION names_with(text[], uuid, uuid[], integer);
--> statement-breakpoint
-- Names holding all the words, in any order, within a scope; unordered, and some perhaps twice. All of them, or `enough` at least.
-- Where even the rarest word is common, a part of the rows may hold enough; where it does not, few names hold them all, and their pairs
-- are rare. A seller's customers are few already. Unordered: with an order the planner leaves the GIN index for a far longer walk.
CREATE FUNCTION names_with(words text[], seller uuid, stores uuid[], enough integer, most integer)
RETURNS TABLE (id uuid, source text, key text) LANGUAGE plpgsql STABLE ROWS 200
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  marks text[] := CASE WHEN seller IS NOT NULL THEN ARRAY[scope_mark(seller)] ELSE (SELECT array_agg(scope_mark(s)) FROM unnest(stores) s) END;
  reach text := '(''' || array_to_string(marks, '''|''') || ''')';
  wanted tsquery := concat_ws('&', array_to_string(words, '&'), reach)::tsquery;
  known record;
  found integer;
BEGIN
  SELECT count(*) AS words, min(k.names) AS names, (array_agg(k.word ORDER BY k.names))[1] AS rarest INTO known
  FROM name_words k WHERE k.word = ANY (words);
  IF known.words < cardinality(words) THEN RETURN; END IF;

  IF known.names > 65536 THEN
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.name_tsv @@ wanted AND uuid_hash(n.customer_id) & 1023 = 0
        AND (seller IS NULL OR n.assigned_user_id = seller) AND (stores IS NULL OR n.store_id = ANY (stores)) LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found >= enough THEN RETURN; END IF;
  END IF;
  IF known.names > 2048 THEN
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.name_tsv @@ wanted AND uuid_hash(n.customer_id) & 31 = 0
        AND (seller IS NULL OR n.assigned_user_id = seller) AND (stores IS NULL OR n.store_id = ANY (stores)) LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found >= enough THEN RETURN; END IF;
  END IF;

  IF cardinality(words) = 1 OR seller IS NOT NULL THEN
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.name_tsv @@ wanted AND (seller IS NULL OR n.assigned_user_id = seller) AND (stores IS NULL OR n.store_id = ANY (stores)) LIMIT most;
  ELSE
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE name_pairs(n.name_key) @> array(SELECT unnest(name_pairs(known.rarest || ' ' || w)) FROM unnest(words) w WHERE w <> known.rarest)
        -- The operator's own function, which no index answers: the pairs are the rarer.
        AND ts_match_vq(n.name_tsv, wanted)
        AND (stores IS NULL OR n.store_id = ANY (stores)) LIMIT most;
  END IF;
END
$$;
--> statement-breakpoint
-- Names for a typed text, in tiers: (1) starting with its words, (2) holding them all in any order, (3) starting with words spelt alike,
-- (4) holding the likeliest of those, (5) starting with the first of them. Bounded at every step; stops at `most`. `open_ended`: the last
-- word may be unfinished. A page after a position of tier 1 or 2 goes on from there, without the later tiers.
CREATE OR REPLACE FUNCTION find_names(
  typed text, open_ended boolean, fragments boolean, seller uuid, stores uuid[], after_tier integer, after_key text, after_id uuid, most integer)
RETURNS TABLE (tier integer, customer_id uuid, source text, name_key text) LANGUAGE plpgsql STABLE ROWS 20
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
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
    SELECT n.* FROM (SELECT DISTINCT * FROM names_with(named, seller, stores, missing + cardinality(seen), fetched)) n
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
      SELECT n.* FROM (SELECT DISTINCT * FROM names_with(likeliest, seller, stores, missing + cardinality(seen), fetched)) n
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
