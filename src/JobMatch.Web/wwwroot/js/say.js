// Reads aloud, where the phone has a voice for the page's language. The button is hidden until that is known.
const voice = "speechSynthesis" in window ? speechSynthesis : null;
const language = document.documentElement.lang || "zh-CN";
let current = null;

function textOf(button) {
  if (button.dataset.say) return button.dataset.say;
  const from = button.dataset.sayFrom ?? "";
  const source = from.startsWith("closest:") ? button.closest(from.slice(8)) : document.querySelector(from);
  if (!source) return "";
  // What is read is what is to be read: no buttons, and a pause after each part.
  const parts = source.querySelectorAll("h1, h2, h3, p, li, .chip, dt, dd");
  return [...(parts.length ? parts : [source])].filter(part => !part.closest(".act, [hidden]")).map(part => part.textContent.trim().replace(/\s+/g, " ")).join("。");
}

function stop() {
  voice.cancel();
  current?.removeAttribute("aria-pressed");
  current = null;
}

function start(button) {
  const words = new SpeechSynthesisUtterance(textOf(button));
  words.lang = language;
  words.rate = 0.9;
  words.onend = words.onerror = () => { if (current === button) stop(); };
  current = button;
  button.setAttribute("aria-pressed", "true");
  voice.speak(words);
}

if (voice) {
  for (const button of document.querySelectorAll("[data-say], [data-say-from]")) button.hidden = false;
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-say], [data-say-from]");
    if (!button) return;
    const again = button === current;
    stop();
    if (!again) start(button);
  });
  addEventListener("pagehide", stop);
}

// Papers: the button is there only where pressing it does something.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
