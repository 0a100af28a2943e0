"""A lineage as a picture."""

import pytest

from interviews.presenters.picture import Picture, draw, names
from organisations.lineage import Lineage
from organisations.models import NameKind, Organisation, SuccessionKind
from tests.factories import OrganisationFactory, OrganisationNameFactory, SuccessionFactory

pytestmark = pytest.mark.django_db


def _drawn(organisation: Organisation) -> Picture:
    picture = draw(organisation, Lineage.load())
    assert picture
    return picture


def test_what_came_from_nothing_and_became_nothing_is_not_drawn() -> None:
    assert draw(OrganisationFactory(), Lineage.load()) is None


def test_boxes_do_not_overlap_and_stay_in_the_picture() -> None:
    here = OrganisationFactory(name="Harbourtown and the whole of the long coast beyond NHS Foundation Trust")
    for _ in range(4):
        SuccessionFactory(successor=here)
        SuccessionFactory(predecessor=here)
    picture = _drawn(here)
    assert len(picture.boxes) == 9
    for box in picture.boxes:
        assert box.x > 0
        assert box.right < picture.width
        assert box.y > 0
        assert box.y + box.height < picture.height
        assert all(box.y < text.y < box.y + box.height for text in box.texts)
    rows: dict[int, list[int]] = {}
    for box in picture.boxes:
        rows.setdefault(box.y, []).append(box.x)
    assert sorted(map(len, rows.values())) == [1, 4, 4]
    assert all(
        right - left > 232 for row in rows.values() for left, right in zip(sorted(row), sorted(row)[1:], strict=False)
    )
    assert [box.is_here for box in picture.boxes].count(True) == 1


@pytest.mark.parametrize(
    ("date", "when"), [("2021-06-01", "2021"), ("2021?", "probably 2021"), (None, "date not known")]
)
def test_an_arrow_tells_how_and_when(date: str | None, when: str) -> None:
    row = SuccessionFactory(kind=SuccessionKind.PART_TRANSFER, date=date)
    arrow = _drawn(row.predecessor).arrows[0]
    assert (arrow.how, arrow.when) == ("Part transferred", when)


def test_a_circle_is_drawn_beside_the_boxes() -> None:
    row = SuccessionFactory()
    SuccessionFactory(predecessor=row.successor, successor=row.predecessor)
    picture = _drawn(row.predecessor)
    assert len(picture.arrows) == 2
    assert max(arrow.x for arrow in picture.arrows) > max(box.right for box in picture.boxes)
    assert max(arrow.x for arrow in picture.arrows) < picture.width


def test_a_box_holds_the_names_over_the_years() -> None:
    trust = OrganisationFactory(name="Third Trust")
    assert names(trust) == [("Third Trust", "")]
    for name, start, end in (("First Trust", None, "2009"), ("Second Trust", "2010-02", "2016")):
        OrganisationNameFactory(organisation=trust, name=name, kind=NameKind.FORMER, start=start, end=end)
    OrganisationNameFactory(organisation=trust, name="Threes", kind=NameKind.KNOWN_AS, start="2017")
    trust = Organisation.objects.with_names().get(pk=trust.pk)
    told = [("First Trust", "until 2009"), ("Second Trust", "2010 to 2016"), ("Third Trust", "from 2016")]
    assert names(trust) == told
    SuccessionFactory(predecessor=trust)
    box = next(box for box in _drawn(trust).boxes if box.is_here)
    assert [text.words for text in box.texts] == [words for name in told for words in name]
    assert len(box.rules) == 2


def test_a_name_still_in_force_is_told_since_when() -> None:
    trust = OrganisationFactory(name="New Trust")
    OrganisationNameFactory(organisation=trust, name="New Trust", kind=NameKind.OFFICIAL, start="2017-04-01")
    assert names(trust) == [("New Trust", "from 2017")]
