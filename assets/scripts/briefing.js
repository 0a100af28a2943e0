// The shortlist, remembered in the browser.

export function keepBriefing() {}
