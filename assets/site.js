// What pages add for those who have JavaScript: where focus goes after the skip link and on errors (nhsuk-frontend),
// suggestions while typing, and long lists that can be narrowed.

import { createAll, ErrorSummary, SkipLink } from "nhsuk-frontend";

import { keepBriefing } from "./scripts/briefing.js";
import { offerCopying } from "./scripts/copying.js";
import { narrow } from "./scripts/narrow.js";
import { play } from "./scripts/player.js";
import { suggest } from "./scripts/suggestions.js";

// The components start only where the body says that the browser supports them.
document.body.classList.add("nhsuk-frontend-supported");
createAll(ErrorSummary);
createAll(SkipLink);

document.querySelectorAll("form[role=search] input[name=q]").forEach(suggest);
document.querySelectorAll(".filter-group").forEach(narrow);
document.querySelectorAll("[data-player]").forEach(play);
offerCopying(document);
keepBriefing(document);

// An address carries only what the reader chose: leave out the boxes that were left empty.
document.addEventListener("formdata", ({ formData, target }) => {
  if (target.method === "get") {
    const empty = [...formData].filter(([, value]) => value === "").map(([name]) => name);
    empty.forEach((name) => formData.delete(name));
  }
});
