// Titles under the search box while somebody types. The list comes from the server as links; arrow keys walk through it, Escape closes it.
// Without this script the box is a box.
const wait = 180;

for (const box of document.querySelectorAll("[data-suggest]")) {
  const list = document.getElementById(box.dataset.suggestList);
  let timer, asked = 0, at = -1;
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-autocomplete", "list");
  close();

  function close() {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    const turn = ++asked, typed = box.value.trim();
    if (!typed) return close();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`, { headers: { accept: "text/html" } });
      if (!answer.ok || turn !== asked) return;
      list.innerHTML = await answer.text();
      at = -1;
      list.hidden = list.children.length === 0 || document.activeElement !== box;
      box.setAttribute("aria-expanded", String(!list.hidden));
    } catch {
      close();
    }
  }

  function mark(next) {
    const rows = [...list.children];
    rows[at]?.setAttribute("aria-selected", "false");
    at = (next + rows.length) % rows.length;
    rows[at].setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", rows[at].id);
  }

  // While an input method composes, the letters are not the word yet.
  box.addEventListener("input", event => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, wait);
  });
  box.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, wait); });
  box.addEventListener("keydown", event => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && at >= 0) list.children[at].querySelector("a").click();
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => setTimeout(close, 200));
}
