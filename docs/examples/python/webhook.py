"""Takes webhooks of an Orebook register and verifies them (Standard Webhooks 1.0). README.md has the settings.

    webhook.py PORT
"""
import base64, hmac, json, os, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def verified(headers, body):
    """Whether the registry sent this just now. One signature is enough; here both must be right: that by the secret,
    which is shared with us alone (`v1`), and that by the registry's own key (`v1a`)."""
    identity, moment = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not moment.isdecimal() or abs(time.time() - int(moment)) > 300:
        return False
    signed = f"{identity}.{moment}.".encode() + body
    signatures = headers.get("webhook-signature", "").split()
    secret = base64.b64decode(os.environ["OREBOOK_WEBHOOK_SECRET"].removeprefix("whsec_"))
    expected = "v1," + base64.b64encode(hmac.digest(secret, signed, "sha256")).decode()
    # For a day after a rotation there are two of `v1`, so that neither secret is refused.
    shared = any(hmac.compare_digest(one.encode(), expected.encode()) for one in signatures)
    key = base64.b64decode(os.environ["OREBOOK_WEBHOOK_KEY"].removeprefix("whpk_"))
    try:
        registrys = next(one for one in signatures if one.startswith("v1a,"))
        Ed25519PublicKey.from_public_bytes(key).verify(base64.b64decode(registrys[4:]), signed)
    except (InvalidSignature, StopIteration, ValueError):
        return False
    return shared


class Webhook(BaseHTTPRequestHandler):
    # The same event may come again. Keep this where you keep what follows from the event, in the same transaction.
    seen = set()

    def do_POST(self):
        length = int(self.headers.get("content-length", 0))
        body = self.rfile.read(min(length, 1 << 20))
        genuine, event = verified(self.headers, body), self.headers.get("webhook-id")
        if not genuine:
            print("refused", event, flush=True)
        elif event in self.seen:
            print("again", event, flush=True)
        else:
            self.seen.add(event)
            print("event", event, json.loads(body)["type"], flush=True)
        # Anything but 2xx is tried again, later: answer so only once the event is safe.
        self.send_response(204 if genuine else 401)
        self.end_headers()

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Webhook)
print("listening on", server.server_port, flush=True)
server.serve_forever()
