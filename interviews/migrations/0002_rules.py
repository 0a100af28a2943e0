"""What the database itself looks after: addresses, two levels of themes, and statements that keep to their interview."""

from django.db import migrations

ADDRESSES = """
CREATE TRIGGER keep_address BEFORE INSERT OR DELETE OR UPDATE OF slug ON interviews_theme
    FOR EACH ROW EXECUTE FUNCTION keep_address('interviews.theme');
CREATE TRIGGER keep_address BEFORE INSERT OR UPDATE OF slug ON interviews_interview
    FOR EACH ROW EXECUTE FUNCTION keep_address('interviews.interview');
-- The address of a draft that is thrown away was never anybody's link.
CREATE TRIGGER keep_address_of_the_deleted BEFORE DELETE ON interviews_interview
    FOR EACH ROW WHEN (OLD.state IN ('published', 'withdrawn')) EXECUTE FUNCTION keep_address('interviews.interview');
"""
NO_ADDRESSES = """
DROP TRIGGER keep_address_of_the_deleted ON interviews_interview;
DROP TRIGGER keep_address ON interviews_interview;
DROP TRIGGER keep_address ON interviews_theme;
"""
TWO_LEVELS = """
CREATE FUNCTION theme_two_levels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM interviews_theme WHERE id = NEW.parent_id AND parent_id IS NOT NULL)
       OR EXISTS (SELECT FROM interviews_theme WHERE parent_id = NEW.id) THEN
        RAISE check_violation USING
            CONSTRAINT = 'theme_two_levels',
            MESSAGE = format('The theme "%s" would stand three levels deep; there are two at most.', NEW.name);
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER theme_two_levels BEFORE INSERT OR UPDATE OF parent_id ON interviews_theme
    FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION theme_two_levels();
"""
NO_TWO_LEVELS = """
DROP TRIGGER theme_two_levels ON interviews_theme;
DROP FUNCTION theme_two_levels();
"""
OF_ONE_INTERVIEW = """
ALTER TABLE interviews_speaker ADD CONSTRAINT speaker_of_interview UNIQUE (interview_id, id);
ALTER TABLE interviews_passage ADD CONSTRAINT passage_of_interview UNIQUE (interview_id, id);
ALTER TABLE interviews_statement
    ADD CONSTRAINT statement_speaker_of_its_interview FOREIGN KEY (interview_id, speaker_id)
        REFERENCES interviews_speaker (interview_id, id) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT statement_passage_of_its_interview FOREIGN KEY (interview_id, passage_id)
        REFERENCES interviews_passage (interview_id, id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE interviews_passage
    ADD CONSTRAINT passage_speaker_of_its_interview FOREIGN KEY (interview_id, speaker_id)
        REFERENCES interviews_speaker (interview_id, id) DEFERRABLE INITIALLY DEFERRED;
"""
NOT_OF_ONE_INTERVIEW = """
ALTER TABLE interviews_passage DROP CONSTRAINT passage_speaker_of_its_interview;
ALTER TABLE interviews_statement
    DROP CONSTRAINT statement_passage_of_its_interview,
    DROP CONSTRAINT statement_speaker_of_its_interview;
ALTER TABLE interviews_passage DROP CONSTRAINT passage_of_interview;
ALTER TABLE interviews_speaker DROP CONSTRAINT speaker_of_interview;
"""


class Migration(migrations.Migration):
    dependencies = [("interviews", "0001_initial"), ("organisations", "0002_addresses")]

    operations = [
        migrations.RunSQL(ADDRESSES, NO_ADDRESSES),
        migrations.RunSQL(TWO_LEVELS, NO_TWO_LEVELS),
        migrations.RunSQL(OF_ONE_INTERVIEW, NOT_OF_ONE_INTERVIEW),
    ]
