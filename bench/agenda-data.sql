-- What the rules of the agenda read: an acceptance of the agenda and a birthday of every customer, three purchases of most, and a credit of some.
CREATE OR REPLACE PROCEDURE bench_fill_agenda(customers_count bigint) LANGUAGE plpgsql AS $$
DECLARE lowest bigint := 1;
BEGIN
  WHILE lowest <= customers_count LOOP
    UPDATE customers c SET birth_on = date '1950-01-01' + floor(18000 * bench_chance(n, 70))::int
    FROM generate_series(lowest, least(customers_count, lowest + 99999)) n WHERE c.id = bench_uuid(n, 'customer');

    INSERT INTO consents (customer_id, id, preference, purpose, action, origin)
    SELECT bench_uuid(n, 'customer'), gen_random_uuid(), 'agenda', 'marketing', CASE WHEN bench_chance(n, 71) < 0.9 THEN 'accepted' ELSE 'cancelled' END, 'import'
    FROM generate_series(lowest, least(customers_count, lowest + 99999)) n;

    INSERT INTO purchases (customer_id, id, source, external_id, purchased_at, currency, total, situation, store_id, seller_id)
    SELECT bench_uuid(n, 'customer'), gen_random_uuid(), 'bench', n || '-' || k, now() - interval '1 day' * floor(20 + 700 * bench_chance(n, 72 + k)), 'BRL', 10000, 'delivered',
      bench_uuid(n % 40, 'store'), bench_uuid(n % 400, 'user')
    FROM generate_series(lowest, least(customers_count, lowest + 99999)) n, generate_series(1, 3) k WHERE bench_chance(n, 76) < 0.9;

    INSERT INTO credits (customer_id, id, source, external_id, currency, amount, generated_at, expires_on)
    SELECT bench_uuid(n, 'customer'), gen_random_uuid(), 'bench', n::text, 'BRL', 5000, now(), current_date + (n % 60)::int
    FROM generate_series(lowest, least(customers_count, lowest + 99999)) n WHERE bench_chance(n, 77) < 0.2;
    lowest := lowest + 100000;
    COMMIT;
  END LOOP;
END
$$;
