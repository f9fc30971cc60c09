// Language and size of the text, changed while a form is being filled in: what stands in the form now goes along, and the page comes back with it. Without this script what was
// sent last goes along (Shared/Display/PageAtHand.cs).
for (const form of document.querySelectorAll("form[data-sent-to]")) {
  const token = form.querySelector("[name='__form']");
  const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });
  form.addEventListener("submit", () => {
    const page = document.getElementById(form.dataset.form);
    if (!page || form.dataset.sending) return;
    const fields = [...new FormData(page)].filter(([name, value]) => name !== token.name && typeof value === "string");
    form.querySelectorAll("input").forEach(field => { if (field !== token) field.remove(); });
    form.prepend(hidden("sentTo", form.dataset.sentTo), ...fields.map(([name, value]) => hidden(name, value)));
  });
}
