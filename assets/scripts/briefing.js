// The shortlist, remembered in the browser: as the query of its address, so that heading and note are kept too.

const KEY = "briefing";
const MOST = 100;

const plain = (query) => String(new URLSearchParams(query));

// What is remembered, or what was put in its place; null where the browser keeps nothing for us.
function remembered() {
  try {
    return plain(localStorage.getItem(KEY) ?? "");
  } catch {
    return null;
  }
}

function remember(query) {
  try {
    if (query) localStorage.setItem(KEY, query);
    else localStorage.removeItem(KEY);
  } catch {
    // Full, or forbidden since: the page goes on without.
  }
}

const numbers = (query) => (new URLSearchParams(query).get("s") ?? "").split(".").filter(Boolean);

const counted = (count) => `${count} statement${count === 1 ? "" : "s"}`;

// The boxes beside statements, the link in the masthead and the bar at the end of the page say what is remembered.
function show(page) {
  const query = remembered();
  const chosen = numbers(query);
  for (const box of page.querySelectorAll("input[form=choosing]")) {
    box.checked = chosen.includes(box.value);
    box.nextElementSibling.firstChild.data = box.checked ? "In your briefing" : "Add to briefing";
  }
  const link = page.querySelector(".masthead nav a[href*='/briefing/']");
  link.search = query;
  link.textContent = chosen.length ? `Briefing (${chosen.length})` : "Briefing";
}

function choose(page, form) {
  const told = form.querySelector("[role=status]");
  const open = form.querySelector("button");
  const tell = (text) => {
    const count = numbers(remembered()).length;
    told.textContent = `${text}${count ? `${counted(count)} in your briefing.` : "Your briefing is empty."}`;
    open.textContent = "Open your briefing";
  };
  if (numbers(remembered()).length) tell("");
  page.addEventListener("change", ({ target }) => {
    if (target.getAttribute("form") !== "choosing") return;
    const query = new URLSearchParams(remembered());
    const others = numbers(query).filter((number) => number !== target.value);
    const full = target.checked && others.length >= MOST;
    if (!full) {
      const chosen = target.checked ? [...others, target.value] : others;
      if (chosen.length) query.set("s", chosen.join("."));
      else query.delete("s");
      remember(String(query));
    }
    show(page);
    tell(full ? `A briefing holds ${counted(MOST)} at most. ` : target.checked ? "Added. " : "Removed. ");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}?${remembered()}`);
  });
}

// A briefing that is opened takes the place of the one remembered only when the reader says so, or changes their own.
function offer(page, sheet) {
  const here = plain(sheet.dataset.briefing);
  const changing = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (changing || remembered() === plain(sheet.dataset.asked)) remember(here);
  const box = page.querySelector("[data-remembered]");
  const [keep, open] = [box.querySelector("button"), box.querySelector("a")];
  const compare = () => {
    const mine = remembered();
    box.hidden = mine === here;
    keep.hidden = !here;
    box.firstElementChild.hidden = !here;
    open.hidden = !mine;
    open.search = mine;
    open.textContent = `Open the briefing that your browser remembers, of ${counted(numbers(mine).length)}`;
  };
  keep.addEventListener("click", () => {
    remember(here);
    show(page);
    compare();
    page.querySelector("h1").focus();
  });
  page.querySelector("form#briefing").addEventListener("submit", () => {
    if (remembered() === here) sessionStorage.setItem(KEY, "changing");
  });
  compare();
}

export function keepBriefing(page) {
  page.querySelectorAll("[data-print]").forEach((item) => {
    item.hidden = false;
    item.addEventListener("click", () => window.print());
  });
  if (remembered() === null) return;
  const sheet = page.querySelector("[data-briefing]");
  if (sheet) offer(page, sheet);
  choose(page, page.querySelector("#choosing"));
  show(page);
  // Another tab, or a page that the browser had put aside.
  for (const moment of ["storage", "pageshow"]) window.addEventListener(moment, () => show(page));
}
