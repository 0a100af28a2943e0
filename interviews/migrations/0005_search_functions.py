"""How the database reads text for search: as plain words, as stems, and as hashes of words and pairs of words.

Functions have their bodies in standard SQL, so that what they call is settled when they are made, whatever the search
path of a restored backup is. `unaccent` is called stable because its rules might be edited; ours are not.
"""

from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations

# Everything that separates words: ASCII and Latin-1 signs, general and CJK punctuation. Written out, because what
# counts as a letter differs between the locales of databases.
SEPARATORS = r"[\x01-\x2f\x3a-\x40\x5b-\x60\x7b-\xa9\xab-\xb1\xb4-\xb8\xbb-\xbf\xd7\xf7\u2000-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3020]+"
FUNCTIONS = f"""
CREATE FUNCTION search_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(translate(lower(unaccent('unaccent'::regdictionary, $1)), '''’&', ''), '{SEPARATORS}', ' ', 'g'));
COMMENT ON FUNCTION search_words(text) IS
    'Small letters without accents, single spaces between words; apostrophes and & are dropped.';

-- The limit keeps any vector far below the megabyte at which PostgreSQL refuses one: some 70,000 words.
CREATE FUNCTION search_vector(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_tsvector('perspectives', left(search_words(
        CASE WHEN $1 ~ '[[:alnum:]]-[[:alnum:]]'
             THEN regexp_replace($1, '([[:alnum:]]+)-([[:alnum:]]+)', '\\1-\\2 \\1\\2', 'g') ELSE coalesce($1, '') END
    ), 400000));
COMMENT ON FUNCTION search_vector(text) IS
    'Stems of those words with their places; a word with a hyphen counts in one piece as well.';

CREATE FUNCTION search_query(text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN $1 !~ '[[:alnum:]]-[[:alnum:]]' THEN phraseto_tsquery('perspectives', search_words($1))
                -- A word with a hyphen in one piece; in several, if they all mean something: not `up` for `start-up`.
                WHEN numnode(phraseto_tsquery('perspectives', search_words($1)))
                     = 2 * cardinality(string_to_array(search_words($1), ' ')) - 1
                THEN phraseto_tsquery('perspectives', search_words(replace($1, '-', '')))
                     || phraseto_tsquery('perspectives', search_words($1))
                ELSE phraseto_tsquery('perspectives', search_words(replace($1, '-', ''))) END;
COMMENT ON FUNCTION search_query(text) IS 'The stems of a word or of words in that order, for @@ with search_vector.';

-- Of every term of a synonym group, in their order.
CREATE FUNCTION search_words_of(text[]) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(SELECT search_words(term) FROM unnest($1) WITH ORDINALITY AS terms (term, place) ORDER BY place);
CREATE FUNCTION search_queries_of(text[]) RETURNS tsquery[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(SELECT search_query(term) FROM unnest($1) WITH ORDINALITY AS terms (term, place) ORDER BY place);

CREATE FUNCTION search_grams(said text) RETURNS bigint[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(SELECT hashtextextended(word, 0) FROM unnest(string_to_array(said, ' ')) AS word)
        || ARRAY(SELECT hashtextextended(word || ' ' || following, 0)
                   FROM unnest(string_to_array(said, ' '), (string_to_array(said, ' '))[2:]) AS pair (word, following)
                  WHERE following IS NOT NULL);
COMMENT ON FUNCTION search_grams(text) IS
    'Hashes of every word and of every two that follow each other: an index of them answers exact phrases.';
"""
NO_FUNCTIONS = """
DROP FUNCTION search_grams(text);
DROP FUNCTION search_queries_of(text[]);
DROP FUNCTION search_words_of(text[]);
DROP FUNCTION search_query(text);
DROP FUNCTION search_vector(text);
DROP FUNCTION search_words(text);
"""
# Kept by the database alone: models that knew them would fetch them with every row.
VECTORS = """
ALTER TABLE interviews_statement ADD COLUMN vector tsvector GENERATED ALWAYS AS (search_vector(text)) STORED;
ALTER TABLE interviews_passage ADD COLUMN vector tsvector
    GENERATED ALWAYS AS (search_vector(heading || ' . ' || text)) STORED;
ALTER TABLE interviews_synonymgroup
    ADD COLUMN plain text[] GENERATED ALWAYS AS (search_words_of(terms::text[])) STORED,
    ADD COLUMN queries tsquery[] GENERATED ALWAYS AS (search_queries_of(terms::text[])) STORED;
"""
NO_VECTORS = """
ALTER TABLE interviews_synonymgroup DROP COLUMN queries, DROP COLUMN plain;
ALTER TABLE interviews_passage DROP COLUMN vector;
ALTER TABLE interviews_statement DROP COLUMN vector;
"""
# Names are looked up by how they begin, word by word, while a reader types, and as a whole.
NAMED = {
    "organisations_leader": "name",
    "organisations_organisation": "name",
    "organisations_organisationname": "name",
    "organisations_organisationidentifier": "value",
    "interviews_theme": "name",
    "interviews_themealias": "name",
}
INDEXES = """
-- Ranking reads the head of every hit, so it stays in the row; the whole is read for few, so it goes out of it.
ALTER TABLE interviews_searchdocument SET (toast_tuple_target = 4096);
ALTER TABLE interviews_searchdocument ALTER COLUMN head SET STORAGE MAIN, ALTER COLUMN speakers SET STORAGE MAIN,
    ALTER COLUMN themes SET STORAGE MAIN, ALTER COLUMN kinds SET STORAGE MAIN, ALTER COLUMN points SET STORAGE MAIN;
CREATE INDEX search_document_whole ON interviews_searchdocument USING gin (whole);
CREATE INDEX search_text_grams ON interviews_searchtext USING gin (search_grams(said));
-- No statistics of hashes: each is rare, and ANALYZE would take every transcript apart for them, a minute in 10,000.
ALTER INDEX search_text_grams ALTER COLUMN 1 SET STATISTICS 0;
-- Statistics of vectors and hashes take minutes to gather, and no plan is the better for them.
ALTER TABLE interviews_searchdocument ALTER COLUMN head SET STATISTICS 0, ALTER COLUMN whole SET STATISTICS 0;
ALTER TABLE interviews_searchtext ALTER COLUMN vector SET STATISTICS 0;
ALTER TABLE interviews_statement ALTER COLUMN vector SET STATISTICS 0;
ALTER TABLE interviews_passage ALTER COLUMN vector SET STATISTICS 0;
ALTER INDEX search_text_grams ALTER COLUMN 1 SET STATISTICS 0;
CREATE INDEX search_word_like ON interviews_searchword USING gin (word gin_trgm_ops);
CREATE INDEX search_word_unused ON interviews_searchword (word) WHERE uses <= 0;
""" + "".join(
    f"CREATE INDEX search_named_{table} ON {table} USING gin ((' ' || search_words({column})) gin_trgm_ops);\n"
    f"CREATE INDEX search_called_{table} ON {table} ((search_words({column})) text_pattern_ops);\n"
    for table, column in NAMED.items()
)
NO_INDEXES = (
    "".join(f"DROP INDEX search_called_{table};\nDROP INDEX search_named_{table};\n" for table in NAMED)
    + """
DROP INDEX search_word_unused;
DROP INDEX search_word_like;
DROP INDEX search_text_grams;
DROP INDEX search_document_whole;
"""
)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0004_search_index")]

    operations = [
        TrigramExtension(),
        migrations.RunSQL(FUNCTIONS, NO_FUNCTIONS),
        migrations.RunSQL(VECTORS, NO_VECTORS),
        migrations.RunSQL(INDEXES, NO_INDEXES),
    ]
