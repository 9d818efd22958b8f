// Keys for those who clear hundreds of letters: j k move, x ticks, r and f press the buttons marked data-key, Enter opens.
// Nothing happens while one types, nor with Ctrl, Alt or Meta; every deed has its button too.
const list = document.querySelector("[data-keys]");
const rows = () => [...(list?.querySelectorAll("tbody tr:has(td.tick)") ?? [])];
const typing = (element) =>
  element.matches("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])");

function go(step) {
  const all = rows();
  const here = all.findIndex((row) => row.matches(".at"));
  const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
  if (!next) return;
  all[here]?.classList.remove("at");
  next.classList.add("at");
  next.querySelector("td.tick input").focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

const current = () => list?.querySelector("tr.at");
const deeds = {
  j: () => go(1),
  k: () => go(-1),
  x: () => current()?.querySelector("td.tick input").click(),
  Enter: () => current()?.querySelector(".title a").click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  if (event.key === "Enter" && event.target.matches("a, button, summary")) return;
  const deed = deeds[event.key] ?? (() => list?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click());
  if (!deeds[event.key] && !list?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)) return;
  event.preventDefault();
  deed();
});
