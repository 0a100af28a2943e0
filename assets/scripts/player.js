// The recording and its transcript, together: a time in the transcript plays from there, and the turn being played is
// marked. The page itself marks and opens at the moment that its address asks for.

const number = (text) => (text ? Number(text) : Infinity);

export function play(media) {
  const turns = [...document.querySelectorAll("[data-start]")].map((turn) => ({
    turn,
    start: Number(turn.dataset.start),
    until: number(turn.dataset.until),
  }));

  function mark() {
    const now = media.currentTime + 0.05; // browsers may stop a little before the moment they were sent to
    for (const { turn, start, until } of turns) {
      if (start <= now && now < until) turn.setAttribute("aria-current", "true");
      else turn.removeAttribute("aria-current");
    }
  }

  function playFrom(link) {
    document.querySelectorAll("[data-ready]").forEach((ready) => ready.remove());
    media.currentTime = Number(link.closest("[data-start]").dataset.start);
    media.play().catch(() => {}); // the player itself tells why it cannot
    history.replaceState(history.state, "", link.href);
  }

  // A plain click, or Enter, which keeps the focus where it is; anything else is a way to open or keep the address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-moment]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    playFrom(link);
  });
  for (const what of ["play", "seeked", "timeupdate"]) media.addEventListener(what, mark);

  // An address without a place on the page leads to what is said at its moment.
  if (!location.hash) document.querySelector(".turn[aria-current]")?.scrollIntoView({ block: "center" });
}
