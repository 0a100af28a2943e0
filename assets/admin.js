// Give a name to what the admin shows without one to people who cannot see the page.

const nameOf = (select) =>
  select.getAttribute("aria-label") || (select.labels.length ? select.labels[0].textContent.trim() : "");

// Select2 puts boxes of its own beside the select that it hides, and names them by what is chosen, if anything is:
// but that is their value.
function nameBoxes(select) {
  const box = select.nextElementSibling;
  if (!box || !box.classList.contains("select2")) return;
  for (const part of box.querySelectorAll("[role=combobox], [role=textbox], [role=searchbox]")) {
    part.removeAttribute("aria-labelledby");
    part.setAttribute("aria-label", nameOf(select));
  }
}

function nameAll(root) {
  root.querySelectorAll(".admin-autocomplete:not([name*=__prefix__])").forEach(nameBoxes);
}

window.addEventListener("load", () => {
  const search = document.getElementById("searchbar");
  if (search) search.setAttribute("aria-label", "Search");
  for (const sign of document.querySelectorAll(".search-label-icon")) sign.setAttribute("role", "img");
  for (const empty of document.querySelectorAll("th.original")) empty.setAttribute("role", "presentation");
});

const $ = window.django && window.django.jQuery;
if ($ && $.fn.select2) {
  $(() => nameAll(document)); // after the admin's own, which makes the boxes
  document.addEventListener("formset:added", (event) => nameAll(event.target));
  $(document).on("select2:open", (event) => {
    const search = document.querySelector(".select2-dropdown .select2-search__field");
    if (search) search.setAttribute("aria-label", nameOf(event.target));
  });
}
