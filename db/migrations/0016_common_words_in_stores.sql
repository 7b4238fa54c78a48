DROP INDEX "customer_names_tsv_32nd";--> statement-breakpoint
DROP INDEX "customer_names_pairs";--> statement-breakpoint
DROP FUNCTION name_pairs(text);
--> statement-breakpoint
-- What stands for two words of one name, in either order; with the mark of a store, for the two in that store.
CREATE FUNCTION name_pair(one text, other text, mark text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT hashtext(least(one COLLATE "C", other COLLATE "C") || ' ' || greatest(one COLLATE "C", other COLLATE "C") || mark)
$$;
--> statement-breakpoint
-- Every two words of a name, everywhere and in its store, as one number each. Two may share a number: what is found by it is looked at again.
CREATE FUNCTION name_pairs(key text, store uuid) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  words text[] := string_to_array(key, ' ');
  mark text := public.scope_mark(store);
  pairs integer[] := '{}';
BEGIN
  FOR i IN 2..cardinality(words) LOOP
    FOR j IN 1..i - 1 LOOP
      pairs := pairs || public.name_pair(words[i], words[j], '');
      IF store IS NOT NULL THEN
        pairs := pairs || public.name_pair(words[i], words[j], mark);
      END IF;
    END LOOP;
  END LOOP;
  RETURN pairs;
END
$$;
--> statement-breakpoint
CREATE INDEX "customer_names_tsv_128th" ON "customer_names" USING gin ("name_tsv") WITH (fastupdate=false) WHERE uuid_hash(customer_id) & 127 = 0;--> statement-breakpoint
CREATE INDEX "customer_names_pairs" ON "customer_names" USING gin (name_pairs(name_key, store_id)) WITH (fastupdate=false);
--> statement-breakpoint
-- Names holding all the words, in any order, within a scope; unordered, and some perhaps twice. All of them, or `enough` at least.
-- Where even the rarest word is common, a part of the rows may hold enough; where it does not, few names hold them all, and their pairs
-- are rare, in each store. A seller's customers are few already. Unordered: with an order the planner leaves the GIN index for a longer walk.
CREATE OR REPLACE FUNCTION names_with(words text[], seller uuid, stores uuid[], enough integer, most integer)
RETURNS TABLE (id uuid, source text, key text) LANGUAGE plpgsql STABLE ROWS 200
SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  marks text[] := CASE WHEN seller IS NOT NULL THEN ARRAY[scope_mark(seller)] ELSE (SELECT array_agg(scope_mark(s)) FROM unnest(stores) s) END;
  reach text := '(''' || array_to_string(marks, '''|''') || ''')';
  wanted tsquery := concat_ws('&', array_to_string(words, '&'), reach)::tsquery;
  known record;
  store uuid;
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
  IF known.names > 8192 THEN
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.name_tsv @@ wanted AND uuid_hash(n.customer_id) & 127 = 0
        AND (seller IS NULL OR n.assigned_user_id = seller) AND (stores IS NULL OR n.store_id = ANY (stores)) LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found >= enough THEN RETURN; END IF;
  END IF;

  IF cardinality(words) = 1 OR seller IS NOT NULL THEN
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE n.name_tsv @@ wanted AND (seller IS NULL OR n.assigned_user_id = seller) AND (stores IS NULL OR n.store_id = ANY (stores)) LIMIT most;
    RETURN;
  END IF;
  FOREACH store IN ARRAY coalesce(stores, ARRAY[NULL::uuid]) LOOP
    RETURN QUERY SELECT n.customer_id, n.source, n.name_key FROM customer_names n
      WHERE name_pairs(n.name_key, n.store_id) @> array(
          SELECT name_pair(known.rarest, w, coalesce(scope_mark(store), '')) FROM unnest(words) w WHERE w <> known.rarest)
        -- The operator's own function, which no index answers: the pairs are the rarer.
        AND ts_match_vq(n.name_tsv, wanted)
        AND (store IS NULL OR n.store_id = store) LIMIT most;
    GET DIAGNOSTICS found = ROW_COUNT;
    most := most - found;
    EXIT WHEN most <= 0;
  END LOOP;
END
$$;
