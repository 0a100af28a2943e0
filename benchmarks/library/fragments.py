"""What sentences of the library are made of; every piece fits where its name stands in a template."""

PARTS = {
    "people": """the consultants on the wards|resident doctors in their first year|the clinical directors
        |our specialty doctors|the most sceptical surgeons|the general practitioners
        |doctors and nurses together|the night team|the medical staff committee|every clinical lead
        |the anaesthetists and physicians|trainees who rotate through|the divisional managers
        |newly appointed consultants
        |colleagues who had switched off|the theatre teams""",
    "act": """give them protected time in the job plan|publish what was heard and what will change
        |hand over the budget for the rota|let them choose the first project|bring managers and doctors into one room
        |share the staff survey without polishing it|pair each clinical lead with a manager
        |write the purpose down in plain words|meet on the ward rather than in the boardroom
        |measure engagement every six months|train them in quality improvement|pay for the sessions it takes
        |answer every concern within a week|start with what patients complain about""",
    "acting": """giving them protected time in the job plan|publishing what was heard
        |handing over the budget for the rota|letting them choose the first project
        |bringing managers and doctors into one room
        |sharing the staff survey openly|pairing each clinical lead with a manager|meeting on the ward every week
        |measuring engagement twice a year|training everybody in quality improvement
        |answering every concern within a week
        |starting from what patients told us""",
    "act_past": """gave them protected time in the job plan|published what we had heard
        |handed over the budget for the rota|let them choose the first project
        |brought managers and doctors into one room|shared the staff survey openly
        |paired each clinical lead with a manager|met on the ward every week|measured engagement twice a year
        |trained everybody in quality improvement|answered every concern within a week""",
    "where": """in the emergency department|on the acute medical unit|in theatres|across both sites|in outpatients
        |at the monthly forum|in general practice|on the maternity ward
        |in mental health services|in the community teams""",
    "when": """within six months|before the next winter|in the first hundred days|over two years|after the merger
        |during the inspection|by the end of the year|while waiting lists grew""",
    "because": """people support what they have helped to build|responsibility without authority wears people out
        |nobody reads another strategy from the board|a doctor who is asked once will expect an answer
        |trust is lost far faster than it is won|patients notice when a team does not talk
        |values are seen in what leaders tolerate|the quiet voices often know where the risk is
        |doctors change their minds for evidence and for each other""",
    "state": """felt that decisions were made elsewhere|had stopped coming to meetings|saw managers as the opposition
        |were tired of projects that ended with the funding|heard about changes from the newsletter
        |did not know who the medical director was|thought that engagement meant being told earlier""",
    "result": """the waiting list fell by a third|locum spending was halved|sickness on the unit went down
        |incidents were reported sooner|every consultant post was filled|the survey rose above the national average
        |discharges began before noon|complaints about communication nearly stopped""",
    "change": """the rota was written by those who work it|junior doctors chaired the safety meeting
        |each division had a doctor and a manager in charge|concerns were answered in public
        |the board heard a patient before it saw a number|new consultants were appointed for their values""",
}
STATEMENTS = {
    "before": (
        "Before any of this, {people} {state}, and on {subject} the trust had little to show {where}.",
        "In those days {people} {state}; {subject} was a line in a report that nobody {where} had read.",
    ),
    "challenge": (
        "The hardest part of {subject} was that {people} {state}, and that {because}.",
        "With {subject} we struggled {where}: {people} {state}, and patients noticed {when}.",
    ),
    "step": (
        "To get further with {subject}, we sat down with {people} {where} and {act_past} {when}.",
        "We began with {people} {where}, {act_past}, and came back to {subject} {when} with what we had learned.",
    ),
    "benefit": (
        "What {subject} brings is plain {where}: {result}, and {people} say that they would not go back.",
        "Since {people} took on {subject}, {result} {where}, and now {change}.",
    ),
    "outcome": (
        "Through {acting} {where}, {subject} became ordinary work: {result}, and {change}.",
        "The figures for {subject} turned {when}: {result}, and {people} could see that it was their doing.",
    ),
    "hindsight": (
        "Looking back on {subject}, I would begin with {people} and {act}, because {because}.",
        "If we did {subject} again we would spend less on launches and {act}, since {because}.",
    ),
    "advice": (
        "Take {subject} to {people} first, {act} {when}, and remember that {because}.",
        "Ask {people} what gets in their way, then {act}; with {subject}, {because}.",
    ),
}
QUESTIONS = (
    "What did {people} make of that?",
    "How did you start with {subject} {where}?",
    "And what would you say to somebody who wants to {act}?",
    "So {result}; was that down to {acting}?",
    "Did {people} come with you {when}?",
)
ANSWERS = (
    "We found that {because}.",
    "You have to {act}, or else nothing happens {where}.",
    "At the time {people} {state}.",
    "And {when} {result}, which surprised everybody.",
    "By {acting} we got {people} talking about {subject}.",
    "It mattered that {change}.",
)
TITLES = (
    "{Acting} {where}",
    "How {people} took on {subject}",
    "{Subject}: {acting}",
    "When {people} {state}",
    "{Subject} {where}, {when}",
)
SUMMARIES = (
    "An account of {subject} {where}, where {people} {state}. The turn came with {acting}; {when}, {result}.",
    "How one organisation went about {subject}: it began with {people}, by {acting}, and {result}.",
)
