// Live news. The inbox is the truth: this only says that something came, and asks for what was missed. It never changes what one reads.
import { fill } from "./words.js";

const place = document.querySelector("[data-live]");
const bar = document.querySelector("[data-live-bar]");
const seen = new Set();
const waiting = { posting: 0, message: 0 };
let last = Math.max(Number(place?.dataset.liveLast ?? 0), 0);

/** Shows one item of the inbox: { id, kind, title, url, text, at }. The same id twice is shown once. */
export function arrived(item) {
  if (seen.has(item.id)) return;
  seen.add(item.id);
  last = Math.max(last, Number(item.id));
  document.dispatchEvent(new CustomEvent("arrived", { detail: item }));
  if (!bar) return;
  waiting[item.kind === "posting" ? "posting" : "message"]++;
  // One bar, jobs first: they are what people wait for.
  bar.querySelector("span").textContent = waiting.posting ? fill(bar.dataset.textPosting, waiting.posting) : fill(bar.dataset.textMessage, waiting.message);
  // Where news is marked on the page that it leads to; the figure makes it another address when one is there already.
  if (bar.dataset.liveAt) bar.href = `${bar.dataset.liveBar}?new=${last}#${bar.dataset.liveAt}`;
  bar.hidden = false;
}

/** Figures beside the places: { "Today": 7, "Messages": 2 }. */
export function changed(counts) {
  for (const [place, count] of Object.entries(counts ?? {}))
    for (const badge of document.querySelectorAll(`[data-count="${CSS.escape(place)}"]`)) {
      badge.textContent = new Intl.NumberFormat("en").format(count);
      badge.hidden = count === 0;
    }
  document.dispatchEvent(new CustomEvent("changed", { detail: counts }));
}

async function connect() {
  const connection = new signalR.HubConnectionBuilder()
    .withUrl(place.dataset.live)
    // Tries for as long as the page is open, ever more slowly, so that a station's phones do not all return at once.
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount: n }) => Math.min(60000, 1000 * 2 ** n) * (0.5 + Math.random()) })
    .configureLogging(signalR.LogLevel.None)
    .build();
  const missed = async () => {
    const items = await connection.invoke("Since", last);
    if (Array.isArray(items)) items.forEach(arrived);
  };
  connection.on("arrived", arrived);
  connection.on("changed", changed);
  connection.onreconnected(missed);
  // A first try that fails is not retried by the client itself.
  for (let n = 0; ; n++) {
    try {
      await connection.start();
      await missed();
      return;
    } catch {
      if (connection.state === signalR.HubConnectionState.Connected) return;
      await new Promise(resolve => setTimeout(resolve, Math.min(60000, 2000 * 2 ** n)));
    }
  }
}

if (place && window.signalR) connect();
