"use strict";
// The page works without this. It brings the last line into view, keeps what is being
// typed over a lost connection, lets nobody send an answer twice by impatience, and
// shows what another device of the same person has answered.
(() => {
  const form = document.getElementById("answer");
  if (!form) return;
  const text = form.querySelector("textarea");
  const key = "draft " + location.pathname;
  if (text) {
    if (!text.value) text.value = sessionStorage.getItem(key) || "";
    text.addEventListener("input", () => sessionStorage.setItem(key, text.value));
  }
  let sent = false;
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
  // Another device has answered, or the class is over: show where the talk stands.
  const live = document.querySelector("[data-live]").dataset.live;
  const listening = new EventSource(live);
  listening.addEventListener("moved", () => {
    listening.close();
    if (!sent) location.reload();
  });
  const said = document.querySelectorAll(".lines .you");
  if (said.length) said[said.length - 1].scrollIntoView();
})();
