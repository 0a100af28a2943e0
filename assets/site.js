// What nhsuk-frontend adds for those who have JavaScript: where focus goes after the skip link and on errors.

import { createAll, ErrorSummary, SkipLink } from "nhsuk-frontend";

// The components start only where the body says that the browser supports them.
document.body.classList.add("nhsuk-frontend-supported");
createAll(ErrorSummary);
createAll(SkipLink);

// An address carries only what the reader chose: leave out the boxes that were left empty.
document.addEventListener("formdata", ({ formData, target }) => {
  if (target.method === "get") {
    const empty = [...formData].filter(([, value]) => value === "").map(([name]) => name);
    empty.forEach((name) => formData.delete(name));
  }
});
