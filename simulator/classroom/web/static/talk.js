"use strict";
// The page works without this. It brings the last line into view, keeps what is being
// typed over a lost connection, lets nobody send an answer twice by impatience, and
// shows what another device of the same person has answered.
(() => {
  const lines = document.querySelector("[data-live]");
  const form = document.getElementById("answer");
  let sent = false, leaving = false;
  // Kept until the talk has gone on, and not only until it is sent: the network may be
  // gone just then, and who was asked back may say it otherwise.
  const drafts = "draft " + location.pathname + " ";
  const key = form ? drafts + form.elements.move.value + " " + lines.dataset.turn : "";
  for (const old of Object.keys(sessionStorage)) {
    if (old.startsWith(drafts) && old !== key) sessionStorage.removeItem(old);
  }
  if (form) {
    keep(form);
    form.addEventListener("submit", (event) => {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      for (const button of form.querySelectorAll("button")) {
        button.setAttribute("aria-disabled", "true");
      }
    });
    // A page that comes back from the browser's memory may answer again.
    addEventListener("pageshow", () => {
      for (const button of form.querySelectorAll("button")) {
        button.removeAttribute("aria-disabled");
      }
    });
  }
  addEventListener("pageshow", () => { sent = leaving = false; });
  // Whatever is sent from this page brings the next one: to load it anew meanwhile, since
  // the talk has gone on by that, would take away the answer to what was sent.
  document.addEventListener("submit", () => { leaving = true; });
  // The talk has gone on elsewhere, or the class is over: show where it stands.
  const listening = new EventSource(lines.dataset.live);
  listening.addEventListener("moved", () => {
    listening.close();
    if (!leaving) location.reload();
  });
  // Seconds run by themselves.
  const left = document.getElementById("left");
  if (left) {
    const until = Date.now() + 1000 * Number(left.dataset.left);
    setInterval(() => {
      const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
      left.textContent = left.textContent.replace(/\d+/, seconds);
    }, 1000);
  }
  document.getElementById("now")?.scrollIntoView();

  // Words that were typed, or all fields of a form of the talk.
  function keep(form) {
    const fields = [...form.elements].filter(
      (one) => one.name && one.type !== "hidden" && one.type !== "submit");
    const kept = JSON.parse(sessionStorage.getItem(key) || "null");
    if (kept && !document.getElementById("alert")) {
      for (const one of fields) {
        const told = kept.find((pair) => pair.startsWith(one.name + "=")) || "=";
        const picks = one.type === "radio" || one.type === "checkbox";
        if (picks) one.checked = kept.includes(one.name + "=" + one.value);
        else one.value = told.replace(/^[^=]*=/, "");
      }
    }
    form.addEventListener("input", () => {
      const pairs = [...new FormData(form)]
        .filter(([name]) => fields.some((one) => one.name === name))
        .map(([name, value]) => name + "=" + value);
      sessionStorage.setItem(key, JSON.stringify(pairs));
    });
  }
})();
