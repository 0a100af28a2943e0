"""What the search index should say, and triggers that make it say so in the transaction of any change.

One writer at a time touches what is searched: two that did not see each other's rows could leave a document behind
that neither of them would have written.
"""

from django.db import migrations

# A: what it is called and who speaks. B: what was said, and what it is about. C: where, by any name, and the rest of
# what describes it. D, the transcript, comes from its own row.
PARTS = {
    "titles": ("A", "SELECT ARRAY[interview.title]"),
    "leaders": (
        "A",
        """SELECT array_agg(leader.name ORDER BY speaker.id)
             FROM interviews_speaker speaker
             JOIN organisations_role role ON role.id = speaker.role_id
             JOIN organisations_leader leader ON leader.id = role.leader_id
            WHERE speaker.interview_id = interview.id""",
    ),
    "statements": (
        "B",
        """SELECT array_agg(statement.text ORDER BY statement.position)
             FROM interviews_statement statement WHERE statement.interview_id = interview.id""",
    ),
    "subjects": (
        "B",
        """SELECT array_agg(named.name ORDER BY named.name COLLATE "C")
             FROM (SELECT theme.name FROM interviews_theme theme WHERE theme.id = ANY (about.themes)
                    UNION
                   SELECT alias.name FROM interviews_themealias alias WHERE alias.theme_id = ANY (about.own)) named""",
    ),
    "roles": (
        "C",
        """SELECT array_agg(role.title || ' . ' || speaker.credited_organisation ORDER BY speaker.id)
             FROM interviews_speaker speaker
             JOIN organisations_role role ON role.id = speaker.role_id
            WHERE speaker.interview_id = interview.id""",
    ),
    # By every name and code, its own and those of what it came from and became: a reader knows only one of them.
    "places": (
        "C",
        """SELECT array_agg(DISTINCT named.name COLLATE "C")
             FROM search_lineage(interview.id) AS place (id)
             JOIN (SELECT id, name FROM organisations_organisation
                    UNION ALL SELECT organisation_id, name FROM organisations_organisationname
                    UNION ALL SELECT organisation_id, value FROM organisations_organisationidentifier
                  ) named ON named.id = place.id""",
    ),
    "summaries": ("C", "SELECT ARRAY[interview.summary, interview.publisher]"),
}
VECTORS = ", ".join(
    f"({place}, setweight(search_vector(array_to_string(part.{name}, ' . ')), '{weight}'))"
    for place, (name, (weight, _)) in enumerate(PARTS.items())
)
HEAD = f"(SELECT search_joined(one, 250000 ORDER BY place) FROM (VALUES {VECTORS}) AS vector (place, one))"
SAID = "search_said(" + " || ".join(f"part.{name}" for name in PARTS) + ")"
CONTENT = f"""
CREATE FUNCTION search_said(texts text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT string_agg(words, ' | ' ORDER BY place)
              -- The offset keeps the words from being worked out twice.
              FROM (SELECT search_words(one) AS words, place
                      FROM unnest(texts) WITH ORDINALITY AS text (one, place) OFFSET 0) each
             WHERE words <> '');
COMMENT ON FUNCTION search_said(text[]) IS 'The words of several texts, kept apart so that no phrase crosses.';

CREATE FUNCTION search_joined(tsvector, tsvector, most int) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN pg_column_size($1) + pg_column_size($2) < most THEN $1 || $2 ELSE $1 END;
CREATE AGGREGATE search_joined(tsvector, most int) (SFUNC = search_joined, STYPE = tsvector);
COMMENT ON FUNCTION search_joined(tsvector, tsvector, int) IS
    'One vector after the other, unless that had more bytes: PostgreSQL refuses a vector of more than a megabyte.';

CREATE FUNCTION search_lineage(of_interview bigint) RETURNS SETOF bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH RECURSIVE own AS (
        SELECT role.organisation_id AS id
          FROM interviews_speaker speaker JOIN organisations_role role ON role.id = speaker.role_id
         WHERE speaker.interview_id = of_interview
    ), onward AS (
        SELECT id FROM own
         UNION SELECT row.successor_id FROM organisations_succession row JOIN onward ON onward.id = row.predecessor_id
    ), backward AS (
        SELECT id FROM own
         UNION SELECT row.predecessor_id FROM organisations_succession row JOIN backward ON backward.id = row.successor_id
    )
    SELECT id FROM onward UNION SELECT id FROM backward
$$;

-- Ordered by code points: the same under any collation, so that a restored backup compares equal.
CREATE VIEW interviews_search_heads AS
SELECT interview.id AS interview_id, interview.state, interview.format, interview.date,
       coalesce(speaking.speakers, '') AS speakers,
       array_to_string(about.themes, ' ') AS themes,
       coalesce(pointing.kinds, '') AS kinds,
       coalesce(pointing.points, '') AS points,
       {HEAD} AS head,
       coalesce({SAID}, '') AS said
  FROM interviews_interview interview
  CROSS JOIN LATERAL (
       SELECT string_agg(DISTINCT (role.organisation_id || '.' || role.level) COLLATE "C", ' ') AS speakers
         FROM interviews_speaker speaker JOIN organisations_role role ON role.id = speaker.role_id
        WHERE speaker.interview_id = interview.id) speaking
  CROSS JOIN LATERAL (
       SELECT string_agg(DISTINCT statement.kind COLLATE "C", ' ') AS kinds,
              string_agg(DISTINCT (coalesce(tagged.theme_id, 0) || '.' || statement.kind) COLLATE "C", ' ') AS points
         FROM interviews_statement statement
         LEFT JOIN interviews_statement_themes tagged ON tagged.statement_id = statement.id
        WHERE statement.interview_id = interview.id) pointing
  CROSS JOIN LATERAL (
       SELECT ARRAY(SELECT DISTINCT tagged.theme_id
                      FROM interviews_statement_themes tagged
                      JOIN interviews_statement statement ON statement.id = tagged.statement_id
                     WHERE statement.interview_id = interview.id) AS own) tagging
  CROSS JOIN LATERAL (
       SELECT tagging.own, ARRAY(SELECT theme.id FROM interviews_theme theme WHERE theme.id = ANY (tagging.own)
                           UNION SELECT theme.parent_id FROM interviews_theme theme
                                  WHERE theme.id = ANY (tagging.own) AND theme.parent_id IS NOT NULL
                           ORDER BY 1) AS themes) about
  CROSS JOIN LATERAL (SELECT {", ".join(f"({sql}) AS {name}" for name, (_, sql) in PARTS.items())}) part;

CREATE VIEW interviews_search_transcripts AS
SELECT talk.interview_id, interview.state, talk.said,
       setweight(talk.vector, 'D') AS vector
  FROM interviews_interview interview
  CROSS JOIN LATERAL (
       SELECT passage.interview_id,
              search_joined(passage.vector, 750000 ORDER BY passage.position) AS vector,
              -- A heading is a text of its own: what `search_words` is given it makes one text.
              coalesce(string_agg(nullif(concat_ws(' | ', nullif(search_words(passage.heading), ''),
                                                   nullif(search_words(passage.text), '')), ''), ' | '
                                  ORDER BY passage.position), '') AS said
         FROM interviews_passage passage
        WHERE passage.interview_id = interview.id
        GROUP BY passage.interview_id) talk;

CREATE VIEW interviews_search_words AS
SELECT word, count(*)::int AS uses
  FROM interviews_searchtext text,
       LATERAL (SELECT DISTINCT word FROM unnest(string_to_array(text.said, ' ')) word) each
 WHERE text.state = 'published' AND length(word) BETWEEN 2 AND 60 AND word ~ '[^0-9|]'
 GROUP BY word;
"""
NO_CONTENT = """
DROP VIEW interviews_search_words;
DROP VIEW interviews_search_transcripts;
DROP VIEW interviews_search_heads;
DROP FUNCTION search_lineage(bigint);
DROP AGGREGATE search_joined(tsvector, int);
DROP FUNCTION search_joined(tsvector, tsvector, int);
DROP FUNCTION search_said(text[]);
"""
REFRESH = """
CREATE FUNCTION search_refresh(ids bigint[], transcripts boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF transcripts THEN
        INSERT INTO interviews_searchtext AS kept (interview_id, part, state, said, vector)
        SELECT interview_id, 'transcript', state, said, vector
          FROM interviews_search_transcripts WHERE interview_id = ANY (ids)
            ON CONFLICT (interview_id, part) DO UPDATE
           SET state = excluded.state, said = excluded.said, vector = excluded.vector
         WHERE (kept.state, kept.said, kept.vector) IS DISTINCT FROM (excluded.state, excluded.said, excluded.vector);
        DELETE FROM interviews_searchtext kept
         WHERE kept.interview_id = ANY (ids) AND kept.part = 'transcript'
           AND NOT EXISTS (SELECT FROM interviews_passage passage WHERE passage.interview_id = kept.interview_id);
    END IF;
    WITH now AS MATERIALIZED (
        SELECT * FROM interviews_search_heads WHERE interview_id = ANY (ids)
    ), stated AS (
        UPDATE interviews_searchtext kept SET state = now.state
          FROM now
         WHERE kept.interview_id = now.interview_id AND kept.part = 'transcript' AND kept.state <> now.state
    ), said AS (
        INSERT INTO interviews_searchtext AS kept (interview_id, part, state, said)
        SELECT interview_id, 'head', state, said FROM now
            ON CONFLICT (interview_id, part) DO UPDATE SET state = excluded.state, said = excluded.said
         WHERE (kept.state, kept.said) IS DISTINCT FROM (excluded.state, excluded.said)
    )
    INSERT INTO interviews_searchdocument AS kept
           (interview_id, state, format, date, speakers, themes, kinds, points, head, whole)
    SELECT now.interview_id, now.state, now.format, now.date, now.speakers, now.themes, now.kinds, now.points,
           now.head, search_joined(now.head, coalesce(spoken.vector, ''), 1000000)
      FROM now
      LEFT JOIN interviews_searchtext spoken
             ON spoken.interview_id = now.interview_id AND spoken.part = 'transcript'
        ON CONFLICT (interview_id) DO UPDATE
       SET (state, format, date, speakers, themes, kinds, points, head, whole) =
           (excluded.state, excluded.format, excluded.date, excluded.speakers, excluded.themes, excluded.kinds,
            excluded.points, excluded.head, excluded.whole)
     WHERE (kept.state, kept.format, kept.date, kept.speakers, kept.themes, kept.kinds, kept.points, kept.head, kept.whole)
           IS DISTINCT FROM
           (excluded.state, excluded.format, excluded.date, excluded.speakers, excluded.themes, excluded.kinds,
            excluded.points, excluded.head, excluded.whole);
END
$$;

-- Rows that changed, under the name `changed`, lead to interviews by the query in the trigger's first argument.
CREATE FUNCTION search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    rows text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT * FROM new_rows'
                            WHEN 'DELETE' THEN 'SELECT * FROM old_rows'
                            ELSE 'SELECT * FROM new_rows UNION ALL SELECT * FROM old_rows' END;
    ids bigint[];
BEGIN
    -- A bulk load says so, for one transaction, and rebuilds the index at its end.
    IF current_setting('perspectives.reindex', true) = 'later' THEN
        RETURN NULL;
    END IF;
    EXECUTE format('WITH changed AS (%s) SELECT array_agg(DISTINCT id) FROM (%s) found (id) WHERE id IS NOT NULL',
                   rows, TG_ARGV[0]) INTO ids;
    IF ids IS NOT NULL THEN
        PERFORM search_refresh(ids, TG_TABLE_NAME = 'interviews_passage');
    END IF;
    RETURN NULL;
END
$$;

-- Taken before any row is, so that writers wait for each other in one place and never in a circle.
CREATE FUNCTION search_one_writer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('search index', 0));
    RETURN NULL;
END
$$;

CREATE FUNCTION search_count_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    gone text := 'SELECT said, -1 AS times FROM old_rows WHERE state = ''published''';
    come text := 'SELECT said, 1 AS times FROM new_rows WHERE state = ''published''';
BEGIN
    -- Whoever rebuilds the index counts all words once, at the end.
    IF current_setting('perspectives.reindex', true) IN ('later', 'words later') THEN
        RETURN NULL;
    END IF;
    EXECUTE format($query$
        INSERT INTO interviews_searchword AS known (word, uses)
        SELECT word, sum(times)
          FROM (%s) changed,
               LATERAL (SELECT DISTINCT word FROM unnest(string_to_array(said, ' ')) word) each
         WHERE length(word) BETWEEN 2 AND 60 AND word ~ '[^0-9|]'
         GROUP BY word HAVING sum(times) <> 0 ORDER BY word
            ON CONFLICT (word) DO UPDATE SET uses = known.uses + excluded.uses
        $query$, CASE TG_OP WHEN 'INSERT' THEN come WHEN 'DELETE' THEN gone
                 -- What stayed as it was cancels out; leave it out before its words are taken apart.
                 ELSE 'SELECT changed.said, sum(changed.times)::int AS times FROM (' || come || ' UNION ALL ' || gone
                      || ') changed GROUP BY changed.said HAVING sum(changed.times) <> 0' END);
    DELETE FROM interviews_searchword WHERE uses <= 0;
    RETURN NULL;
END
$$;

-- Waits for writers, but not for others that rebuild: they have other interviews.
CREATE FUNCTION search_rebuild(ids bigint[]) RETURNS void LANGUAGE plpgsql
    -- Many hashes at a time go into the index of phrases for a fraction of what few at a time take.
    SET work_mem = '128MB' SET gin_pending_list_limit = '64MB' AS $$
DECLARE
    before text := coalesce(current_setting('perspectives.reindex', true), '');
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('search index', 0));
    PERFORM set_config('perspectives.reindex', 'words later', true);
    PERFORM search_refresh(ids, true);
    PERFORM set_config('perspectives.reindex', before, true);
END
$$;

CREATE FUNCTION search_recount() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('search index', 0));
    WITH now AS MATERIALIZED (
        SELECT word, uses FROM interviews_search_words
    ), gone AS (
        DELETE FROM interviews_searchword known WHERE NOT EXISTS (SELECT FROM now WHERE now.word = known.word)
    )
    INSERT INTO interviews_searchword AS known (word, uses)
    SELECT word, uses FROM now ORDER BY word
        ON CONFLICT (word) DO UPDATE SET uses = excluded.uses WHERE known.uses <> excluded.uses;
END
$$;
"""
NO_REFRESH = """
DROP FUNCTION search_recount();
DROP FUNCTION search_rebuild(bigint[]);
DROP FUNCTION search_count_words();
DROP FUNCTION search_one_writer();
DROP FUNCTION search_changed();
DROP FUNCTION search_refresh(bigint[], boolean);
"""
# By name of table: from its changed rows to the interviews whose documents they are part of.
OF_ROLES = "SELECT speaker.interview_id FROM interviews_speaker speaker WHERE speaker.role_id IN ({roles})"
OF_PLACES = OF_ROLES.format(
    roles="""SELECT role.id FROM organisations_role role WHERE role.organisation_id IN (
        WITH RECURSIVE kin (id) AS (
            {places}
             UNION
            SELECT CASE WHEN kin.id = row.predecessor_id THEN row.successor_id ELSE row.predecessor_id END
              FROM organisations_succession row JOIN kin ON kin.id IN (row.predecessor_id, row.successor_id))
        SELECT id FROM kin)"""
)
OF_STATEMENTS = """SELECT statement.interview_id FROM interviews_statement statement
    JOIN interviews_statement_themes tagged ON tagged.statement_id = statement.id WHERE tagged.theme_id IN ({themes})"""
