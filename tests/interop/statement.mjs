// Retirement statements against Digital Bazaar's W3C Verifiable Credentials
// libraries and jsonld.js. Usage: node statement.mjs BASE_URL
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import {contexts} from '@digitalbazaar/credentials-context';
import {createVerifyCryptosuite} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {driver} from '@digitalbazaar/did-method-key';
import jsonld from 'jsonld';

const BASE = process.argv[2].replace(/\/$/, '');
const VC2 = 'https://www.w3.org/ns/credentials/v2';
const CONTEXT = '/ns/retirement/v1';

const ok = what => console.log(`ok   statement: ${what}`);
const need = (condition, what) => {
  if(!condition) {
    throw new Error(what);
  }
};

async function get(path, type) {
  const response = await fetch(BASE + path);
  need(response.ok, `GET ${path}: ${response.status}`);
  const got = response.headers.get('content-type')?.split(';')[0];
  need(!type || got === type, `GET ${path}: ${got} instead of ${type}`);
  return response.json();
}

const didKey = driver();
didKey.use({
  multibaseMultikeyHeader: 'z6Mk', fromMultibase: Ed25519Multikey.from
});

async function didWeb(url) {
  const [did, fragment] = url.split('#');
  const document = await get('/.well-known/did.json');
  need(document.id === did, `did.json is of ${document.id}, not of ${did}`);
  if(!fragment) {
    return document;
  }
  const method = document.verificationMethod?.find(({id}) => id === url);
  need(method, `did.json has no ${url}`);
  return method;
}

// Nothing but these four is ever loaded, so a statement that needs anything
// else from the network fails.
async function load(url) {
  if(url === VC2) {
    return contexts.get(VC2);
  }
  if(url.startsWith('did:key:')) {
    return didKey.get({url});
  }
  if(url.startsWith('did:web:')) {
    return didWeb(url);
  }
  need(new URL(url).pathname === CONTEXT, `nothing may load ${url}`);
  return get(CONTEXT, 'application/ld+json');
}

const documentLoader = async url =>
  ({contextUrl: null, documentUrl: url, document: await load(url)});

const verify = statement => vc.verifyCredential({
  credential: structuredClone(statement),
  suite: new DataIntegrityProof({cryptosuite: createVerifyCryptosuite()}),
  documentLoader
});

async function list() {
  const ids = [];
  for(let next = ''; next !== undefined;) {
    const page = await get(`/v1/retirements${next}`);
    ids.push(...page.items.map(({id}) => id));
    next = page.next && `?cursor=${encodeURIComponent(page.next)}`;
  }
  return ids;
}

// Safe mode fails where a term is not defined or a reference is no URL.
const expand = statement => jsonld.expand(statement, {documentLoader, safe: true});

const tamperings = {
  'another mass': s => s.credentialSubject.retirement.massKg += '0',
  'another beneficiary name':
    s => s.credentialSubject.retirement.beneficiary.name += ' Ltd',
  'the proofValue of another statement':
    (s, other) => s.proof.proofValue = other.proof.proofValue,
  // Backwards, so that the signature and not the clock refuses it.
  'a moved validFrom': s => s.validFrom =
    new Date(Date.parse(s.validFrom) - 86_400_000).toISOString()
};

const statements = [];
for(const id of await list()) {
  const path = `/v1/retirements/${id}/statement`;
  const statement = await get(path, 'application/vc');
  need(statement.credentialSubject.retirement.retirementId === id, `${path}: other id`);
  const result = await verify(statement);
  need(result.verified, `${path}: ${JSON.stringify(result.error)}`);
  statements.push(statement);
}
need(statements.length > 1, 'fewer than two retirements');
ok(`${statements.length} verify as eddsa-jcs-2022 credentials`);

for(const [name, tamper] of Object.entries(tamperings)) {
  for(const [i, statement] of statements.entries()) {
    const copy = structuredClone(statement);
    tamper(copy, statements[(i + 1) % statements.length]);
    const {verified, results} = await verify(copy);
    const why = results?.[0].error?.message;
    need(!verified && why === 'Invalid signature.',
      `${statement.id} with ${name}: ${verified ? 'accepted' : why}`);
  }
  ok(`${statements.length} are refused with ${name}`);
}

for(const statement of statements) {
  await expand(statement);
}
ok(`${statements.length} expand in JSON-LD safe mode, no term dropped`);
