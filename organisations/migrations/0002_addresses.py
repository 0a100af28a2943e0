"""Keep every address that was ever left, in the database itself, so that no way of writing goes round it."""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    label text := TG_ARGV[0];
BEGIN
    IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NEW.slug <> OLD.slug) THEN
        INSERT INTO organisations_formeraddress (kind, slug, object_id) VALUES (label, OLD.slug, OLD.id);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    -- Back at an address of its own: that is no longer a former one.
    DELETE FROM organisations_formeraddress WHERE kind = label AND slug = NEW.slug AND object_id = NEW.id;
    IF EXISTS (SELECT FROM organisations_formeraddress WHERE kind = label AND slug = NEW.slug) THEN
        RAISE unique_violation USING
            CONSTRAINT = 'former_address_leads_to_one_thing',
            MESSAGE = format('The address "%s" used to belong to something else. Choose another.', NEW.slug);
    END IF;
    RETURN NEW;
END
$$;
"""
TRIGGER = """
CREATE TRIGGER keep_address BEFORE INSERT OR DELETE OR UPDATE OF slug ON {table}
    FOR EACH ROW EXECUTE FUNCTION keep_address('{label}');
"""


class Migration(migrations.Migration):
    dependencies = [("organisations", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION keep_address();"),
        *(
            migrations.RunSQL(
                TRIGGER.format(table=f"organisations_{model}", label=f"organisations.{model}"),
                f"DROP TRIGGER keep_address ON organisations_{model};",
            )
            for model in ("organisation", "leader")
        ),
    ]
