"""Fictional leaders and the posts they hold or held."""

from dataclasses import dataclass, field
from random import Random

from django.utils.text import slugify

from benchmarks.library.places import Places
from organisations.models import Leader, Level, Role
from organisations.partial_dates import PartialDate

_GIVEN = """Ada Abel Amara Ansel Asha Basil Beatrix Bilal Blythe Bram Calla Caspian Chidi Clover Cosmo Dara Delphine
    Dev Dorothea Efua Eilidh Elowen Emrys Esme Farah Felix Fern Fintan Freya Gethin Greta Gwilym Hana Harish Hester
    Idris Imogen Isha Ivo Jago Jasmin Juno Kavita Keir Kwame Lalit Leonie Linus Lowri Maeve Magnus Mei Merryn Mirza
    Nadia Neve Ngozi Nia Olwen Omar Orla Oswin Parveen Peregrine Petra Priya Quentin Rafe Rhiannon Rosalind Rowan
    Ruby Saskia Selwyn Seren Sefton Sunita Tamsin Tariq Tegan Theo Thora Uma Una Verity Wanjiru Wilf Winifred Xanthe
    Yasmin Yusuf Zadie Zebedee Zora""".split()
_FIRST = """Quill Thistle Bramble Lantern Copper Sparrow Marble Winter Honey Button Feather Kettle Larch Meadow Nimble
    Otter Penny Ruddle Silver Tinder Willow Apple Barley Candle Drum Elder Fiddle Goose Hazel Ivory""".split()
_LAST = """feather wright bottom well croft ley smith burn shaw worthy field beck fast maker lock ridge penny bank hurst
    water""".split()
_SPECIALTIES = """Acute medicine|Anaesthetics|Cardiology|Emergency medicine|General practice|General surgery
    |Geriatric medicine|Obstetrics and gynaecology|Paediatrics|Pathology|Psychiatry|Radiology""".split("|")
# Titles by level, and how many of a hundred speakers have one.
_TITLES = {
    Level.BOARD: (6, ("Chief Executive", "Executive Medical Director", "Non-executive Director")),
    Level.MEDICAL_DIRECTOR: (24, ("Medical Director", "Chief Medical Officer")),
    Level.DEPUTY_MEDICAL_DIRECTOR: (15, ("Deputy Medical Director", "Associate Medical Director")),
    Level.CLINICAL_DIRECTOR: (18, ("Clinical Director", "Clinical Lead")),
    Level.CONSULTANT: (16, ("Consultant", "Consultant and Improvement Lead")),
    Level.SAS_DOCTOR: (4, ("Specialty Doctor", "Associate Specialist")),
    Level.RESIDENT_DOCTOR: (6, ("Resident Doctor", "Specialty Registrar")),
    Level.GP: (5, ("General Practitioner", "GP Partner")),
    Level.MANAGER: (4, ("Divisional Manager", "Director of Operations")),
    Level.OTHER: (2, ("Patient Safety Specialist",)),
}


@dataclass(slots=True)
class People:
    """Every leader and every role; the first role of each is the one that speaks."""

    leaders: list[Leader] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    speaking: list[Role] = field(default_factory=list)


def people(random: Random, places: Places, count: int) -> People:
    """Make so many leaders up, each with a role or two."""
    made = People()
    levels, weights = list(_TITLES), [share for share, _ in _TITLES.values()]
    slugs: dict[str, int] = {}
    for number in range(1, count + 1):
        name = f"{random.choice(_GIVEN)} {random.choice(_FIRST)}{random.choice(_LAST)}"
        slug = slugify(name)
        slugs[slug] = slugs.get(slug, 0) + 1
        leader = Leader(
            pk=number,
            slug=slug if slugs[slug] == 1 else f"{slug}-{slugs[slug]}",
            name=name,
            specialty=random.choice(_SPECIALTIES).strip(),
            post_nominals=random.choice(("", "", "FRCP", "FRCS", "MBE", "FRCA")),
        )
        made.leaders.append(leader)
        for step, level in enumerate(random.choices(levels, weights, k=random.choice((1, 1, 2)))):
            role = Role(
                pk=len(made.roles) + 1,
                leader=leader,
                organisation=places.draw(random),
                title=random.choice(_TITLES[level][1]),
                level=level,
                start=PartialDate(random.randint(1998, 2003) - 6 * step),
                end=PartialDate(2004) if step else None,
            )
            made.roles.append(role)
            if not step:
                made.speaking.append(role)
    return made
