"""A client of an Orebook register: access tokens, own reads, signed instructions, events. README.md has the settings.

    client.py holdings               what the organisation holds
    client.py submit ACT SIGNED      signs the act in the file ACT and sends it; the file SIGNED keeps the bytes
    client.py fate SIGNED            what has become of the instruction in the file SIGNED
    client.py events PLACE           what is new since the last time; the file PLACE keeps how far that was
    client.py webhook URL            registers a webhook; tells its secret, which is shown once, and the registry's key
"""
import base64, hashlib, json, os, sys, time, urllib.error, urllib.parse, urllib.request, uuid
from datetime import datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
CONTEXT = ["urn:orebook:instruction:v1"]


class Problem(Exception):
    """What the register refuses (RFC 9457). Decide by its `code`, which is stable."""


def send(method, path, body=None, media_type="application/json", token=None):
    """One request. What may be sent twice is sent again, as the very same bytes, until it is answered."""
    headers = {"content-type": media_type} if body else {}
    if token:
        headers["authorization"] = f"Bearer {token}"
    for attempt in range(6):
        request = urllib.request.Request(os.environ["OREBOOK_URL"] + path, body, headers, method=method)
        wait = 2**attempt
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503) or attempt == 5:
                problem = json.loads(error.read())
                raise Problem(f"{problem['code']}: {problem['detail']}") from None
            wait = int(error.headers.get("retry-after", wait))
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            if not (method == "GET" or path == "/v1/instructions") or attempt == 5:
                raise
        time.sleep(wait)


def base58(data):
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58[digit] + text
    return "1" * (len(data) - len(data.lstrip(b"\0"))) + text


def canonical(value):
    """RFC 8785, of what instructions are made of: objects, lists and texts. Amounts and counts are texts."""
    if isinstance(value, dict):
        members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be"))
        return b"{" + b",".join(canonical(name) + b":" + canonical(one) for name, one in members) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).encode()
    raise TypeError(f"{value!r} has no place in an instruction: write it as a text")


def key_of(file):
    """A secret Ed25519 key, and its public half as the register names it."""
    key = load_pem_private_key(Path(file).read_bytes(), None)
    return key, "did:key:z" + base58(b"\xed\x01" + key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def access_token(scope):
    """Proves who we are by a signature (RFC 7523). A token is good for ten minutes: keep it for what follows."""
    key, did = key_of(os.environ.get("OREBOOK_CLIENT_KEY") or os.environ["OREBOOK_KEY"])
    client, now = os.environ.get("OREBOOK_CLIENT") or os.environ["OREBOOK_ORGANISATION"], int(time.time())
    issuer = send("GET", "/.well-known/oauth-authorization-server")[1]["issuer"]
    claims = {"iss": client, "sub": client, "aud": issuer, "iat": now, "exp": now + 120, "jti": str(uuid.uuid4())}
    encode = lambda data: base64.urlsafe_b64encode(data).rstrip(b"=").decode()
    signed = ".".join(encode(json.dumps(part).encode()) for part in ({"alg": "EdDSA", "kid": did}, claims))
    form = {"grant_type": "client_credentials", "scope": scope,
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": f"{signed}.{encode(key.sign(signed.encode()))}"}
    body = urllib.parse.urlencode(form).encode()
    return send("POST", "/oauth/token", body, "application/x-www-form-urlencoded")[1]["access_token"]


def sign(act):
    """The canonical bytes of a signed instruction (eddsa-jcs-2022), good for ten minutes."""
    key, did = key_of(os.environ["OREBOOK_KEY"])
    register = send("GET", "/version")[1]
    now = datetime.fromisoformat(register["now"].replace("Z", "+00:00"))
    seconds = lambda later: (now + timedelta(seconds=later)).strftime("%Y-%m-%dT%H:%M:%SZ")
    number = int.from_bytes(round(now.timestamp() * 1000).to_bytes(6, "big") + os.urandom(10), "big")
    number = number & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0x2 << 62
    proof = {"@context": CONTEXT, "created": seconds(0), "cryptosuite": "eddsa-jcs-2022",
             "proofPurpose": "capabilityInvocation", "type": "DataIntegrityProof",
             "verificationMethod": f"{did}#{did.removeprefix('did:key:')}"}
    document = {"@context": CONTEXT, "act": act, "expires": seconds(600), "id": uuid.UUID(int=number).urn,
                "organisation": os.environ["OREBOOK_ORGANISATION"], "registry": register["origin"],
                "type": "Instruction"}
    hashes = b"".join(hashlib.sha256(canonical(part)).digest() for part in (proof, document))
    return canonical({**document, "proof": {**proof, "proofValue": "z" + base58(key.sign(hashes))}})


def submit(act, kept):
    """Keeps the bytes before it sends them: after a crash they are sent again, and nothing is done twice."""
    if not kept.exists():
        kept.write_bytes(sign(json.loads(act.read_text())))
    status, receipt = send("POST", "/v1/instructions", kept.read_bytes())
    print("accepted" if status == 201 else "accepted before", "as entry", receipt["sequence"])


def events(place):
    """Everything that concerns us, once: the place is written when what stands before it was dealt with."""
    token, cursor = access_token("read"), place.read_text() if place.exists() else None
    while True:
        page = send("GET", "/v1/events" + (f"?cursor={cursor}" if cursor else ""), token=token)[1]
        for event in page["items"]:
            print("event", event["id"], event["type"])
        cursor = page["next"]
        place.write_text(cursor)
        if not page["items"]:
            return


def main(command="", *given):
    organisation = os.environ["OREBOOK_ORGANISATION"]
    if command == "holdings":
        for block in send("GET", "/v1/holdings", token=access_token("read"))[1]["items"]:
            print(block["serial"], block["mass"], block["state"])
    elif command == "submit":
        submit(*map(Path, given))
    elif command == "fate":
        name = json.loads(Path(*given).read_bytes())["id"]
        receipt = send("GET", f"/v1/instructions/{name}?organisation={organisation}", token=access_token("read"))[1]
        print("entry", receipt["sequence"], "up to", receipt["last"])
    elif command == "events":
        events(Path(*given))
    elif command == "webhook":
        body = json.dumps({"url": given[0]}).encode()
        webhook = send("POST", "/v1/webhooks", body, token=access_token("read settings"))[1]
        print(webhook["id"], webhook["secret"], webhook["public_key"])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Problem as problem:
        sys.exit(str(problem))
