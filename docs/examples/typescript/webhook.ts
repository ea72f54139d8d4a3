// Takes webhooks of an Orebook register and verifies them (Standard Webhooks 1.0). README.md has the settings.
//
//   webhook.ts PORT
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const secret = Buffer.from((process.env['OREBOOK_WEBHOOK_SECRET'] ?? '').replace(/^whsec_/, ''), 'base64');
const key = Buffer.from((process.env['OREBOOK_WEBHOOK_KEY'] ?? '').replace(/^whpk_/, ''), 'base64');
const registry = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }, format: 'jwk' });

/**
 * Whether the registry sent this just now. One signature is enough; here both must be right: that by the secret,
 * which is shared with us alone (`v1`), and that by the registry's own key (`v1a`).
 */
function verified(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const [identity, moment] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
  if (!/^\d+$/.test(moment) || Math.abs(Date.now() / 1000 - Number(moment)) > 300) return false;
  const signed = Buffer.concat([Buffer.from(`${identity}.${moment}.`), body]);
  const given = String(headers['webhook-signature']).split(' ').map((one) => one.split(','));
  const by = (version: string) => given.filter(([v]) => v === version).map(([, s]) => Buffer.from(s ?? '', 'base64'));
  const expected = createHmac('sha256', secret).update(signed).digest();
  // For a day after a rotation there are two of `v1`, so that neither secret is refused.
  const shared = by('v1').some((one) => one.length === expected.length && timingSafeEqual(one, expected));
  return shared && by('v1a').some((one) => verify(null, signed, registry, one));
}

// The same event may come again. Keep this where you keep what follows from the event, in the same transaction.
const seen = new Set<string>();

const server = createServer(async (request, response) => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length <= 1 << 20) pieces.push(piece);
  }
  const body = Buffer.concat(pieces);
  const event = String(request.headers['webhook-id']);
  const genuine = verified(request.headers, body);
  if (!genuine) console.log('refused', event);
  else if (seen.has(event)) console.log('again', event);
  else {
    seen.add(event);
    console.log('event', event, JSON.parse(body.toString()).type);
  }
  // Anything but 2xx is tried again, later: answer so only once the event is safe.
  response.writeHead(genuine ? 204 : 401).end();
});

server.listen(Number(process.argv[2]), '127.0.0.1', () => {
  console.log('listening on', (server.address() as AddressInfo).port);
});
