// On a narrow screen each row of a table becomes a card: every cell then says what its column is called. Without this script the table scrolls sideways.
// Tables of figures (class "wide") stay tables: they are read by column.
const roles = [["thead, tbody, tfoot", "rowgroup"], ["tr", "row"], ["thead th", "columnheader"], ["tbody th", "rowheader"], ["td", "cell"]];

// The column of each cell of a row; "reaching" holds for each column how many rows a cell from above still covers, and is carried from row to row.
function columnsOf(row, reaching) {
  const columns = [];
  let column = 0;
  for (const cell of row.cells) {
    while (reaching[column] > 0) reaching[column++]--;
    columns.push(column);
    for (let i = 0; i < cell.colSpan; i++) reaching[column++] = cell.rowSpan - 1;
  }
  while (column < reaching.length) {
    if (reaching[column] > 0) reaching[column]--;
    column++;
  }
  return columns;
}

function stack(table) {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].map(cell => cell.querySelector("[data-all]")?.getAttribute("aria-label") ?? cell.textContent.trim());
  if (names.length === 0) return;
  const reaching = [];
  for (const cell of table.tHead.querySelectorAll("th.pick")) cell.dataset.label = names[cell.cellIndex];
  for (const row of [...table.tBodies].flatMap(body => [...body.rows])) {
    let titled = false;
    // Under a cell that reaches down from a row above, the cells of a row stand one column further right than they are counted.
    const columns = columnsOf(row, reaching);
    for (const cell of row.cells) {
      const name = names[columns[cell.cellIndex]];
      const says = cell.textContent.trim() !== "" || cell.querySelector("input, button, a, svg, img") !== null;
      cell.classList.toggle("blank", !says);
      if (!says || cell.matches(".pick")) continue;
      // The first cell is the card's title and needs no name before it.
      if (titled && name && cell.colSpan === 1) cell.dataset.label = name;
      titled = true;
    }
  }
  // A stylesheet that lays rows out as cards takes the table's meaning away from screen readers; this gives it back.
  table.setAttribute("role", "table");
  for (const [selector, role] of roles) for (const part of table.querySelectorAll(selector)) part.setAttribute("role", role);
  table.classList.add("stacked");
}

const stackAll = within => within.querySelectorAll("table.data:not(.wide, .stacked)").forEach(stack);
stackAll(document);
document.addEventListener("htmx:afterSettle", event => stackAll(event.target.parentElement ?? document));
