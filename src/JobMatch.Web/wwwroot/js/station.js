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
