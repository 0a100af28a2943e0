"""Two hundred and fifty fictional organisations with their names, codes and what became of them."""

from dataclasses import dataclass, field
from itertools import product
from random import Random

from django.utils.text import slugify

from organisations.models import (
    NameKind,
    Nation,
    Organisation,
    OrganisationIdentifier,
    OrganisationName,
    Scheme,
    Sector,
    Succession,
    SuccessionKind,
)
from organisations.partial_dates import PartialDate

_BEGINNINGS = """Quill Thimble Marrow Bramble Lantern Pepper Cinder Wimble Fennel Tumble Copper Dapple Ember Fable
    Gossamer Inkle Junket Kettle Larkspur Mottle Nutmeg Pipkin Quaver Rumple Saffron Tansy Umber Velvet Whistle
    Yonder""".split()
_ENDS = "brook mere wick haven dale stead moor minster thorpe ness garth beck holm worth".split()
_COUNTS = {
    Sector.ACUTE: 104,
    Sector.SPECIALIST: 15,
    Sector.MENTAL_HEALTH: 35,
    Sector.COMMUNITY: 25,
    Sector.AMBULANCE: 8,
    Sector.INTEGRATED: 20,
    Sector.HEALTH_BOARD: 12,
    Sector.PRIMARY_CARE: 20,
    Sector.NATIONAL_BODY: 4,
    Sector.ROYAL_COLLEGE: 4,
    Sector.OTHER: 3,
}
_FORMS = {
    Sector.ACUTE: ("{} NHS Foundation Trust", "{} Hospitals NHS Trust", "{} University Hospitals NHS Foundation Trust"),
    Sector.SPECIALIST: ("{} Orthopaedic Hospital NHS Foundation Trust", "{} Heart and Chest Hospital NHS Trust"),
    Sector.MENTAL_HEALTH: ("{} Partnership NHS Foundation Trust", "{} Mental Health NHS Trust"),
    Sector.COMMUNITY: ("{} Community Health NHS Trust", "{} Community Healthcare NHS Foundation Trust"),
    Sector.AMBULANCE: ("{} Ambulance Service NHS Trust",),
    Sector.INTEGRATED: ("{} Integrated Care NHS Foundation Trust", "{} Health and Social Care Trust"),
    Sector.HEALTH_BOARD: ("{} Health Board", "{} University Health Board"),
    Sector.PRIMARY_CARE: ("{} Primary Care Network", "{} General Practice Federation"),
    Sector.NATIONAL_BODY: ("{} Health Improvement Agency",),
    Sector.ROYAL_COLLEGE: ("Royal College of {} Medicine",),
    Sector.OTHER: ("{} Institute of Medical Leadership",),
}
_REGIONS = {
    Nation.ENGLAND: "London|South West|South East|Midlands|East of England|North West|North East and Yorkshire".split(
        "|"
    ),
    Nation.SCOTLAND: "East of Scotland|North of Scotland|West of Scotland".split("|"),
    Nation.WALES: "North Wales|South Wales|Mid Wales".split("|"),
    Nation.NORTHERN_IRELAND: [""],
    Nation.UNITED_KINGDOM: [""],
}
_BECAME = {
    SuccessionKind.ACQUIRED: 0.4,
    SuccessionKind.MERGED: 0.35,
    SuccessionKind.SPLIT: 0.15,
    SuccessionKind.PART_TRANSFER: 0.1,
}
CLOSED, SUCCESSIONS = 50, 60


@dataclass(slots=True)
class Places:
    """Every organisation, in an order that is no alphabet: those that closed stand last."""

    organisations: list[Organisation] = field(default_factory=list)
    names: list[OrganisationName] = field(default_factory=list)
    identifiers: list[OrganisationIdentifier] = field(default_factory=list)
    successions: list[Succession] = field(default_factory=list)

    def draw(self, random: Random) -> Organisation:
        """One of them, the first of the list far more often than the last."""
        return self.organisations[int(len(self.organisations) * random.random() ** 1.5)]


