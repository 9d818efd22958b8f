// Keeps a draft while one types, and shows what the linter says of it: <form data-autosave="/circulars/41/autosave"> with
// the element #live in it, which the answer replaces. Files go with the form's own buttons alone.
const form = document.querySelector("form[data-autosave]");
const PAUSE = 900, AGAIN = 5_000;
let timer = 0, sending = null, typed = false, leaving = false;

const live = () => document.getElementById("live");

function fields() {
  const words = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && name !== "text") words.append(name, value);
  return words;
}

async function send() {
  typed = false;
  const headers = { "X-CSRF-Token": form.elements.csrf_token.value };
  const answer = await fetch(form.dataset.autosave, { method: "POST", headers, body: fields(), redirect: "error" });
  if (![200, 409, 422].includes(answer.status)) return leave(form.dataset.failed);
  const holder = document.createElement("template");
  holder.innerHTML = (await answer.text()).trim();
  const fresh = holder.content.firstElementChild;
  if (answer.ok) form.elements.version.value = fresh.dataset.version;
  else if (answer.status === 409) leaving = true; // somebody else has the pen: what they wrote is not written over
  live().replaceWith(fresh);
}

function leave(words) {
  typed = true;
  live().querySelector("[role=status]").textContent = words;
}

async function keep() {
  if (sending || leaving || !typed) return;
  sending = send().catch(() => { leave(form.dataset.offline); later(AGAIN); });
  await sending;
  sending = null;
  if (typed) later(PAUSE);
}

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(keep, wait);
}

form?.addEventListener("input", (event) => {
  if (event.target.type === "file" || event.target.name === "text") return;
  typed = true;
  later(PAUSE);
});
// A form sent while its draft is being kept would carry the version before: it goes when the answer is there.
form?.addEventListener("submit", (event) => {
  leaving = true;
  clearTimeout(timer);
  if (!sending) return;
  event.preventDefault();
  sending.finally(() => { sending = null; form.requestSubmit(event.submitter); });
});
addEventListener("beforeunload", (event) => { if (typed && !leaving) event.preventDefault(); });
addEventListener("online", () => { if (typed) later(0); });
