// A box above a long list of choices that leaves those with words that begin as what is typed into it.

const LONG = 20;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function made(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

export function narrow(group) {
  const choices = [...group.querySelectorAll(".options li")].map((item) => ({
    item,
    box: item.querySelector("input"),
    text: ` ${plain(item.querySelector("span").firstChild.data.trim())}`,
  }));
  if (choices.length <= LONG) return;

  const list = group.querySelector(".filter-group__options");
  const more = group.querySelector(".filter-group__more");
  const id = `${group.querySelector("fieldset").id}-find`;
  const name = group.querySelector("summary").textContent.trim().toLowerCase();
  const find = made("input", { id, type: "search", className: "field", autocomplete: "off" });
  const told = made("p", { className: "filter-group__told" });
  told.setAttribute("role", "status");
  const label = made("label", { htmlFor: id, className: "nhsuk-label" });
  label.textContent = `Find in this list of ${choices.length}`;
  label.append(made("span", { className: "nhsuk-u-visually-hidden", textContent: `: ${name}` }));
  list.before(label, find, told);

  find.addEventListener("input", () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const { box, item, text } of choices) {
      const holds = words.every((word) => text.includes(` ${word}`));
      item.hidden = !holds && !box.checked; // what is chosen stays in sight
      left += holds;
    }
    if (more) more.open = words.length > 0;
    list.classList.toggle("filter-group__options--narrowed", words.length > 0);
    list.scrollTop = 0;
    told.textContent = words.length ? `${left} of ${choices.length} shown` : "";
  });
}
