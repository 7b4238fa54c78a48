-- Appends events to their chains, and is the only way to do so: the application's role can neither insert events nor move heads.
-- The digest is that of lib/audit/chain.ts, computed here, so that no caller can write an event that does not match its hash.
CREATE FUNCTION public.append_audit_events(
  customer_ids uuid[], moments timestamptz[], actors uuid[], event_names text[], subjects text[], sealed_values bytea[],
  detail_values text[], request_ids text[]
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  entry record;
  canonical text;
  digest bytea;
  head record;
BEGIN
  -- In the order of customers, so that two writers cannot deadlock; within a customer in the order of the call.
  FOR entry IN
    SELECT * FROM unnest(customer_ids, moments, actors, event_names, subjects, sealed_values, detail_values, request_ids)
      WITH ORDINALITY AS e(customer_id, moment, actor_id, event, subject, sealed, details, request_id, place)
    ORDER BY e.customer_id, e.place
  LOOP
    canonical := '[' || to_json(entry.customer_id)::text
      || ',' || to_json(to_char(entry.moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text
      || ',' || coalesce(to_json(entry.actor_id)::text, 'null')
      || ',' || to_json(entry.event)::text
      || ',' || coalesce(to_json(entry.subject)::text, 'null')
      || ',' || coalesce(to_json(translate(encode(entry.sealed, 'base64'), E'\n', ''))::text, 'null')
      || ',' || coalesce(to_json(entry.details)::text, 'null')
      || ',' || coalesce(to_json(entry.request_id)::text, 'null') || ']';
    digest := sha256(convert_to(canonical, 'UTF8'));
    -- The lock of the head orders concurrent events of one customer.
    INSERT INTO public.audit_chains AS c (customer_id, seq, hash)
    VALUES (entry.customer_id, 1, sha256(decode(repeat('00', 32), 'hex') || digest))
    ON CONFLICT (customer_id) DO UPDATE SET seq = c.seq + 1, hash = sha256(c.hash || digest)
    RETURNING c.seq, c.hash INTO head;
    INSERT INTO public.audit_events (customer_id, seq, at, actor_id, event, subject, sealed, details, request_id, hash)
    VALUES (entry.customer_id, head.seq, entry.moment, entry.actor_id, entry.event, entry.subject, entry.sealed,
      entry.details, entry.request_id, head.hash);
  END LOOP;
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION public.append_audit_events(uuid[], timestamptz[], uuid[], text[], text[], bytea[], text[], text[]) FROM PUBLIC;
