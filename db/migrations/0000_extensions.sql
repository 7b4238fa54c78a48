CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
-- Lower case, no accents, single spaces, without the particles of Portuguese and Spanish names.
-- unaccent is only stable (its dictionary may change); naming the dictionary makes the wrapper honest enough to index.
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(
    regexp_replace(' ' || lower(public.unaccent('public.unaccent', replace(name, '.', ''))) || ' ', '[^a-z0-9]+', ' ', 'g'),
    '( (da|de|do|dos|das|e))+(?= )', '', 'g'))
$$;
