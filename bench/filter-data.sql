-- What the customer filter reads: dates, ratings and sellers of all customers, addresses of half, consents of most, open cases of 2 %, relationships of 1 %.
CREATE OR REPLACE PROCEDURE bench_fill_filter(customers_count bigint) LANGUAGE plpgsql AS $$
DECLARE lowest bigint := 1;
BEGIN
  WHILE lowest <= customers_count LOOP
    UPDATE customers c SET
      rating = CASE WHEN bench_chance(n, 31) < 0.4 THEN floor(6 * bench_chance(n, 32))::int END,
      registered_by = CASE WHEN bench_chance(n, 33) < 0.8 THEN bench_uuid(floor(400 * bench_chance(n, 34) ^ 2)::int, 'user') END,
      registered_on = CASE WHEN bench_chance(n, 35) < 0.95 THEN date '2026-01-01' - floor(3650 * bench_chance(n, 36))::int END,
      last_purchase_on = CASE WHEN bench_chance(n, 37) < 0.6 THEN date '2026-01-01' - floor(1500 * bench_chance(n, 38) ^ 2)::int END,
      last_interaction_at = CASE WHEN bench_chance(n, 39) < 0.7 THEN c.last_activity_at - interval '1 day' * floor(40 * bench_chance(n, 40)) END
    FROM generate_series(lowest, least(customers_count, lowest + 99999)) n WHERE c.id = bench_uuid(n, 'customer');
    lowest := lowest + 100000;
    COMMIT;
  END LOOP;

  INSERT INTO contact_points (customer_id, id, channel, value, normalized, address)
  SELECT bench_uuid(n, 'customer'), gen_random_uuid(), 'address', 'Rua ' || n, 'rua ' || n,
    jsonb_build_object('street', 'Rua ' || n, 'country', 'BR',
      'city', CASE WHEN k = 0 THEN 'São Paulo' ELSE 'Cidade ' || bench_word(k) END,
      'state', (ARRAY['SP','MG','RJ','BA','PR','RS','PE','CE','PA','SC','GO','MA','AM','ES','PB','RN','MT','AL','PI','DF','MS','SE','RO','TO','AC','AP','RR'])
        [1 + CASE WHEN k = 0 THEN 0 ELSE floor(27 * bench_chance(k, 43) ^ 3)::int END])
  FROM (SELECT n, floor(exp(bench_chance(n, 42) * ln(5000)))::int - 1 AS k FROM generate_series(1, customers_count) n WHERE bench_chance(n, 41) < 0.5 OFFSET 0) x;

  INSERT INTO consents (customer_id, id, preference, purpose, action, origin)
  SELECT bench_uuid(n, 'customer'), gen_random_uuid(), p.preference, 'marketing', CASE WHEN bench_chance(n, p.salt + 1) < 0.7 THEN 'accepted' ELSE 'cancelled' END, 'import'
  FROM generate_series(1, customers_count) n
  CROSS JOIN (VALUES ('email', 50, 0.6), ('sms', 52, 0.3), ('whatsapp', 54, 0.05), ('agenda', 56, 0.001)) p (preference, salt, share)
  WHERE bench_chance(n, p.salt) < p.share;

  INSERT INTO cases (customer_id, id, subject, state_id, created_by)
  SELECT bench_uuid(n, 'customer'), gen_random_uuid(), 'Caso', (SELECT id FROM case_states WHERE key = (ARRAY['new','in_progress','waiting'])[1 + n % 3]), bench_uuid(0, 'user')
  FROM generate_series(1, customers_count) n WHERE bench_chance(n, 60) < 0.02;

  INSERT INTO relationships (customer_id, other_customer_id, outgoing_tag_ids, incoming_tag_ids, created_by)
  SELECT bench_uuid(n, 'customer'), bench_uuid(n + 1, 'customer'), ARRAY[(SELECT id FROM relationship_tags WHERE key = (ARRAY['mother','spouse','employee'])[1 + n % 3])], '{}', bench_uuid(0, 'user')
  FROM generate_series(1, customers_count - 1) n WHERE bench_chance(n, 61) < 0.01;
  COMMIT;
END
$$;
