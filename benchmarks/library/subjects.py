"""Sixty themes in two levels, with the words that readers may use for them."""

from dataclasses import dataclass
from random import Random

from django.utils.text import slugify

from interviews.models import Theme, ThemeAlias

# Wider themes, narrower ones under each, and after each other words for it.
_THEMES = """
medical leadership=leading doctors
  clinical directors=divisional leads
  the medical director's office=MD's office
  leading from the middle=informal leaders
  stepping back from the front=handing over
listening=hearing doctors
  ward rounds by the board=board visits
  open forums=town halls
  suggestion schemes=idea boxes
  answering concerns=closing the loop
time to lead=protected time
  job planning=programmed activities
  paid sessions=backfill
  cover for meetings=release time
  leadership fellowships=fellows
quality improvement=QI
  small tests of change=PDSA
  improvement training=improvement coaching
  audit that matters=clinical audit
  measuring what patients feel=patient experience
patient safety=safer care
  learning from incidents=root causes
  safety huddles=briefings
  deteriorating patients=escalation
  medicines on the ward=prescribing
working with managers=clinical and managerial partnership
  paired leadership=triumvirates
  shared budgets=devolved finance
  one plan for a division=business planning
  disagreeing well=constructive conflict
culture=how we do things
  civility at work=incivility
  blame and fairness=just culture
  telling the story=narrative
  rituals and thanks=recognition
doctors in training=trainees
  induction that welcomes=first days
  trainee forums=junior doctor forums
  rotas written together=self rostering
  supervision=educational supervisors
measuring engagement=engagement scales
  staff surveys=questionnaires
  pulse checks=short surveys
  numbers on the wall=dashboards
  engagement and outcomes=evidence
mergers and change=reorganisation
  joining two sites=site merger
  losing a name=identity
  service redesign=pathways
  closing a unit=reconfiguration
wellbeing=morale
  rest and rooms=rest facilities
  burnout=exhaustion
  peer support=buddying
  coming back to work=return to practice
beyond the hospital=system working
  primary care networks=PCNs
  talking to general practice=advice and guidance
  mental health liaison=parity
  working with councils=local authorities
"""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The themes, and which of them are talked of most."""

    themes: list[Theme]
    aliases: list[ThemeAlias]

    def draw(self, random: Random) -> list[Theme]:
        """One or two themes, the first of the list far more often than the last."""
        count = random.choice((1, 1, 2))
        places = {int(len(self.themes) * random.random() ** 1.6) for _ in range(count)}
        return [self.themes[place] for place in sorted(places)]


def subjects() -> Subjects:
    """All of them, the same for every seed."""
    themes: list[Theme] = []
    aliases: list[ThemeAlias] = []

    def add(written: str, parent: Theme | None) -> Theme:
        name, _, alias = written.strip().partition("=")
        theme = Theme(
            pk=len(themes) + 1,
            slug=slugify(name),
            name=name[:1].upper() + name[1:],
            parent=parent,
            definition=f"What leaders say about {name}, and what came of it.",
        )
        themes.append(theme)
        aliases.append(ThemeAlias(pk=len(themes), theme=theme, name=alias))
        return theme

    wider = None
    for line in _THEMES.strip().splitlines():
        if line.startswith(" "):
            add(line, wider)
        else:
            wider = add(line, None)
    return Subjects(themes, aliases)
