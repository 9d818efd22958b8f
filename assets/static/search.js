// The search in the bar shows what it finds while one types: <form class="find" data-found="/search?part=list">. From
// anywhere / leads to it, the arrows go through what was found, Escape closes it; Enter opens the page of all of it.
const form = document.querySelector(".find[data-found]");
const input = form?.querySelector("input");
const PAUSE = 160;
let timer = 0, asked = 0, list = null;

const typing = (element) => element.matches("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])");
const links = () => [...(list?.querySelectorAll("a") ?? [])];

function close() {
  list?.remove();
  list = null;
}

async function look() {
  const mine = ++asked, words = input.value.trim();
  if (!words) return close();
  const answer = await fetch(`${form.dataset.found}&q=${encodeURIComponent(words)}`, { redirect: "error" }).catch(() => null);
  // Answers may overtake each other: only the last one asked for is shown, and only while somebody still types.
  if (!answer?.ok || mine !== asked || !form.contains(document.activeElement)) return;
  const html = await answer.text();
  list ??= form.appendChild(Object.assign(document.createElement("div"), { className: "menu found", role: "status" }));
  list.innerHTML = html;
}

function step(by) {
  const all = links(), next = all.indexOf(document.activeElement) + by;
  (next < 0 ? input : all[Math.min(next, all.length - 1)])?.focus();
}

const keys = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Escape: () => { input.focus(); close(); } };

input?.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, PAUSE); });
input?.addEventListener("focus", () => { if (!list) look(); });
form?.addEventListener("keydown", (event) => {
  if (!list || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
form?.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) close(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  event.preventDefault();
  input?.focus();
});
