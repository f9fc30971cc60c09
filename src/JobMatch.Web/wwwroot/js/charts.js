// Pictures of the figures that stand in the table beside them. The data block is { kind, unit, labels, series: [{ name, values }], urls }.
const css = getComputedStyle(document.documentElement);
const token = name => css.getPropertyValue(name).trim();
const palette = [token("--brand"), "#5aa88f", "#b9dccf", token("--calm"), "#8fbbe3", token("--live"), "#e0a878", "#7d8a84"];
// Grows with the text of the page.
const fontSize = Math.round(parseFloat(getComputedStyle(document.body).fontSize) * 0.85);
const number = new Intl.NumberFormat("en");

function options({ kind, unit, labels, series }) {
  const lying = kind === "rows";
  const filled = kind === "area" || kind === "stack";
  const names = { type: "category", data: labels, inverse: lying, axisTick: { show: false }, axisLine: { lineStyle: { color: token("--edge") } }, axisLabel: { fontSize, color: token("--ink-2"), hideOverlap: true }, boundaryGap: kind !== "area" && kind !== "line" };
  const values = { type: "value", name: unit, nameTextStyle: { fontSize, color: token("--ink-2") }, scale: false, axisLabel: { fontSize, color: token("--ink-2"), hideOverlap: true, formatter: v => number.format(v) }, splitNumber: 4, splitLine: { lineStyle: { color: token("--line") } } };
  return {
    color: palette,
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    animationDuration: 300,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: lying ? 40 : 24, top: 34, bottom: series.length > 1 ? 36 : 8, containLabel: true },
    legend: series.length > 1 ? { type: "scroll", bottom: 0, left: 8, icon: "rect", itemWidth: 12, itemHeight: 12, textStyle: { fontSize, color: token("--ink-2") } } : undefined,
    // Drawn in the picture: a tooltip of HTML would need inline styles, which the site refuses.
    tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: v => v == null ? "–" : `${number.format(v)} ${unit}` },
    xAxis: lying ? values : names,
    yAxis: lying ? names : values,
    series: series.map(row => ({
      name: row.name,
      type: kind === "line" || kind === "area" ? "line" : "bar",
      stack: filled ? "all" : undefined,
      areaStyle: kind === "area" ? { opacity: 1 } : undefined,
      lineStyle: { width: kind === "area" ? 0 : 2 },
      symbol: kind === "line" ? "circle" : "none",
      barMaxWidth: 34,
      data: row.values,
      label: filled || series.length > 1 ? undefined : { show: labels.length <= 14, position: lying ? "right" : "top", fontSize, color: token("--ink"), formatter: p => p.value == null ? "" : number.format(p.value) },
    })),
  };
}

function draw(plot) {
  const data = JSON.parse(document.getElementById(plot.dataset.chart).textContent);
  plot.hidden = false;
  const chart = echarts.init(plot);
  chart.setOption(options(data));
  if (data.urls?.length) chart.on("click", point => location.assign(data.urls[point.dataIndex]));
  new ResizeObserver(() => chart.resize()).observe(plot);
  addEventListener("beforeprint", () => chart.resize());
  plot.parentElement.querySelector("[data-chart-table]").open = false;
}

if (window.echarts) document.querySelectorAll("[data-chart]").forEach(draw);
