// What nhsuk-frontend adds for those who have JavaScript: where focus goes after the skip link and on errors.

import { createAll, ErrorSummary, SkipLink } from "nhsuk-frontend";

// The components start only where the body says that the browser supports them.
document.body.classList.add("nhsuk-frontend-supported");
createAll(ErrorSummary);
createAll(SkipLink);
