-- The words that occur and could have been meant, likeliest first: the nearer before the further, then the more frequent. Without
-- `fragments`, a piece of a word does not stand for it. Distances come first, and only the words of the nearest that fill the answer are
-- looked up: a piece leads to hundreds of words, and looking each one up was most of what a name cost.
CREATE OR REPLACE FUNCTION spelt_like(typed text, fragments boolean, most integer) RETURNS text[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  furthest CONSTANT integer := CASE WHEN length(typed) <= 3 THEN 1 WHEN length(typed) <= 8 THEN 2 ELSE 3 END;
BEGIN
  RETURN array(
    SELECT w.word FROM (
      SELECT a.word, a.distance, rank() OVER (ORDER BY a.distance) AS place FROM (
        SELECT p.word, levenshtein_less_equal(p.word, typed, furthest) AS distance
        FROM (SELECT DISTINCT word FROM name_word_pieces WHERE piece = ANY (word_pieces(typed))) p OFFSET 0) a
      WHERE a.distance <= furthest AND (fragments OR a.distance = 0 OR position(typed IN a.word) = 0)) near
    JOIN name_words w ON w.word = near.word
    WHERE near.place <= most AND w.names > 0
    ORDER BY near.distance, w.names DESC, w.word LIMIT most);
END
$$;
