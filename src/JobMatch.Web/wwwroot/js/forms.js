// Forms: what was typed survives a bad network, nothing is sent twice, the eye is led to the first error. Without this script forms work as forms do.
const secret = field => field.type === "password" || field.type === "hidden" || field.type === "file" || field.autocomplete === "one-time-code" || "secret" in field.dataset;
const fields = form => [...form.elements].filter(field => field.name && !secret(field));
const keyOf = form => `keep ${location.pathname} ${form.id || form.getAttribute("action") || ""}`;

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

// On a shared phone the next person must not find what the last one typed: it lives as long as the tab, and goes when something was sent well.
function keep(form) {
  const key = keyOf(form);
  const answered = document.querySelector(".error-summary, [data-flash]");
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

// Another page of ours came after sending: it arrived.
function dropSent() {
  const here = `keep ${location.pathname} `;
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith("keep ") && !key.startsWith(here) && JSON.parse(sessionStorage.getItem(key)).sent) sessionStorage.removeItem(key);
}

dropSent();
document.querySelectorAll("form[data-keep]").forEach(keep);
// The summary stands before the fields and does not know their names: a short message alone ("must be filled") would not say which.
for (const link of document.querySelectorAll('.error-summary a[href^="#"]')) {
  const id = link.getAttribute("href").slice(1);
  const label = document.getElementById(`${id}-error`)?.closest(".field")?.querySelector(".label")?.textContent.trim();
  if (label && !link.textContent.includes(label)) link.prepend(`${label.replace(/[？?：:]$/, "")}：`);
  if (!document.getElementById(id) && label) link.href = `#${id}-error`;
}
document.querySelector(".error-summary")?.focus();

document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sending) { event.preventDefault(); return; }
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
