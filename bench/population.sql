-- An invented population of Brazil: a few very common names and a long tail of rare ones. All values derive from a row's number, so every run creates the same rows.
CREATE OR REPLACE FUNCTION bench_chance(seed bigint, salt int) RETURNS float LANGUAGE sql IMMUTABLE AS $$
  SELECT (hashint8extended(seed, salt) & 9007199254740991)::float / 9007199254740992
$$;
CREATE OR REPLACE FUNCTION bench_syllable(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT (ARRAY['ra','be','ni','lo','ta','vi','cor','sa','me','du','gal','fi','ro','pen','za','lu','te','mar','co','bri','na','si','go','va',
    'lan','che','ri','do','ber','ma','quei','ter','xa','li','pra','ne','jo','cam','se','bo','tri','la','gue','po','dei','nho','ca','re','fer','mi',
    'to','a','e','ur','os','bar','zi','vel','cu','pi'])[1 + n % 60]
$$;
-- Returns the nth rare word, a different one for each n below 216,000.
CREATE OR REPLACE FUNCTION bench_word(n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT initcap(bench_syllable((n * 7 + n / 3600) % 60) || bench_syllable((n / 60) * 11 % 60) || bench_syllable(n / 3600 * 13 % 60) ||
    CASE n % 5 WHEN 0 THEN 'no' WHEN 1 THEN 'te' WHEN 2 THEN '' WHEN 3 THEN 'li' ELSE 's' END)
$$;
-- Picks a word by Zipf's law: the word of rank r is about 1/r as frequent as the first.
CREATE OR REPLACE FUNCTION bench_rare(chance float) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT bench_word(floor(exp(chance * ln(216000)))::int - 1)
$$;
-- `words` contains each common word as often as it occurs in a thousand names. The rest of the thousand are rare words.
CREATE OR REPLACE FUNCTION bench_name_part(words text[], seed bigint, salt int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(words[1 + floor(bench_chance(seed, salt) * 1000)::int], bench_rare(bench_chance(seed, salt + 100)))
$$;
-- The first check digit of a CPF from its nine digits, and the second from its ten.
CREATE OR REPLACE FUNCTION bench_cpf_first(b bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT (10 * (b / 100000000 % 10) + 9 * (b / 10000000 % 10) + 8 * (b / 1000000 % 10) + 7 * (b / 100000 % 10) + 6 * (b / 10000 % 10) + 5 * (b / 1000 % 10) + 4 * (b / 100 % 10) + 3 * (b / 10 % 10) + 2 * (b / 1 % 10)) * 10 % 11 % 10
$$;
CREATE OR REPLACE FUNCTION bench_cpf_second(b bigint, first bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT (11 * (b / 100000000 % 10) + 10 * (b / 10000000 % 10) + 9 * (b / 1000000 % 10) + 8 * (b / 100000 % 10) + 7 * (b / 10000 % 10) + 6 * (b / 1000 % 10) + 5 * (b / 100 % 10) + 4 * (b / 10 % 10) + 3 * (b / 1 % 10) + 2 * first) * 10 % 11 % 10
$$;
-- The check digits of the companies' numbers are not valid, because no search checks them.
CREATE OR REPLACE FUNCTION bench_cnpj(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lpad((n / 4 * 7368787 % 100000000)::text, 8, '0') || lpad((n % 4 + 1)::text, 4, '0') || lpad((n * 31 % 100)::text, 2, '0')
$$;
CREATE OR REPLACE FUNCTION bench_uuid(n bigint, salt text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT md5(salt || n::text)::uuid
$$;
CREATE OR REPLACE FUNCTION bench_digits(seed bigint, salt int, length int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT lpad(floor(bench_chance(seed, salt) * 10 ^ length)::bigint::text, length, '0')
$$;

CREATE OR REPLACE PROCEDURE bench_fill(lowest bigint, highest bigint, given text[], family text[]) LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO customers (id, kind, name, preferred_name, document_country, document_type, document_number, store_id, assigned_user_id,
    last_activity_at, created_at, updated_at)
  SELECT bench_uuid(n, 'customer'), CASE WHEN company THEN 'company' ELSE 'person' END,
    CASE WHEN company THEN concat_ws(' ', f1, (ARRAY['Comércio de Alimentos','Transportes','Serviços Médicos','Construções','Indústria de Móveis','Tecnologia'])[1 + n / 12 % 6], 'Ltda')
      ELSE concat_ws(' ', g1, g2, CASE n % 7 WHEN 0 THEN 'da' WHEN 1 THEN 'dos' WHEN 2 THEN 'de' END, f1, f2, f3) END,
    CASE WHEN company AND n % 3 = 0 THEN concat_ws(' ', f2, f1) WHEN n % 97 = 0 THEN concat_ws(' ', g2, f1) END,
    'BR', CASE WHEN company THEN 'cnpj' ELSE 'cpf' END, CASE WHEN company THEN bench_cnpj(n) ELSE lpad(b::text, 9, '0') || first || bench_cpf_second(b, first) END,
    bench_uuid(floor(40 * bench_chance(n, 9) ^ 2)::int, 'store'),
    CASE WHEN bench_chance(n, 10) < 0.6 THEN bench_uuid(floor(400 * bench_chance(n, 11) ^ 2)::int, 'user') END,
    at, at - interval '1 year', at
  FROM (
    SELECT n, b, (SELECT bench_cpf_first(b)) AS first, n % 12 = 0 AS company, bench_name_part(given, n, 1) g1,
      CASE WHEN bench_chance(n, 2) < 0.35 THEN bench_name_part(given, n, 3) END g2,
      bench_name_part(family, n, 4) f1,
      CASE WHEN bench_chance(n, 5) < 0.7 THEN bench_name_part(family, n, 6) END f2,
      CASE WHEN bench_chance(n, 7) < 0.15 THEN bench_name_part(family, n, 8) END f3,
      timestamptz '2026-01-01' - bench_chance(n, 12) ^ 2 * interval '3 years' AS at
    FROM (SELECT n, (n * 387420489 + 123456789) % 1000000000 AS b FROM generate_series(lowest, highest) n OFFSET 0) numbered OFFSET 0) made;

  INSERT INTO contact_points (customer_id, id, channel, value, normalized, match_key, primary_at)
  SELECT bench_uuid(n, 'customer'), gen_random_uuid(), p.channel, p.normalized, p.normalized, p.match_key, now()
  FROM generate_series(lowest, highest) n
  CROSS JOIN LATERAL (SELECT (ARRAY['11','21','31','41','51','61','71','81','85','19'])[1 + floor(10 * bench_chance(n, 13) ^ 2)::int] AS ddd) d
  CROSS JOIN LATERAL (SELECT '9' || bench_digits(n, 14, 7) AS mobile, (2 + n % 4) || bench_digits(n, 15, 7) AS landline,
    lower(bench_word((hashint8(n) & 65535)::int)) || n % 9973 || '@' ||
      (ARRAY['gmail.example','hotmail.example','uol.example','empresa.example'])[1 + n % 4] AS email) v
  CROSS JOIN LATERAL (VALUES ('mobile', '+55' || ddd || '9' || mobile, mobile || '|' || ddd, 0.95), ('email', email, email, 0.8),
    ('landline', '+55' || ddd || landline, landline || '|' || ddd, 0.25)) p (channel, normalized, match_key, share)
  WHERE bench_chance(n, 16 + length(p.channel)) < p.share;

  INSERT INTO external_ids (source, external_id, customer_id)
  SELECT 'sap', n::text, bench_uuid(n, 'customer') FROM generate_series(lowest, highest) n;
  COMMIT;
END
$$;

-- Writes the same rows as index_customer_names, for all customers at once.
CREATE OR REPLACE PROCEDURE bench_index_names() LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO customer_names (customer_id, source, name_key, name_tsv, store_id, assigned_user_id)
  SELECT c.id, n.source, n.key, array_to_tsvector(array_remove(string_to_array(n.key, ' ') || scope_mark(c.store_id) || scope_mark(c.assigned_user_id), NULL)),
    c.store_id, c.assigned_user_id
  FROM customers c
  CROSS JOIN LATERAL (SELECT name_key(c.name) AS name, name_key(c.preferred_name) AS preferred OFFSET 0) k
  CROSS JOIN LATERAL (VALUES ('name', k.name), ('preferred_name', nullif(k.preferred, k.name))) n (source, key)
  WHERE n.key <> '';
  INSERT INTO name_words (word, names) SELECT word COLLATE "C", count(*) FROM customer_names, string_to_table(name_key, ' ') word GROUP BY 1;
  INSERT INTO name_word_pieces (piece, word) SELECT DISTINCT unnest(word_pieces(w.word)), w.word FROM name_words w WHERE is_spelt(w.word);
  COMMIT;
END
$$;
