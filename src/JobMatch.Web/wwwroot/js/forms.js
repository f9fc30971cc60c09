// Forms: what was typed survives a bad network, nothing is sent twice, the eye is led to the first error. Without this script forms work as forms do.
const secret = field => field.matches("button") || field.type === "password" || field.type === "hidden" || field.type === "file" || field.autocomplete === "one-time-code" || "secret" in field.dataset;
const fields = form => [...form.elements].filter(field => field.name && !secret(field));
const who = document.body.dataset.who ?? "";
const answers = document.body.dataset.answer === "yes";
const here = `keep ${who} ${location.pathname}${location.search} `;
const keyOf = form => here + (form.id || form.getAttribute("action") || "");
const focusKey = `focus ${location.pathname}`;
const kept = () => Object.keys(sessionStorage).filter(key => key.startsWith("keep "));

function read(form) {
  return fields(form).map(field => [field.name, field.value, field.type === "checkbox" || field.type === "radio" ? field.checked : null]);
}

// A row that somebody asked for stands in the draft alone: the one before it, once more and empty.
function addRow(form, name) {
  const [, list, number, field] = name.match(/^(.+)\[(\d+)\](.*)$/) ?? [];
  const old = number > 0 && form.elements.namedItem(`${list}[${number - 1}]${field}`)?.closest?.("fieldset");
  if (!old || form.elements.namedItem(name)) return;
  const row = old.cloneNode(true);
  const [from, to] = [`${list}[${number - 1}]`, `${list}[${number}]`];
  for (const part of row.querySelectorAll("[name], [id]")) {
    if (part.name) part.name = part.name.replace(from, to);
    part.id = part.id.replace(from.replace(/\W/g, "_"), to.replace(/\W/g, "_"));
    if ("value" in part) part.value = "";
  }
  const legend = row.querySelector("legend");
  legend.textContent = legend.textContent.replace(number, Number(number) + 1);
  old.after(row);
  window.htmx?.process(row);
}

function write(form, kept) {
  for (const [name, value, checked] of kept) {
    addRow(form, name);
    const same = fields(form).filter(field => field.name === name);
    if (checked === null) { if (same[0]) same[0].value = value; }
    else for (const field of same) if (field.value === value) field.checked = checked;
  }
}

// On a shared phone the next person must not find what the last one typed: a draft lives as long as the tab, belongs to who typed it, and goes when something was sent well
// or when that person signs out. A page that answers what was sent shows what the server made of it: nothing is put back over that, it is the draft from then on.
function keep(form) {
  const key = keyOf(form);
  const draft = JSON.parse(sessionStorage.getItem(key) ?? "null");
  const save = sent => sessionStorage.setItem(key, JSON.stringify({ sent, values: read(form) }));
  form.addEventListener("input", () => save(false));
  form.addEventListener("submit", () => save(true));
  if (draft?.sent && document.querySelector("[data-flash]")) sessionStorage.removeItem(key);
  else if (draft?.sent && answers) save(false);
  else if (draft) {
    write(form, draft.values);
    save(false);
    const note = form.querySelector("[data-kept]");
    note.hidden = false;
    note.querySelector("button").addEventListener("click", () => { sessionStorage.removeItem(key); form.reset(); note.hidden = true; });
  }
}

const wentBack = performance.getEntriesByType("navigation")[0]?.type === "back_forward";

// Another page of ours came right after sending, for the same person, and it is no answer to the form itself: it arrived. A page that was gone to in another way (the network
// was away, and somebody went back) or that asks to sign in first says nothing of the kind. And what somebody else left in this tab is nobody's business.
function drop(back) {
  for (const key of kept().filter(key => !key.startsWith(here))) {
    const draft = JSON.parse(sessionStorage.getItem(key));
    const mine = key.startsWith(`keep ${who} `);
    if ((who && !mine) || (draft.sent && mine && !answers && !back && document.referrer)) sessionStorage.removeItem(key);
    else if (draft.sent) sessionStorage.setItem(key, JSON.stringify({ ...draft, sent: false }));
  }
}

drop(wentBack);
document.querySelectorAll("form[data-keep]").forEach(keep);
// The summary stands before the fields and does not know the names of all of them: a short message alone ("must be filled") would not say which.
for (const link of document.querySelectorAll('.error-summary a[href^="#"]')) {
  const id = link.getAttribute("href").slice(1);
  const label = document.getElementById(`${id}-error`)?.closest(".field")?.querySelector(".label")?.textContent.trim();
  if (label && !link.querySelector("b") && !link.textContent.includes(label)) link.prepend(`${label.replace(/[？?：:]$/, "")}：`);
  if (!document.getElementById(id) && label) link.href = `#${id}-error`;
}
// Faults come in the order in which they were found; the eye goes down the form.
const faults = document.querySelector(".error-summary ul");
if (faults) {
  const at = row => document.getElementById(row.querySelector("a")?.getAttribute("href")?.slice(1) ?? "");
  const before = (a, b) => a && b && a !== b ? (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1) : 0;
  faults.append(...[...faults.children].sort((a, b) => before(at(a), at(b))));
}
document.querySelector(".error-summary")?.focus();

document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sending) { event.preventDefault(); return; }
  if (form.matches("[action='/sign-out']")) kept().forEach(key => sessionStorage.removeItem(key));
  form.dataset.sending = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
});

// Coming back by the back button, or the network gave up: it may be sent again.
function ready() {
  for (const form of document.querySelectorAll("form[data-sending]")) {
    delete form.dataset.sending;
    form.querySelectorAll("[aria-disabled]").forEach(button => button.removeAttribute("aria-disabled"));
  }
}
addEventListener("pageshow", ready);
addEventListener("online", ready);

// What arrived is not offered to be sent a second time: a browser that goes back puts into the fields what stood in them.
addEventListener("pageshow", event => {
  if (event.persisted) drop(true);
  if (event.persisted || wentBack) [...document.querySelectorAll("form[data-keep]")].filter(form => !sessionStorage.getItem(keyOf(form))).forEach(form => form.reset());
});

// A choice that is sent when it is made. Arrow keys walk through a list: what they pass is not chosen, so a choice by keys is sent with Enter or when the list is left.
for (const field of document.querySelectorAll("[data-submit-on-change]")) {
  let byKeys = false, waits = false;
  const send = focus => {
    sessionStorage.setItem(focusKey, focus.name);
    field.form.requestSubmit();
  };
  field.addEventListener("pointerdown", () => { byKeys = false; });
  field.addEventListener("keydown", event => {
    byKeys = field.matches("select");
    if (event.key !== "Enter" || !waits) return;
    event.preventDefault();
    send(field);
  });
  field.addEventListener("change", () => {
    waits = byKeys;
    if (!waits) send(field);
  });
  // A button of the same form sends the choice too.
  field.addEventListener("blur", event => {
    const next = event.relatedTarget;
    const stays = next?.form === field.form;
    if (waits && !(stays && next.type === "submit")) send(stays && next.name ? next : field);
  });
}

// The page that comes back goes on where the choice was made, once.
const focused = sessionStorage.getItem(focusKey);
sessionStorage.removeItem(focusKey);
if (focused) document.querySelector(`form:has([data-submit-on-change]) [name="${CSS.escape(focused)}"]:not([type=hidden])`)?.focus();

// A page that the browser kept whole comes back with the choice that led away from it, beside the list from before.
addEventListener("pageshow", event => {
  if (event.persisted) for (const form of document.querySelectorAll("form:has([data-submit-on-change])")) form.reset();
});
