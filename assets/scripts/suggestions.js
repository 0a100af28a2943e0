// Suggestions under a search box while the reader types: pages to go to first, then words to search for.

import accessibleAutocomplete from "accessible-autocomplete";

const PAUSE = 150; // milliseconds after the last letter
const SHORTEST = 2; // letters worth asking for
const LONGEST = 100; // a pasted paragraph begins no name
const KINDS = { leader: "Leader", organisation: "Organisation", theme: "Theme", word: "Search" };

// What the site suggests; nothing where it cannot be asked, for the box works without.
async function ask(address, words, signal) {
  try {
    const response = await fetch(`${address}?${new URLSearchParams({ q: words })}`, { signal });
    return response.ok ? ((await response.json()).suggestions ?? []) : [];
  } catch {
    return [];
  }
}

// Ask once the reader pauses; only the answer to what still stands in the box, with the reader in it, is shown.
function asking(address, isWanted) {
  let pause;
  let question = new AbortController();
  return (typed, show) => {
    clearTimeout(pause);
    question.abort();
    if (!isWanted(typed)) return;
    const words = typed.trim();
    if (words.length < SHORTEST || words.length > LONGEST) {
      show([]);
      return;
    }
    const { signal } = (question = new AbortController());
    pause = setTimeout(async () => {
      const suggestions = await ask(address, words, signal);
      if (!signal.aborted && isWanted(typed)) show(suggestions);
    }, PAUSE);
  };
}

function part(name, text) {
  const span = document.createElement("span");
  span.className = `suggestions__${name}`;
  span.textContent = text;
  return span.outerHTML; // escaped by the browser
}

// The widget takes the suggestion as HTML.
function shown({ kind, label, about }) {
  return [part("label", label), part("kind", KINDS[kind] ?? ""), about ? part("about", about) : ""].join(" ");
}

function go(suggestion) {
  const page = new URL(suggestion.url, location.href);
  if (page.origin === location.origin) location.assign(page);
}

// The widget writes this attribute itself, and knows nothing of the box's own hint and error.
function keepDescribed(input, own) {
  if (!own) return;
  const describe = () => {
    const told = input.getAttribute("aria-describedby") ?? "";
    if (!told.startsWith(own)) input.setAttribute("aria-describedby", `${own} ${told}`.trim());
  };
  describe();
  new MutationObserver(describe).observe(input, { attributeFilter: ["aria-describedby"] });
}

// Put the widget where the box is: its input has the box's id, name, look, value and whatever else is said of it.
function enhance(box) {
  const place = document.createElement("div");
  const isWanted = (typed) => document.activeElement === input && input.value === typed;
  accessibleAutocomplete({
    element: place,
    id: box.id,
    name: box.name,
    source: asking(new URL("suggest/", box.form.action), isWanted),
    templates: { inputValue: (suggestion) => suggestion?.label ?? "", suggestion: shown },
    onConfirm: go,
    confirmOnBlur: false,
    showNoOptionsFound: false,
    minLength: SHORTEST,
    displayMenu: "overlay",
    cssNamespace: "suggestions",
    inputClasses: box.className,
    menuAttributes: { "aria-labelledby": null, "aria-label": "Suggestions" },
    tAssistiveHint: () =>
      "Suggestions appear as you type. Use the up and down arrows to go through them and Enter to choose one. " +
      "Enter without choosing searches for what you typed.",
    tStatusQueryTooShort: () => "",
    tStatusNoResults: () => "No suggestions.",
    tStatusSelectedOption: (label, length, index) => `${label}, ${index + 1} of ${length}, is marked.`,
    tStatusResults: (length, marked) => `${length} suggestion${length === 1 ? "" : "s"}. ${marked}`,
  });
  const input = place.querySelector("input");
  for (const { name, value } of box.attributes) {
    if (!input.hasAttribute(name)) input.setAttribute(name, value);
  }
  input.enterKeyHint = "search";
  keepDescribed(input, box.getAttribute("aria-describedby"));
  // Given as a default, the value would be taken for a suggestion.
  input.value = box.value;
  input.dispatchEvent(new Event("input"));
  // Enter in the box is for the form; the widget would swallow it while its list is open.
  place.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && event.target === input) event.stopPropagation();
    },
    true,
  );
  place.className = "suggestions";
  box.replaceWith(place);
}

// Whoever is typing already is not interrupted.
export function suggest(box) {
  if (document.activeElement === box) box.addEventListener("blur", () => enhance(box), { once: true });
  else enhance(box);
}
