// Payment details: what is written down is looked at by the register, turned into a digest and signed on the next page.
// Here it is kept until the digest stands in the log and the details were sent after it.

const KEPT = "orebook:details";
const form = document.getElementById("details");
const status = form.querySelector("[role=status]");
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const send = (method, path, body) => fetch(path, { method, headers: { "content-type": "application/json" }, body });

/** Only the fields of the chosen kind. */
function choose() {
  for (const part of form.querySelectorAll("[data-for]")) {
    part.hidden = part.disabled = !part.dataset.for.split(" ").includes(form.elements.kind.value);
  }
}

/** What is written down, as the register takes it. */
function written() {
  const details = {};
  for (const [name, value] of new FormData(form)) {
    const text = ["account.iban", "account.msisdn", "agent.bic"].includes(name) ? value.replace(/\s/g, "") : value.trim();
    if (!text || name === "kind") continue;
    const [outer, inner] = name.split(".");
    if (inner) (details[outer] ??= {})[inner] = text;
    else details[outer] = text;
  }
  return details;
}

/** Marks what is wrong, by its place in the details. */
function mark(pointer) {
  const name = pointer?.replace("/details/", "").replaceAll("/", ".") ?? "";
  const fields = [...form.querySelectorAll("input:enabled:not([type=radio])")];
  const wrong = pointer && (fields.find((field) => field.name === name) ?? fields.find((field) => field.name.startsWith(name)));
  for (const field of fields) {
    field.closest("p").classList.toggle("faulty", field === wrong);
    document.getElementById(`${field.id}-fault`).hidden = field !== wrong;
  }
  wrong?.focus();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  mark();
  const details = written();
  const answer = await send("POST", "/desk/details/check", JSON.stringify(details)).catch(() => undefined);
  status.textContent = answer ? "" : form.dataset.line;
  if (!answer) return;
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    if (problem.errors?.length) mark(problem.errors[0].pointer);
    else status.textContent = problem.detail ?? form.dataset.line;
    return;
  }
  // Loaded only now: most who come here only look.
  const { canonical } = await import("/assets/keyring.js");
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const whole = Uint8Array.of(...salt, ...new TextEncoder().encode(canonical(details)));
  const digest = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", whole)));
  localStorage.setItem(KEPT, JSON.stringify({ digest, body: { details, salt: hex(salt) } }));
  const rail = details.account.msisdn ? "mobile_money" : "bank_transfer";
  location.assign(`/act/set_payout_details/review?rail=${rail}&details=${digest}&then=/desk/details`);
});

/** Sends what was signed meanwhile. */
async function follow() {
  const unkept = document.getElementById("unkept");
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? "null");
  if (!kept || !unkept?.dataset.digests.split(" ").includes(kept.digest)) return;
  unkept.textContent = unkept.dataset.sending;
  const answer = await send("PUT", `/v1/payout-details/${kept.digest}`, JSON.stringify(kept.body)).catch(() => undefined);
  if (!answer?.ok) {
    unkept.textContent = form.dataset.line;
    return;
  }
  await answer.text();
  localStorage.removeItem(KEPT);
  location.reload();
}

form.hidden = false;
form.addEventListener("change", choose);
choose();
follow();
addEventListener("online", follow);
