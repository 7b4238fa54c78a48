-- What makes customers comparable, for a copy of the invented population: births, addresses, and records of people who are there twice.
UPDATE customers SET birth_on = date '1940-01-01' + floor(24000 * bench_chance(hashtextextended(id::text, 0), 50))::int
WHERE kind = 'person' AND bench_chance(hashtextextended(id::text, 0), 51) < 0.7;

INSERT INTO contact_points (customer_id, id, channel, value, normalized, address)
SELECT id, gen_random_uuid(), 'address', line, line, jsonb_build_object('street', street, 'number', number, 'city', city, 'state', 'SP',
  'postalCode', lpad(floor(19999999 * bench_chance(h, 54))::text, 8, '0'), 'country', 'BR')
FROM customers
CROSS JOIN LATERAL (SELECT hashtextextended(id::text, 0) AS h) hashed
CROSS JOIN LATERAL (SELECT 'Rua ' || bench_word((h & 16383)::int) AS street, (1 + floor(2500 * bench_chance(h, 52)))::text AS number,
  bench_word(200000 + (h & 127)::int) AS city) made
CROSS JOIN LATERAL (SELECT street || ', ' || number || ', ' || city AS line) lines
WHERE bench_chance(h, 53) < 0.5;

-- One customer in fifty is registered again: in capital letters, with the same birth, phone and address, and half of them without the document.
CREATE TABLE bench_again AS
SELECT id, gen_random_uuid() AS again FROM customers WHERE bench_chance(hashtextextended(id::text, 0), 55) < 0.02;
INSERT INTO customers (id, kind, name, document_country, document_type, document_number, birth_on, store_id, last_activity_at, created_at, updated_at)
SELECT a.again, kind, upper(name), document_country, CASE WHEN known THEN document_type END, CASE WHEN known THEN document_number END,
  birth_on, store_id, last_activity_at, created_at, updated_at
FROM bench_again a JOIN customers c ON c.id = a.id
CROSS JOIN LATERAL (SELECT bench_chance(hashtextextended(c.id::text, 0), 56) < 0.5 AS known) k;
INSERT INTO contact_points (customer_id, id, channel, value, normalized, match_key, address)
SELECT a.again, gen_random_uuid(), channel, value, normalized, match_key, address
FROM bench_again a JOIN contact_points p ON p.customer_id = a.id WHERE channel IN ('mobile', 'address');
