// Forms: what was typed survives a bad network, nothing is sent twice, the eye is led to the first error. Without this script forms work as forms do.
const secret = field => field.type === "password" || field.type === "hidden" || field.type === "file" || field.autocomplete === "one-time-code" || "secret" in field.dataset;
const fields = form => [...form.elements].filter(field => field.name && !secret(field));
const who = document.body.dataset.who ?? "";
const here = `keep ${who} ${location.pathname}${location.search} `;
const keyOf = form => here + (form.id || form.getAttribute("action") || "");
const kept = () => Object.keys(sessionStorage).filter(key => key.startsWith("keep "));

function read(form) {
  return fields(form).map(field => [field.name, field.value, field.type === "checkbox" || field.type === "radio" ? field.checked : null]);
}

function write(form, kept) {
  for (const [name, value, checked] of kept) {
    const same = fields(form).filter(field => field.name === name);
    if (checked === null) { if (same[0]) same[0].value = value; }
    else for (const field of same) if (field.value === value) field.checked = checked;
  }
}

// On a shared phone the next person must not find what the last one typed: a draft lives as long as the tab, belongs to who typed it, and goes when something was sent well
// or when that person signs out. A page that answers what was sent shows what the server made of it: nothing is put back over that.
function keep(form) {
  const key = keyOf(form);
  const answered = "answer" in document.body.dataset || document.querySelector("[data-flash]");
  const draft = JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (draft && answered) sessionStorage.removeItem(key);
  else if (draft) {
    write(form, draft.values);
    const note = form.querySelector("[data-kept]");
    if (note) {
      note.hidden = false;
      note.querySelector("button")?.addEventListener("click", () => { sessionStorage.removeItem(key); form.reset(); note.hidden = true; });
    }
  }
  const save = sent => sessionStorage.setItem(key, JSON.stringify({ sent, values: read(form) }));
  form.addEventListener("input", () => save(false));
  form.addEventListener("submit", () => save(true));
}

// Another page of ours came after sending: it arrived. And what somebody else left in this tab is nobody's business.
function drop() {
  for (const key of kept()) {
    const sent = !key.startsWith(here) && JSON.parse(sessionStorage.getItem(key)).sent;
    if (sent || (who && !key.startsWith(`keep ${who} `))) sessionStorage.removeItem(key);
  }
}

drop();
document.querySelectorAll("form[data-keep]").forEach(keep);
// The summary stands before the fields and does not know their names: a short message alone ("must be filled") would not say which.
for (const link of document.querySelectorAll('.error-summary a[href^="#"]')) {
  const id = link.getAttribute("href").slice(1);
  const label = document.getElementById(`${id}-error`)?.closest(".field")?.querySelector(".label")?.textContent.trim();
  if (label && !link.textContent.includes(label)) link.prepend(`${label.replace(/[？?：:]$/, "")}：`);
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

for (const select of document.querySelectorAll("[data-submit-on-change]")) select.addEventListener("change", () => select.form.requestSubmit());
