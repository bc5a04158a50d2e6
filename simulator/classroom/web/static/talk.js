"use strict";
// The page works without this. It brings the last line into view, keeps what is being
// typed over a lost connection, lets nobody send an answer twice by impatience, and
// shows what another device of the same person has answered.
(() => {
  const lines = document.querySelector("[data-live]");
  const form = document.getElementById("answer");
  let sent = false;
  if (form) {
    const text = form.querySelector("textarea");
    const key = "draft " + location.pathname + " " + lines.dataset.turn;
    if (text) {
      if (!text.value) text.value = sessionStorage.getItem(key) || "";
      text.addEventListener("input", () => sessionStorage.setItem(key, text.value));
    }
    form.addEventListener("submit", (event) => {
      if (sent) {
        event.preventDefault();
        return;
      }
      sent = true;
      for (const button of form.querySelectorAll("button")) {
        button.setAttribute("aria-disabled", "true");
      }
      if (text) sessionStorage.removeItem(key);
    });
    // A page that comes back from the browser's memory may answer again.
    addEventListener("pageshow", () => {
      sent = false;
      for (const button of form.querySelectorAll("button")) {
        button.removeAttribute("aria-disabled");
      }
    });
  }
  // The talk has gone on elsewhere, or the class is over: show where it stands.
  const listening = new EventSource(lines.dataset.live);
  listening.addEventListener("moved", () => {
    listening.close();
    if (!sent) location.reload();
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
  const said = document.querySelectorAll(".lines .you");
  if (said.length) said[said.length - 1].scrollIntoView();
})();
