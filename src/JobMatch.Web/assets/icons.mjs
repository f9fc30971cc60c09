// Makes one sprite from the stroke set, so that a page loads one small file whatever icons it shows.
// Usage: node assets/icons.mjs <folder of the set's svg files> <output file>
import { readFileSync, writeFileSync, mkdirSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";

// Our name : the set's name. Views say what a thing means; the drawing behind it can change here.
const icons = {
  "for-you": "heart", "search": "search", "messages": "message-square", "me": "user",
  "say": "volume-2", "bell": "bell", "check": "check", "ok": "circle-check", "gap": "circle-alert",
  "refused": "circle-x", "warning": "triangle-alert", "info": "info", "help": "hand-helping", "question": "circle-question-mark",
  "phone": "phone", "today": "sun", "home": "house", "people": "users", "job": "briefcase-business",
  "referrals": "send", "fair": "megaphone", "training": "graduation-cap", "ledger": "file-spreadsheet",
  "return": "clipboard-list", "month": "calendar-days", "chart": "chart-column", "print": "printer",
  "download": "download", "upload": "upload", "filter": "filter", "close": "x", "add": "plus",
  "edit": "pencil", "delete": "trash-2", "undo": "undo-2", "next": "chevron-right", "back": "chevron-left",
  "down": "chevron-down", "up-arrow": "arrow-up", "down-arrow": "arrow-down", "place": "map-pin",
  "clock": "clock", "pay": "wallet", "walk": "footprints", "sign-out": "log-out", "card": "qr-code",
  "language": "languages", "text-size": "a-large-small", "again": "refresh-cw", "verified": "shield-check",
  "look": "eye", "report": "flag", "more": "ellipsis", "settings": "settings", "document": "file-text",
  "workshop": "factory", "settlement": "building-2", "list": "list", "history": "history", "key": "key-round",
  "rules": "scale", "link": "link",
};

const [from, to] = process.argv.slice(2);
const symbols = Object.entries(icons).map(([name, drawing]) => {
  const file = join(from, `${drawing}.svg`);
  if (!existsSync(file)) throw new Error(`Icon "${name}" wants ${drawing}.svg, which the set does not have.`);
  const inside = readFileSync(file, "utf8").replace(/<!--[\s\S]*?-->/g, "").replace(/^[\s\S]*?<svg[\s\S]*?>/, "").replace(/<\/svg>\s*$/, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside.replace(/\s+/g, " ").replace(/> </g, "><").replace(/ \/>/g, "/>").trim()}</symbol>`;
});
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, `<svg xmlns="http://www.w3.org/2000/svg"><!-- Drawings: Lucide, ISC licence, https://lucide.dev/license -->\n${symbols.join("\n")}\n</svg>\n`);
