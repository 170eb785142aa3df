// Conveniences only: the page says everything without them.
"use strict";
for (const section of document.querySelectorAll("[data-unfold]")) {
  const tools = section.querySelector(".tools");
  if (!tools) continue;
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) for (const fold of section.querySelectorAll("details")) fold.open = Boolean(button.dataset.open);
  });
}
// An address inside a folded part unfolds it, also where the browser does not do so itself.
function reveal() {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (!place) return;
  for (let above = place; above; above = above.parentElement) if (above.tagName === "DETAILS") above.open = true;
  place.scrollIntoView();
}
addEventListener("hashchange", reveal);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) reveal();
});
reveal();
// On a line: right opens, left closes, up and down go to the neighbouring visible line.
document.addEventListener("keydown", (event) => {
  const line = event.target.closest("summary");
  if (!line || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "ArrowRight" || event.key === "ArrowLeft") line.parentElement.open = event.key === "ArrowRight";
  else if (step) {
    const lines = [...document.querySelectorAll("summary")].filter((each) => each.checkVisibility());
    const next = lines[lines.indexOf(line) + step];
    if (next) next.focus();
  } else return;
  event.preventDefault();
});
