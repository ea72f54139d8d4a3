// A client of an Orebook register: access tokens, own reads, signed instructions, events. README.md has the settings.
//
//   client.ts holdings             what the organisation holds
//   client.ts submit ACT SIGNED    signs the act in the file ACT and sends it; the file SIGNED keeps the bytes
//   client.ts fate SIGNED          what has become of the instruction in the file SIGNED
//   client.ts events PLACE         what is new since the last time; the file PLACE keeps how far that was
//   client.ts webhook URL          registers a webhook; tells its secret, which is shown once, and the registry's key
import * as crypto from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as seconds } from 'node:timers/promises';

/** What instructions are made of: objects, lists and texts. Amounts and counts are texts. */
type Json = string | Json[] | { [name: string]: Json };
type Receipt = { sequence: string; last: string };
type Holdings = { items: { serial: string; mass: string; state: string }[] };
type Events = { items: { id: string; type: string }[]; next: string };

const CONTEXT = ['urn:orebook:instruction:v1'];
/** What the register refuses (RFC 9457). Decide by its `code`, which is stable. */
class Problem extends Error {}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** One request. What may be sent twice is sent again, as the very same bytes, until it is answered. */
async function send<T>(method: string, path: string, more: { body?: BodyInit; token?: string } = {}) {
  const headers = new Headers(more.token ? { authorization: `Bearer ${more.token}` } : {});
  if (typeof more.body === 'string') headers.set('content-type', 'application/json');
  for (let attempt = 0; ; attempt += 1) {
    let wait = 2 ** attempt;
    try {
      const asked = { method, headers, body: more.body, signal: AbortSignal.timeout(30_000) };
      const answer = await fetch(setting('OREBOOK_URL') + path, asked);
      if (answer.ok) return { status: answer.status, body: (await answer.json()) as T };
      const refused = (await answer.json()) as { code: string; detail: string };
      if (![429, 503].includes(answer.status) || attempt === 5) throw new Problem(`${refused.code}: ${refused.detail}`);
      wait = Number(answer.headers.get('retry-after') ?? wait);
    } catch (error) {
      const again = method === 'GET' || path === '/v1/instructions';
      if (error instanceof Problem || !again || attempt === 5) throw error;
    }
    await seconds(wait * 1000);
  }
}

