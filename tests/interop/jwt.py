"""Retirement statements as vc+jwt against joserfc. Usage: jwt.py BASE_URL"""

import base64
import json
import sys
import urllib.error
import urllib.parse
import urllib.request
import warnings

import base58
from joserfc import jws
from joserfc.errors import BadSignatureError, JoseError, SecurityWarning
from joserfc.jwk import OKPKey

BASE = sys.argv[1].rstrip("/")

# RFC 9864 deprecates the name EdDSA for Ed25519, which joserfc warns of;
# verifiers of credentials still mostly know the old one.
warnings.simplefilter("ignore", SecurityWarning)


def need(condition, what):
    if not condition:
        sys.exit(f"jwt: {what}")


def get(path, media_type=None):
    try:
        with urllib.request.urlopen(BASE + path) as response:
            got = response.headers.get_content_type()
            need(media_type in (None, got), f"GET {path}: {got} instead of {media_type}")
            return response.read()
    except urllib.error.HTTPError as error:
        sys.exit(f"jwt: GET {path}: {error.code}")


def encode(data):
    if not isinstance(data, bytes):
        data = json.dumps(data).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def retirements():
    query = ""
    while True:
        page = json.loads(get("/v1/retirements" + query))
        yield from (item["id"] for item in page["items"])
        if "next" not in page:
            return
        query = "?" + urllib.parse.urlencode({"cursor": page["next"]})


def from_multibase(text):
    raw = base58.b58decode(text[1:])
    need(text[0] == "z" and raw[:2] == b"\xed\x01" and len(raw) == 34, f"{text} is no Ed25519 key")
    return OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": encode(raw[2:])})


def resolve(kid):
    did, _, fragment = kid.partition("#")
    if did.startswith("did:key:"):
        need(did == f"did:key:{fragment}", f"{kid} is no key of its DID")
        return from_multibase(fragment)
    need(did.startswith("did:web:"), f"{kid} is neither did:key nor did:web")
    document = json.loads(get("/.well-known/did.json"))
    need(document["id"] == did, f"did.json is of {document['id']}, not of {did}")
    need(kid in document["assertionMethod"], f"{kid} is no assertionMethod in did.json")
    method = next(m for m in document["verificationMethod"] if m["id"] == kid)
    if "publicKeyJwk" in method:
        return OKPKey.import_key(method["publicKeyJwk"])
    return from_multibase(method["publicKeyMultibase"])


def verify(token, key, algorithms=("EdDSA",)):
    return json.loads(jws.deserialize_compact(token, key, algorithms=algorithms).payload)


def refused(token, key, error, algorithms=("EdDSA",)):
    try:
        verify(token, key, algorithms)
    except error:
        return True
    return False


count = 0
for ident in retirements():
    token = get(f"/v1/retirements/{ident}/statement.jwt", "application/vc+jwt").decode()
    head, body, signature = token.split(".")
    header = jws.extract_compact(token.encode()).headers()
    need(header.get("alg") == "EdDSA", f"{ident}: alg {header.get('alg')}")
    need(header.get("typ") == "vc+jwt", f"{ident}: typ {header.get('typ')}")
    need(header.get("cty", "vc") == "vc", f"{ident}: cty {header.get('cty')}")

    key = resolve(header["kid"])
    payload = verify(token, key)
    need(payload["issuer"] == header["kid"].partition("#")[0], f"{ident}: kid of another issuer")
    need(not {"vc", "vp"} & payload.keys(), f"{ident}: a claim vc or vp")
    statement = json.loads(get(f"/v1/retirements/{ident}/statement"))
    del statement["proof"]
    need(payload == statement, f"{ident}: payload and statement differ")

    payload["credentialSubject"]["retirement"]["massKg"] += "0"
    forged = f"{head}.{encode(payload)}.{signature}"
    need(refused(forged, key, BadSignatureError), f"{ident}: altered payload accepted")
    unsigned = encode({**header, "alg": "none"})
    for end in ("", signature):
        for allowed in (("EdDSA",), None):
            forged = f"{unsigned}.{body}.{end}"
            need(refused(forged, key, JoseError, allowed), f"{ident}: alg none accepted")
    count += 1

need(count, "no retirement")
print(f"ok   jwt: {count} verify as vc+jwt, EdDSA, with the key of their kid")
print(f"ok   jwt: {count} payloads are the statement without its proof")
print(f"ok   jwt: {count} are refused with an altered payload")
print(f"ok   jwt: {count} are refused with alg none")
