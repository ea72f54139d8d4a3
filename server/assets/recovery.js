// A recovery key on paper: 32 bytes as 24 words (BIP-39) and as a QR code. It is kept nowhere else; the words alone bring
// it back.

import words from "/assets/words.js";
import { renderSVG } from "/assets/uqr.js";

const bits = (bytes) => Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
const checksum = async (seed) => new Uint8Array(await crypto.subtle.digest("SHA-256", seed))[0];

/** 24 words for 32 bytes: 256 bits and 8 of their hash, 11 bits a word. */
export async function toWords(seed) {
  const all = bits(seed) + bits([await checksum(seed)]);
  return all.match(/.{11}/g).map((part) => words[parseInt(part, 2)]);
}

/** The bytes of 24 words; nothing if a word is none, or if their last bits do not fit. */
export async function ofWords(text) {
  const places = text.trim().toLowerCase().split(/[^a-z]+/).filter(Boolean).map((word) => words.indexOf(word));
  if (places.length !== 24 || places.includes(-1)) return null;
  const all = places.map((place) => place.toString(2).padStart(11, "0")).join("");
  const seed = Uint8Array.from(all.slice(0, 256).match(/.{8}/g), (byte) => parseInt(byte, 2));
  return (await checksum(seed)) === parseInt(all.slice(256), 2) ? seed : null;
}

/** The words as a picture. */
export const picture = (list) => renderSVG(list.join(" "), { ecc: "M", border: 2 });
