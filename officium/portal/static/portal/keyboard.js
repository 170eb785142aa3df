/* Keys of the portal: / search, g and a letter to go, j k rows, Enter open, arrows fold, e all, ? the list.
   They sleep in fields, with other modifiers, and wholly where the person switched them off. */
"use strict";
(() => {
  const dialog = document.getElementById("keys");
  const off = document.body.dataset.shortcuts === "off";
  let going = false;

  const inField = (target) =>
    target.isContentEditable || ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);
  const rows = () => [...document.querySelectorAll("[data-rows] tr:has(a[href]), [data-rows] > details, [data-rows] > .ln:has(a[href])")];
  const opener = (row) => row.querySelector("summary, a[href]");

  function move(step) {
    const all = rows();
    if (!all.length) return false;
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    opener(all[next]).focus();
    return true;
  }

  function fold(open) {
    const details = document.activeElement.closest("details:not(.account)");
    if (!details) return false;
    details.open = open;
    return true;
  }

  function foldAll() {
    const all = [...document.querySelectorAll("main details")];
    const open = all.some((one) => !one.open);
    all.forEach((one) => { one.open = open; });
    return all.length > 0;
  }

  function go(letter) {
    const link = document.querySelector(`[data-go="${letter}"]`);
    if (link) link.click();
    return Boolean(link);
  }

  const keys = {
    "/": () => { const field = document.getElementById("search"); if (field) field.focus(); return Boolean(field); },
    "g": () => { going = true; setTimeout(() => { going = false; }, 1500); return true; },
    "j": () => move(1), "k": () => move(-1),
    "ArrowDown": () => rows().some((row) => row.contains(document.activeElement)) && move(1),
    "ArrowUp": () => rows().some((row) => row.contains(document.activeElement)) && move(-1),
    "ArrowRight": () => fold(true), "ArrowLeft": () => fold(false),
    "e": foldAll,
    "?": () => { if (dialog) dialog.showModal(); return Boolean(dialog); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || inField(event.target)) return;
    if (off && event.key.length === 1) return;
    if (dialog && dialog.open) return;
    const done = going ? go(event.key) : keys[event.key] && keys[event.key]();
    if (event.key !== "g") going = false;
    if (done) event.preventDefault();
  });

  // A button that needs this script is shown by it.
  document.querySelectorAll("[data-print]").forEach((button) => { button.hidden = false; });

  document.addEventListener("click", (event) => {
    document.querySelectorAll(".account[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    if (event.target.closest("[data-print]")) window.print();
  });
})();
