// Keeps an element current: <section id="figures" data-poll="/circulars/41/figures" data-poll-until="done">.
// The fragment fetched replaces it when it has changed. The wait grows from 5 s to 60 s while nothing changes, the
// clock stops in a hidden tab, and it ends with the header X-Poll-Done: 1 or when the fragment's own data-poll-until
// is "done". A person who is inside the element (focus, an open <details>, a selection) is left alone.
const FIRST = 5_000, LAST = 60_000, GROWTH = 1.6;

const busy = (element) =>
  element.contains(document.activeElement) ||
  element.querySelector("details[open]") !== null ||
  (!getSelection().isCollapsed && getSelection().containsNode(element, true));

const parse = (html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
};

function keep(element) {
  let wait = FIRST, timer = 0, tag = null;

  const sleep = () => {
    clearTimeout(timer);
    if (!document.hidden && element.isConnected) timer = setTimeout(look, wait);
  };

  async function look() {
    try {
      const headers = { Accept: "text/html", ...(tag && { "If-None-Match": tag }) };
      const answer = await fetch(element.dataset.poll, { headers, cache: "no-store", redirect: "error" });
      if ([401, 403, 404, 410].includes(answer.status)) return stop();
      const done = answer.headers.get("X-Poll-Done") === "1";
      if (answer.ok && await put(answer)) wait = FIRST;
      else wait = Math.min(wait * GROWTH, LAST);
      if ((done && !busy(element)) || element.dataset.pollUntil === "done") return stop();
    } catch {
      wait = Math.min(wait * 2, LAST);
    }
    sleep();
  }

  // Replaces the element when the fragment differs; an answer that cannot be shown now is asked for again later.
  async function put(answer) {
    const fresh = parse(await answer.text());
    if (!fresh || fresh.outerHTML === element.outerHTML || busy(element)) return false;
    tag = answer.headers.get("ETag");
    element.replaceWith(fresh); // the browser's scroll anchoring keeps what is being read in its place
    element = fresh;
    return true;
  }

  function stop() {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", sleep);
  }

  document.addEventListener("visibilitychange", sleep);
  if (element.dataset.pollUntil !== "done") sleep();
}

document.querySelectorAll("[data-poll]").forEach(keep);
