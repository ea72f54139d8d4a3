// Signs what the page shows, and sends it until there is an answer. The same bytes are sent again after a lost connection
// or a reload; the register counts them once.

import { all, canSign, sign } from "/assets/keyring.js";

const place = document.getElementById("sign");
const { organisation, registry, keys } = place.dataset;
const act = JSON.parse(document.getElementById("act").textContent);
const answer = document.getElementById("answer");
const button = place.querySelector("[data-do=sign]");
const ahead = Number(place.dataset.now) - Date.now();
const waiting = `orebook:signed:${organisation}:${document.getElementById("act").textContent}`;
const once = `orebook:done:${waiting}`;
// Whether this very thing was signed here within a day, in whichever tab.
const signedBefore = () => Number(localStorage.getItem(once)) > Date.now() - 86400000;

function show(state) {
  for (const one of place.querySelectorAll("[data-state]")) one.hidden = one.dataset.state !== state;
  button.hidden = !["ready", "again"].includes(state);
}

async function send(signed) {
  show("signing");
  let response;
  try {
    const headers = { "content-type": "application/json" };
    response = await fetch(`/sign?lang=${document.documentElement.lang}`, { method: "POST", headers, body: signed, signal: AbortSignal.timeout(60000) });
  } catch {
    response = undefined;
  }
  // No answer, or none that says what became of it: it is kept, and sent again.
  if (!response || response.status >= 500 || response.status === 429) {
    show("waiting");
    setTimeout(() => send(signed), 5000);
    return;
  }
  localStorage.removeItem(waiting);
  answer.innerHTML = await response.text();
  if (response.ok) {
    localStorage.setItem(once, Date.now());
    localStorage.removeItem(`orebook:draft:${place.dataset.act}`);
    show("done");
  } else {
    show("ready");
  }
  answer.scrollIntoView({ block: "nearest" });
}

async function start() {
  const kept = localStorage.getItem(waiting);
  if (kept) return send(kept);
  if (!(await canSign())) return show("no-crypto");
  const key = (await all()).find((key) => keys.split(" ").includes(key.public));
  if (!key) return show("no-key");
  let warned = signedBefore();
  button.addEventListener("click", async () => {
    if (!warned && signedBefore()) {
      warned = true;
      return show("again");
    }
    button.hidden = true;
    const signed = await sign(act, { organisation, registry, now: Date.now() + ahead }, key);
    document.getElementById("whole").textContent = signed;
    localStorage.setItem(waiting, signed);
    await send(signed);
  });
  return show(warned ? "again" : "ready");
}

addEventListener("online", () => { const kept = localStorage.getItem(waiting); if (kept) send(kept); });
start();
