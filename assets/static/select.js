// The bulk bar says the count and the effect. Inside <form data-select>: row boxes are td.tick inputs, the box in
// th.tick ticks them all, [data-label-many="ลงรับ {n} ฉบับ"] is worded with the count, and goes back to its own words
// ("ลงรับที่เลือก") when nothing is ticked. Without this script the bar stays as it was written and works.
function watch(form) {
  const all = form.querySelector("th.tick input");
  const boxes = [...form.querySelectorAll("td.tick input[type=checkbox]")];
  const worded = [...form.querySelectorAll("[data-label-many]")].map((element) => {
    const label = element.querySelector(".label") ?? element;
    return { element, label, plain: label.textContent };
  });

  function count() {
    const n = boxes.filter((box) => box.checked).length;
    if (all) {
      all.checked = n > 0 && n === boxes.length;
      all.indeterminate = n > 0 && n < boxes.length;
    }
    for (const { element, label, plain } of worded) {
      label.textContent = n > 0 ? element.dataset.labelMany.replace("{n}", n.toLocaleString(document.documentElement.lang)) : plain;
      if (element instanceof HTMLButtonElement) element.disabled = n === 0;
    }
  }

  all?.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    count();
  });
  form.addEventListener("change", count);
  addEventListener("pageshow", count); // the browser restores ticks when one comes back
  count();
}

document.querySelectorAll("form[data-select]").forEach(watch);
