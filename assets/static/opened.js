// Says once that a human sees the page: <main data-opening="/S/K7PX…/opening">. Mail scanners and chat previews fetch
// pages too, so the fact is sent only when the page has been visible for a moment, and as a POST, which they do not make.
const page = document.querySelector("[data-opening]");

function say() {
  const token = page.dataset.csrf;
  fetch(page.dataset.opening, { method: "POST", keepalive: true, body: new URLSearchParams(token ? { csrf_token: token } : {}) })
    .catch(() => {});
}

function whenSeen() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", whenSeen);
  setTimeout(say, 800);
}

if (page) {
  document.addEventListener("visibilitychange", whenSeen);
  whenSeen();
}