def places(random: Random) -> Places:
    """Make them all up."""
    made = Places()
    towns = [beginning + end for beginning, end in product(_BEGINNINGS, _ENDS)]
    sectors = [sector for sector, count in _COUNTS.items() for _ in range(count)]
    random.shuffle(towns)
    random.shuffle(sectors)
    for number, sector in enumerate(sectors, 1):
        _found(made, random, number, sector, towns)
    _succeed(made, random)
    return made


def _found(made: Places, random: Random, number: int, sector: str, towns: list[str]) -> None:
    """One organisation with its code and names, a former one among them for two in five."""
    nation = _nation(random, sector)
    town, form = towns.pop(), random.choice(_FORMS[Sector(sector)])
    organisation = Organisation(
        pk=number,
        name=form.format(town),
        slug=slugify(form.format(town)),
        sector=sector,
        nation=nation,
        region=random.choice(_REGIONS[nation]),
        opened=PartialDate(random.randint(1985, 2002), 4, 1),
        closed=PartialDate(random.randint(2008, 2024), 3, 31) if number > sum(_COUNTS.values()) - CLOSED else None,
    )
    made.organisations.append(organisation)
    # Codes of this pattern are never given out.
    made.identifiers.append(
        OrganisationIdentifier(pk=number, organisation=organisation, scheme=Scheme.ODS, value=f"ZZ{number:03}")
    )
    initials = "".join(word[0] for word in organisation.name.split() if word[0].isupper())
    _name(made, organisation, initials, NameKind.ABBREVIATION)
    _name(made, organisation, town, NameKind.KNOWN_AS)
    if random.random() < 0.4:
        year = random.randint(2005, 2007)
        former = random.choice(_FORMS[Sector(sector)]).format(towns.pop())
        _name(made, organisation, former, NameKind.FORMER, end=PartialDate(year, 3, 31))
        _name(made, organisation, organisation.name, NameKind.OFFICIAL, start=PartialDate(year, 4, 1))


def _nation(random: Random, sector: str) -> Nation:
    """England for most; health boards are of Scotland and Wales."""
    if sector in {Sector.NATIONAL_BODY, Sector.ROYAL_COLLEGE, Sector.OTHER}:
        return Nation.UNITED_KINGDOM
    if sector == Sector.HEALTH_BOARD:
        return random.choice((Nation.SCOTLAND, Nation.WALES))
    if sector == Sector.INTEGRATED:
        return random.choice((Nation.ENGLAND, Nation.NORTHERN_IRELAND))
    return Nation.ENGLAND


def _name(
    made: Places,
    organisation: Organisation,
    name: str,
    kind: str,
    *,
    start: PartialDate | None = None,
    end: PartialDate | None = None,
) -> None:
    made.names.append(
        OrganisationName(pk=len(made.names) + 1, organisation=organisation, name=name, kind=kind, start=start, end=end)
    )


def _succeed(made: Places, random: Random) -> None:
    """Let each that closed go on in one or two before it in the list, so that no history runs in a circle."""
    going = len(made.organisations) - CLOSED
    for number in range(SUCCESSIONS):
        place = going + number % CLOSED
        predecessor = made.organisations[place]
        taken = {row.successor_id for row in made.successions if row.predecessor_id == predecessor.pk}
        heirs = [heir for heir in made.organisations[:going] if heir.pk not in taken]
        # Now and then one that was to close later: histories of two steps and more.
        later = [heir for heir in made.organisations[going:place] if _year(heir) > _year(predecessor)]
        later = [heir for heir in later if heir.pk not in taken]
        successor = random.choice(later if later and random.random() < 0.3 else heirs)
        kind = random.choices(list(_BECAME), list(_BECAME.values()))[0]
        date = predecessor.closed.day_after() if predecessor.closed else None
        made.successions.append(
            Succession(pk=number + 1, predecessor=predecessor, successor=successor, kind=kind, date=date)
        )


def _year(closed: Organisation) -> int:
    return closed.closed.year if closed.closed else 0
