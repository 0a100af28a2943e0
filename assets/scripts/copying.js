// Buttons that copy what their `data-copy` says, for those whose browser can: an address (one that begins with / gets
// the site before it) or any words. Elsewhere they stay hidden, and what they would copy can be read on the page.

const SHOWN = 2000; // milliseconds

const wording = (button) => [...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

// A copy is told where the eye is, on the button, and to those who listen, in a place of its own.
function tell(button, told, words) {
  const text = wording(button);
  button.dataset.label ??= text.data;
  text.data = words;
  told.textContent = words;
  clearTimeout(button.copying);
  button.copying = setTimeout(() => {
    text.data = button.dataset.label;
    told.textContent = "";
  }, SHOWN);
}

export function offerCopying(page) {
  if (!navigator.clipboard) return;
  const told = document.createElement("p");
  told.className = "nhsuk-u-visually-hidden";
  told.setAttribute("role", "status");
  document.querySelector("main").append(told);
  page.querySelectorAll("button[data-copy]").forEach((button) => {
    button.hidden = false;
  });
  page.addEventListener("click", async ({ target }) => {
    const button = target.closest("button[data-copy]");
    if (!button) return;
    const { copy } = button.dataset;
    try {
      await navigator.clipboard.writeText(copy.startsWith("/") ? location.origin + copy : copy);
      tell(button, told, "Copied");
    } catch {
      tell(button, told, "Not copied: your browser did not allow it");
    }
  });
}
