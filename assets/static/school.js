// A school's page on a phone with little signal: <main data-school>. The worker keeps the page, and what is written
// without signal; this shows what it says. Without a worker the form goes as forms go.
const main = document.querySelector("main[data-school]");
const form = main?.querySelector("form[data-acknowledge]");
const waits = main?.querySelector("[data-waits]"), kept = main?.querySelector("[data-kept]"), refused = main?.querySelector("[data-refused]");
const FIRST = 5_000, LAST = 120_000;

const when = (iso) => new Date(iso).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Bangkok" });

function show(notice, iso) {
  notice.hidden = false;
  notice.querySelector("time")?.replaceChildren(when(iso));
}

function ask(worker, question) {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => done(data);
    worker.postMessage(question, [port2]);
  });
}

async function begin() {
  const registration = await navigator.serviceWorker.register("/S/worker.js", { scope: "/S/" });
  const { active: worker } = await navigator.serviceWorker.ready;
  if (!registration || !worker) return;
  // The page that brought the worker was not fetched through it: it is kept for the next time.
  ask(worker, { what: "keep", page: location.pathname });
  if (!form) return;
  const action = new URL(form.action).pathname;

  async function told(outcome) {
    const row = await ask(worker, { what: "waits", action });
    if (outcome === "sent") return location.reload();
    if (outcome === "refused" && row) {
      await ask(worker, { what: "forget", action });
      for (const name of ["name", "position"]) form.elements[name].value = row[name];
      form.elements.written_at.value = row.written_at;
      waits.hidden = true;
      form.hidden = false;
      show(refused, row.written_at);
    } else if (row) {
      form.hidden = true;
      show(waits, row.written_at);
    }
  }

  let pause = FIRST;
  async function again() {
    if (!waits.hidden || document.hidden) await told(await ask(worker, { what: "send", action }));
    pause = Math.min(pause * 1.6, LAST);
    setTimeout(again, pause);
  }

  form.addEventListener("submit", async (event) => {
    if (form.elements.written_at.value) return; // what was refused once goes as forms go, and says why
    event.preventDefault();
    const { name, position } = form.elements;
    const row = { action, name: name.value, position: position.value, written_at: new Date().toISOString() };
    const outcome = await ask(worker, { what: "write", row });
    if (outcome === "refused") {
      await ask(worker, { what: "forget", action });
      return form.submit();
    }
    await told(outcome);
  });
  addEventListener("online", async () => told(await ask(worker, { what: "send", action })));
  await told(await ask(worker, { what: "send", action }));
  setTimeout(again, pause);
}

if (document.documentElement.dataset.kept) show(kept, document.documentElement.dataset.kept);
if (main && navigator.serviceWorker) begin().catch(() => {});