function base58(bytes: Uint8Array): string {
  const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let text = '';
  for (let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`); number > 0n; number /= 58n) {
    text = alphabet[Number(number % 58n)] + text;
  }
  return '1'.repeat(Math.max(bytes.findIndex((byte) => byte !== 0), 0)) + text;
}

/** RFC 8785: members in the order of their UTF-16 code units, which is how JavaScript sorts. */
function canonical(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) throw new TypeError(`${value} must be written as a text`);
  return `{${Object.keys(value).sort().map((name) => `${canonical(name)}:${canonical(value[name]!)}`).join(',')}}`;
}

/** A secret Ed25519 key, and its public half as the register names it. */
function keyOf(file: string): { secret: crypto.KeyObject; did: string } {
  const secret = crypto.createPrivateKey(readFileSync(file));
  const { x } = crypto.createPublicKey(secret).export({ format: 'jwk' });
  return { secret, did: `did:key:z${base58(Buffer.concat([Buffer.of(0xed, 0x01), Buffer.from(x!, 'base64url')]))}` };
}

/** Proves who we are by a signature (RFC 7523). A token is good for ten minutes: keep it for what follows. */
async function accessToken(scope: string): Promise<string> {
  const key = keyOf(process.env['OREBOOK_CLIENT_KEY'] || setting('OREBOOK_KEY'));
  const client = process.env['OREBOOK_CLIENT'] || setting('OREBOOK_ORGANISATION');
  const { issuer } = (await send<{ issuer: string }>('GET', '/.well-known/oauth-authorization-server')).body;
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: client, sub: client, aud: issuer, iat: now, exp: now + 120, jti: crypto.randomUUID() };
  const parts = [{ alg: 'EdDSA', kid: key.did }, claims];
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    scope,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: `${signed}.${crypto.sign(null, Buffer.from(signed), key.secret).toString('base64url')}`,
  });
  return (await send<{ access_token: string }>('POST', '/oauth/token', { body })).body.access_token;
}

/** The canonical text of a signed instruction (eddsa-jcs-2022), good for ten minutes. */
async function sign(act: Json): Promise<string> {
  const key = keyOf(setting('OREBOOK_KEY'));
  const { origin, now } = (await send<{ origin: string; now: string }>('GET', '/version')).body;
  const time = (later: number) => `${new Date(Date.parse(now) + later * 1000).toISOString().slice(0, 19)}Z`;
  const uuid = crypto.randomBytes(16);
  uuid.writeUIntBE(Date.parse(now), 0, 6);
  uuid[6] = 0x70 | (uuid[6]! & 0x0f); // version 7
  uuid[8] = 0x80 | (uuid[8]! & 0x3f);
  const id = `urn:uuid:${uuid.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
  const [type, organisation] = ['Instruction', setting('OREBOOK_ORGANISATION')];
  const verificationMethod = `${key.did}#${key.did.slice('did:key:'.length)}`;
  const proof = { '@context': CONTEXT, created: time(0), cryptosuite: 'eddsa-jcs-2022',
    proofPurpose: 'capabilityInvocation', type: 'DataIntegrityProof', verificationMethod };
  const document = { '@context': CONTEXT, act, expires: time(600), id, organisation, registry: origin, type };
  const hashes = [proof, document].map((part) => crypto.createHash('sha256').update(canonical(part)).digest());
  const proofValue = `z${base58(crypto.sign(null, Buffer.concat(hashes), key.secret))}`;
  return canonical({ ...document, proof: { ...proof, proofValue } });
}

/** Keeps the bytes before it sends them: after a crash they are sent again, and nothing is done twice. */
async function submit(act: string, kept: string): Promise<void> {
  if (!existsSync(kept)) writeFileSync(kept, await sign(JSON.parse(readFileSync(act, 'utf8'))));
  const { status, body } = await send<Receipt>('POST', '/v1/instructions', { body: readFileSync(kept, 'utf8') });
  console.log(status === 201 ? 'accepted' : 'accepted before', 'as entry', body.sequence);
}

/** Everything that concerns us, once: the place is written when what stands before it was dealt with. */
async function events(place: string): Promise<void> {
  const token = await accessToken('read');
  for (let more = true; more; ) {
    const cursor = existsSync(place) ? `?cursor=${readFileSync(place, 'utf8')}` : '';
    const { items, next } = (await send<Events>('GET', `/v1/events${cursor}`, { token })).body;
    for (const event of items) console.log('event', event.id, event.type);
    writeFileSync(place, next);
    more = items.length > 0;
  }
}

async function main([command, ...given]: string[]): Promise<void> {
  if (command === 'submit') return submit(given[0]!, given[1]!);
  if (command === 'events') return events(given[0]!);
  if (command === 'holdings') {
    const { body } = await send<Holdings>('GET', '/v1/holdings', { token: await accessToken('read') });
    for (const block of body.items) console.log(block.serial, block.mass, block.state);
  } else if (command === 'fate') {
    const name = `${JSON.parse(readFileSync(given[0]!, 'utf8')).id}?organisation=${setting('OREBOOK_ORGANISATION')}`;
    const { body } = await send<Receipt>('GET', `/v1/instructions/${name}`, { token: await accessToken('read') });
    console.log('entry', body.sequence, 'up to', body.last);
  } else if (command === 'webhook') {
    const asked = { body: JSON.stringify({ url: given[0] }), token: await accessToken('read settings') };
    const { body } = await send<Record<string, string>>('POST', '/v1/webhooks', asked);
    console.log(body['id'], body['secret'], body['public_key']);
  } else throw new Error('client.ts holdings | submit ACT SIGNED | fate SIGNED | events PLACE | webhook URL');
}

await main(process.argv.slice(2)).catch((problem: Error) => {
  console.error(problem.message);
  process.exitCode = 1;
});
