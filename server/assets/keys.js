// The keys of this browser: making one, writing a recovery key down, bringing one back. Only public keys leave the browser.

import { all, canSign, forget, keep, make, ofSeed } from "/assets/keyring.js";

const find = (name) => document.querySelector(`[data-part=${name}]`);
const reveal = (name, shown = true) => { const part = find(name); if (part) part.hidden = !shown; };

/** A link of the page with its `KEY` and `PERSON` filled in. */
function lead(part, key, person) {
  const link = find(part);
  if (link) link.href = link.dataset.href.replace("KEY", key).replace("PERSON", encodeURIComponent(person));
}

async function mark() {
  const here = await all();
  for (const place of document.querySelectorAll("[data-key]")) {
    const kept = here.find((key) => key.public === place.dataset.key);
    place.querySelector("[data-here]").hidden = !kept;
    const button = place.querySelector("[data-forget]");
    if (button) button.hidden = !kept;
  }
}

/** New keys of this page, for the form or the card that takes them further. */
function told(which, key) {
  for (const place of document.querySelectorAll(`[data-fill=${which}]`)) {
    if ("value" in place) place.value = key.public; else place.textContent = key.public;
  }
}

async function makeKey() {
  const person = find("person")?.value || "first";
  const key = await make({ person });
  told("signing", key);
  lead("add", key.public, person);
  reveal("made");
  await mark();
}

async function writeDown() {
  const { toWords, picture } = await import("/assets/recovery.js");
  const seed = crypto.getRandomValues(new Uint8Array(32));
  const list = await toWords(seed), key = await ofSeed(seed, {});
  find("words").replaceChildren(...list.map((word) => Object.assign(document.createElement("li"), { textContent: word })));
  find("qr").src = `data:image/svg+xml,${encodeURIComponent(picture(list))}`;
  told("recovery", key);
  lead("add-recovery", key.public, find("person")?.value || "second");
  reveal("paper");
}

async function bringBack() {
  const { ofWords } = await import("/assets/recovery.js");
  const seed = await ofWords(find("typed").value);
  reveal("typed-wrong", !seed);
  if (!seed) return;
  const key = await ofSeed(seed, {});
  await keep(key);
  find("typed").value = "";
  told("brought", key);
  lead("confirm-brought", key.public, "");
  reveal("brought");
  await mark();
}

const actions = { make: makeKey, "write-down": writeDown, "bring-back": bringBack, print: () => print() };

async function start() {
  const able = await canSign();
  reveal("no-crypto", !able);
  reveal("tools", able);
  if (!able) return;
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", async () => {
      button.disabled = true;
      try { await actions[button.dataset.do](); } finally { button.disabled = false; }
    });
  }
  for (const button of document.querySelectorAll("[data-forget]")) {
    button.addEventListener("click", async () => { await forget(button.closest("[data-key]").dataset.key); await mark(); });
  }
  await mark();
}

start();
