// The station's rail: when something came, its figures are asked for anew; many changes at once are one question.
import { changed } from "./live.js";

let waiting = null;

async function ask() {
  waiting = null;
  const answer = await fetch("/station/counts", { headers: { Accept: "application/json" } });
  if (answer.ok) changed(await answer.json());
}

const soon = () => { waiting ??= setTimeout(ask, 300 + Math.random() * 700); };

document.addEventListener("arrived", soon);
document.addEventListener("changed", event => { if (Object.keys(event.detail ?? {}).length === 0) soon(); });

// Master and detail: the row whose detail is shown is the one that J and K go on from.
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[data-detail]");
  if (!link) return;
  const row = link.closest("tr");
  for (const other of row.closest("table").querySelectorAll("tr.on")) other.classList.remove("on");
  row.classList.add("on");
});
