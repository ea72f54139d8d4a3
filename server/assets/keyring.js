// The keys of this browser, and how they sign: Ed25519 of WebCrypto. A secret key is made so that no script can read it,
// and lies in IndexedDB; only the browser itself can sign with it.

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const utf8 = (text) => new TextEncoder().encode(text);
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** Multibase base58btc: `z…`. */
export function base58(bytes) {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n), digits = "";
  for (; number > 0n; number /= 58n) digits = ALPHABET[Number(number % 58n)] + digits;
  return `z${"1".repeat(bytes.findIndex((byte) => byte !== 0))}${digits}`;
}

/** Canonical JSON (RFC 8785) of objects, lists and strings. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "string") return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function store(mode, use) {
  const opening = indexedDB.open("orebook", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys", { keyPath: "public" });
  const database = await done(opening);
  try { return await done(use(database.transaction("keys", mode).objectStore("keys"))); } finally { database.close(); }
}

/** All keys of this browser. */
export const all = () => store("readonly", (keys) => keys.getAll());
/** Keeps a key. */
export const keep = (key) => store("readwrite", (keys) => keys.put(key));
/** Forgets a key. */
export const forget = (name) => store("readwrite", (keys) => keys.delete(name));

/** Whether this browser can sign at all. */
export async function canSign() {
  try { await crypto.subtle.generateKey("Ed25519", false, ["sign"]); return true; } catch { return false; }
}

/** The public half, as the register writes it. */
async function nameOf(key) {
  return `did:key:${base58(Uint8Array.of(0xed, 0x01, ...new Uint8Array(await crypto.subtle.exportKey("raw", key))))}`;
}

/** A new key that never leaves this browser. */
export async function make(about) {
  const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  const key = { ...about, public: await nameOf(pair.publicKey), secret: pair.privateKey, made: new Date().toISOString() };
  await keep(key);
  // So that the browser does not clear it away when room gets short.
  await navigator.storage?.persist?.();
  return key;
}

/** The key of a seed of 32 bytes: one that was written down. */
export async function ofSeed(seed, about) {
  const pkcs8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20, ...seed);
  const open = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const { x } = await crypto.subtle.exportKey("jwk", open);
  const raw = Uint8Array.from(atob(x.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const secret = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", false, ["sign"]);
  return { ...about, public: `did:key:${base58(Uint8Array.of(0xed, 0x01, ...raw))}`, secret, made: new Date().toISOString() };
}

/** `urn:uuid:` and a UUID of version 7 (RFC 9562). */
function newId(ms) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(ms / 2 ** (8 * (5 - at))) % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`;
}

const seconds = (ms) => `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`;

/** Signs an act (eddsa-jcs-2022) at a time of the register; the canonical instruction. */
export async function sign(act, { organisation, registry, now }, key) {
  const context = ["urn:orebook:instruction:v1"];
  const document = { "@context": context, act, expires: seconds(now + 600000), id: newId(now), organisation, registry, type: "Instruction" };
  const method = `${key.public}#${key.public.slice("did:key:".length)}`;
  const proof = { "@context": context, created: seconds(now), cryptosuite: "eddsa-jcs-2022", proofPurpose: "capabilityInvocation",
    type: "DataIntegrityProof", verificationMethod: method };
  const message = Uint8Array.of(...await sha256(utf8(canonical(proof))), ...await sha256(utf8(canonical(document))));
  const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", key.secret, message));
  return canonical({ ...document, proof: { ...proof, proofValue: base58(signature) } });
}
