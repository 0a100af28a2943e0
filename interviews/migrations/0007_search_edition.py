"""Give every state of the search index a name, so that what is read of all of it can be kept until it changes."""

from django.db import migrations, models

CHANGED = """
CREATE FUNCTION search_new_edition() RETURNS void LANGUAGE sql AS $$
    INSERT INTO interviews_searchedition (sole, value) VALUES (true, gen_random_uuid())
        ON CONFLICT (sole) DO UPDATE SET value = excluded.value
$$;
COMMENT ON FUNCTION search_new_edition() IS
    'Says that what searches keep in memory has changed. Readers see it when the change is committed, and not before.';

CREATE FUNCTION search_edition_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Those that rebuild work side by side, and say so once for each batch.
    IF current_setting('perspectives.reindex', true) IS DISTINCT FROM 'words later' THEN
        PERFORM search_new_edition();
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION search_rebuild(ids bigint[]) RETURNS void LANGUAGE plpgsql
    -- Many hashes at a time go into the index of phrases for a fraction of what few at a time take.
    SET work_mem = '128MB' SET gin_pending_list_limit = '64MB' AS $$
DECLARE
    before text := coalesce(current_setting('perspectives.reindex', true), '');
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('search index', 0));
    PERFORM set_config('perspectives.reindex', 'words later', true);
    PERFORM search_refresh(ids, true);
    PERFORM set_config('perspectives.reindex', before, true);
    PERFORM search_new_edition();
END
$$;
"""
UNCHANGED = """
CREATE OR REPLACE FUNCTION search_rebuild(ids bigint[]) RETURNS void LANGUAGE plpgsql
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
DROP FUNCTION search_edition_changed();
DROP FUNCTION search_new_edition();
"""
KEPT = ("interviews_searchdocument", "interviews_theme", "organisations_organisation", "organisations_succession")
TRIGGERS = "".join(
    f"CREATE TRIGGER search_edition AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}"
    " FOR EACH STATEMENT EXECUTE FUNCTION search_edition_changed();\n"
    for table in KEPT
)
NO_TRIGGERS = "".join(f"DROP TRIGGER search_edition ON {table};\n" for table in KEPT)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0006_search_kept"), ("organisations", "0002_addresses")]

    operations = [
        migrations.CreateModel(
            name="SearchEdition",
            fields=[
                (
                    "sole",
                    models.BooleanField(
                        default=True,
                        help_text="There is one row, and it says yes.",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("value", models.UUIDField()),
            ],
            options={"default_permissions": ()},
        ),
        migrations.RunSQL(CHANGED, UNCHANGED),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
        migrations.RunSQL("SELECT search_new_edition()", migrations.RunSQL.noop),
    ]
