"""An address of every sort of page that a reader can meet."""

OF_COLLECTION = {
    "home": "/",
    "search": "/search/",
    "search with results": "/search/?q=junior+doctors",
    "search, second page": "/search/?q=junior+doctors&page=2",
    "search with filters": "/search/?organisation=mersey-care&theme=culture-change&kind=before&year_from=2010",
    "search through history": "/search/?organisation=mersey-care",
    "search without results": "/search/?q=xqzzv&nation=Scotland",
    "interviews": "/interviews/",
    "interview": "/interviews/sandeep-ranote-5bp/",
    "statement": "/statements/1/",
    "briefing": "/briefing/?s=5.6.1&title=Involving+junior+doctors&note=For+Tuesday.&group=theme",
    "briefing of nothing": "/briefing/",
    "leaders": "/leaders/",
    "leader": "/leaders/david-evans/",
    "organisations": "/organisations/",
    "organisation": "/organisations/north-west-boroughs/",
    "themes": "/themes/",
    "theme": "/themes/culture-change/",
}
OF_SITE = {"about": "/about/", "accessibility": "/accessibility/", "privacy": "/privacy/"}
REFUSALS = {
    "search with errors": "/search/?q=trust&theme=nonsense&organisation=nowhere&year_from=soon&sort=best",
    "search beyond the last page": "/search/?q=junior+doctors&page=99",
    "briefing with errors": "/briefing/?s=5.six",
    "not found": "/no-such-page/",
}
SIGN_IN = {"sign in": "/admin/login/"}
PUBLIC = OF_COLLECTION | OF_SITE | REFUSALS