READ = {
    "interviews_interview": "SELECT id FROM changed",
    "interviews_speaker": "SELECT interview_id FROM changed",
    "interviews_statement": "SELECT interview_id FROM changed",
    "interviews_statement_themes": (
        "SELECT statement.interview_id FROM interviews_statement statement"
        " JOIN changed ON changed.statement_id = statement.id"
    ),
    "interviews_passage": "SELECT interview_id FROM changed",
    "interviews_theme": OF_STATEMENTS.format(
        themes="SELECT theme.id FROM interviews_theme theme JOIN changed ON changed.id IN (theme.id, theme.parent_id)"
    ),
    "interviews_themealias": OF_STATEMENTS.format(themes="SELECT theme_id FROM changed"),
    "organisations_leader": OF_ROLES.format(
        roles="SELECT role.id FROM organisations_role role JOIN changed ON changed.id = role.leader_id"
    ),
    "organisations_role": OF_ROLES.format(roles="SELECT id FROM changed"),
    "organisations_organisation": OF_PLACES.format(places="SELECT id FROM changed"),
    "organisations_organisationname": OF_PLACES.format(places="SELECT organisation_id FROM changed"),
    "organisations_organisationidentifier": OF_PLACES.format(places="SELECT organisation_id FROM changed"),
    "organisations_succession": OF_PLACES.format(
        places="SELECT place.id FROM changed, unnest(ARRAY[predecessor_id, successor_id]) AS place (id)"
    ),
}
TABLES_OF = {
    "INSERT": "REFERENCING NEW TABLE AS new_rows",
    "UPDATE": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "DELETE": "REFERENCING OLD TABLE AS old_rows",
}
# What is deleted is found again through nothing; its rows elsewhere go with it.
UNFOUND = {("interviews_interview", "DELETE")}
TRIGGERS = "".join(
    [
        f"CREATE TRIGGER search_one_writer BEFORE INSERT OR UPDATE OR DELETE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION search_one_writer();\n"
        for table in READ
    ]
    + [
        f"CREATE TRIGGER search_{event.lower()} AFTER {event} ON {table} {tables}"
        f" FOR EACH STATEMENT EXECUTE FUNCTION search_changed('{query}');\n"
        for table, query in READ.items()
        for event, tables in TABLES_OF.items()
        if (table, event) not in UNFOUND
    ]
    + [
        f"CREATE TRIGGER search_{event.lower()} AFTER {event} ON interviews_searchtext {tables}"
        " FOR EACH STATEMENT EXECUTE FUNCTION search_count_words();\n"
        for event, tables in TABLES_OF.items()
    ]
)
NO_TRIGGERS = "".join(
    [f"DROP TRIGGER search_one_writer ON {table};\n" for table in READ]
    + [
        f"DROP TRIGGER search_{event.lower()} ON {table};\n"
        for table in (*READ, "interviews_searchtext")
        for event in TABLES_OF
        if (table, event) not in UNFOUND
    ]
)
FILL = "SELECT search_refresh(array_agg(id), true) FROM interviews_interview HAVING count(*) > 0;"


class Migration(migrations.Migration):
    dependencies = [("interviews", "0005_search_functions"), ("organisations", "0002_addresses")]

    operations = [
        migrations.RunSQL(CONTENT, NO_CONTENT),
        migrations.RunSQL(REFRESH, NO_REFRESH),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
