"""Names, family name first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.citations.people import Person


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ada Quillfeather", Person("Quillfeather", "Ada")),
        ("Ada Mary Quillfeather", Person("Quillfeather", "Ada Mary")),
        ("Dr Ada Quillfeather", Person("Quillfeather", "Ada")),
        ("Prof. Ada Quillfeather", Person("Quillfeather", "Ada")),
        ("Professor Sir Bea Hive", Person("Hive", "Bea")),
        ("The Rt Hon Dame Bea Hive", Person("Hive", "Bea")),
        ("Bea Hive, CBE FRCP", Person("Hive", "Bea")),
        ("Cliff Hanger Jr", Person("Hanger", "Cliff", "Jr")),
        ("Cliff  Hanger III", Person("Hanger", "Cliff", "III")),
        ("Dora van der Beek", Person("van der Beek", "Dora")),
        ("Dora De Souza", Person("De Souza", "Dora")),
        ("Dora al-Rashid", Person("al-Rashid", "Dora")),
        ("Ella-May O'Clock-Hand", Person("O'Clock-Hand", "Ella-May")),
        ("Drusilla Sirius", Person("Sirius", "Drusilla")),
        ("Fen", Person("Fen")),
        ("Lord Fen", Person("Fen")),
        ("Dr", Person("Dr")),
        ("van Beek", Person("van Beek")),
    ],
)
def test_titles_are_no_names_and_the_family_name_is_whole(name: str, person: Person) -> None:
    assert Person.named(name) == person


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Dr Ada Mary Quillfeather", "Quillfeather, A.M."),
        ("Ella-May Hive", "Hive, E.-M."),
        ("Dora van der Beek", "van der Beek, D."),
        ("Fen", "Fen"),
    ],
)
def test_given_names_are_shortened_to_initials(name: str, short: str) -> None:
    assert Person.named(name).short == short


@given(st.text(min_size=1).filter(str.strip))
def test_any_name_is_somebody(name: str) -> None:
    person = Person.named(name)
    assert person.family
    assert person.short
