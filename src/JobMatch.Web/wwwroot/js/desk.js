// The desk: J K X ? / on tables with data-keys, choosing all, dialogs. Everything here can be done with the mouse and with Tab too.
import { fill } from "./words.js";
import "./tables.js";

// On a phone the places lie in a row that scrolls: where one is stands in sight.
const nav = document.querySelector(".rail nav");
const here = nav?.querySelector("[aria-current]");
if (here && nav.scrollWidth > nav.clientWidth) {
  const [frame, place] = [nav.getBoundingClientRect(), here.getBoundingClientRect()];
  nav.scrollLeft += place.left + place.width / 2 - frame.left - frame.width / 2;
}

const typing = target => target.closest?.("input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]");
const rows = table => [...table.tBodies].flatMap(body => [...body.rows]);

function go(table, step) {
  const all = rows(table);
  const now = all.findIndex(row => row.classList.contains("on"));
  const next = all[Math.min(all.length - 1, Math.max(0, now < 0 ? 0 : now + step))];
  if (!next) return;
  all[now]?.classList.remove("on");
  next.classList.add("on");
  (next.querySelector("a[href]") ?? next.querySelector("input"))?.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  follow(next);
}

// What stands beside the list is of the marked row. Not at once: whoever keeps the key down passes many.
let following = 0;
function follow(row) {
  clearTimeout(following);
  const detail = row.querySelector("a[data-detail]");
  if (detail) following = setTimeout(() => { if (row.classList.contains("on")) detail.click(); }, 200);
}

function pick(table) {
  const box = table.querySelector("tr.on td.pick input[type=checkbox]");
  if (box) box.click();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  const table = event.target.closest?.("table[data-keys]") ?? document.querySelector("table[data-keys]");
  const act = {
    j: () => table && go(table, 1),
    k: () => table && go(table, -1),
    x: () => table && pick(table),
    "?": () => document.getElementById("keys")?.showModal(),
    "/": () => document.querySelector("[data-search]:not([data-search=later])")?.focus(),
  }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

// Below a long list nobody would see that the one who was tapped is shown.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id !== "side") return;
  const at = target.getBoundingClientRect();
  if (at.top > innerHeight * 0.6 || at.bottom < 0) target.scrollIntoView({ block: "start" });
});

// Choosing rows: <form data-picks> around a table, [data-all] in its head, [data-picked] for the number, [data-needs-pick] on what needs one.
function count(form) {
  const boxes = [...form.querySelectorAll("td.pick input[type=checkbox]")];
  const picked = boxes.filter(box => box.checked).length;
  const all = form.querySelector("[data-all]");
  if (all) { all.checked = picked > 0 && picked === boxes.length; all.indeterminate = picked > 0 && picked < boxes.length; }
  for (const words of form.querySelectorAll("[data-picked]")) words.textContent = fill(words.dataset.picked, picked + Number(words.dataset.elsewhere ?? 0));
  for (const button of form.querySelectorAll("[data-needs-pick]")) button.disabled = picked === 0 && !form.querySelector("input[type=hidden]:is([name='Form.PersonIds'], [name='Form.PostingIds'])");
}

for (const form of document.querySelectorAll("[data-picks]")) {
  form.addEventListener("change", event => {
    if (event.target.matches("[data-all]"))
      for (const box of form.querySelectorAll("td.pick input[type=checkbox]")) box.checked = event.target.checked;
    count(form);
  });
  count(form);
}

document.addEventListener("click", event => {
  const opener = event.target.closest("[data-open]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.open);
    if (dialog?.showModal) { event.preventDefault(); dialog.showModal(); }
  }
  if (event.target.closest("[data-print]")) print();
});
