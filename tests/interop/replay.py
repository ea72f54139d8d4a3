"""A second, independent verifier of an Orebook register log, written from log-format.md alone.

    python3 replay.py ARCHIVE VKEY_OR_FILE [--json]      exit 0: all is well, 1: a finding, 2: nothing can be said

It checks that the checkpoint is signed; that the entries hash to its root, are canonical, in place and rightly blinded;
that each instruction is new and signed by a key its organisation had; and, applying the events, that what is retired,
cancelled, transferred or offered lies in that account, and is sold once. It does NOT decide whether an event is what its
act deserved (nor looks at freezing and last days); at an expiry after a hold, which moves those, it gives up with 2.
"""
import base64, collections, json, pathlib, re, sys
from hashlib import sha256
from types import SimpleNamespace as Piece               # milligrams [start, end) of a batch, alike throughout
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
MEMBERS_STEPS = set("""account_distrusted deal_lapsed deal_matured deal_settled deal_voided declaration_lapsed traded
fraud_refunded order_cancelled order_expired payout_cancelled payout_details_set proposal_cancelled proposal_lapsed
transfer_settled transfer_voided trust_started""".split())   # a continuation holds one of these, or public events
RELEASES = "(order|transfer|deal)_(cancelled|expired|lapsed|withdrawn|refused|declined|voided)"
FREE, TOTALS = "available", ("issued", "retired", "cancelled", "expired", "outstanding")
class Finding(ValueError): "The log is not what it should be."
def require(holds, sentence):
    if not holds: raise Finding(sentence)
def jcs(value):                                          # RFC 8785, where all is strings, arrays and objects
    if isinstance(value, dict): return "{" + ",".join(f"{jcs(k)}:{jcs(value[k])}" for k in sorted(value)) + "}"
    if isinstance(value, list): return "[" + ",".join(map(jcs, value)) + "]"
    require(isinstance(value, str), "holds a value that is no string, array or object")
    return json.dumps(value, ensure_ascii=False)
def base58(text, number=0):                              # multibase: `z`, then base58btc
    for c in text[1:]: number = number * 58 + "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".index(c)
    return bytes(len(text) - 1 - len(text[1:].lstrip("1"))) + number.to_bytes((number.bit_length() + 7) // 8, "big")
def tree_root(leaves):                                   # RFC 9162, 2.1.1
    if len(leaves) < 2: return leaves[0] if leaves else sha256().digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + tree_root(leaves[:half]) + tree_root(leaves[half:])).digest()
def milligrams(mass):
    require(m := re.fullmatch(r"(0|[1-9][0-9]{0,11})(?:\.([0-9]{0,5}[1-9]))?", mass), f"writes a mass as {mass}")
    return int(m[1] + (m[2] or "").ljust(6, "0"))
def kilograms(mg): return f"{mg // 10**6}.{mg % 10**6:06}".rstrip("0").rstrip(".")
def read_serial(text):                                   # -> what names the batch, and [start, end) in milligrams
    serial, first, last, check = text.rsplit("-", 3)
    number = int("".join(f"{int(c, 36):02}" for c in serial + first + last if c not in "-."))
    start, end = (int(n.replace(".", "").ljust(14, fill)) - 10**6 for n, fill in ((first, "0"), (last, "9")))
    require(0 <= start <= end and check == f"{98 - number * 100 % 97:02}", f"miswrites the serial block {text}")
    return serial, start, end + 1
def read_checkpoint(path, vkey):                         # a C2SP signed note; others' signatures are passed over
    (name, key_hash, key), (text, signatures) = vkey.split("+", 2), path.read_bytes().decode().rsplit("\n\n", 1)
    key, (origin, size, root), ours = base64.b64decode(key, validate=True), text.split("\n"), f"— {name} "
    made = [base64.b64decode(line.removeprefix(ours)) for line in signatures.splitlines() if line.startswith(ours)]
    made = [s[4:] for s in made if s[:4].hex() == key_hash == sha256(f"{name}\n".encode() + key).hexdigest()[:8]]
    require(made and key[0] == 1 and origin == name, "the checkpoint is not signed by the log of this key")
    for signature in made: Ed25519PublicKey.from_public_bytes(key[1:]).verify(signature, f"{text}\n".encode())
    return origin, int(size), root
def read_tile(archive, kind, number, size):              # the partial one, else the full one, else nothing
    path = archive / "tile" / kind / re.sub(r"(\d{3})(?=\d)", r"x\1/", f"{number:0{-(-len(str(number)) // 3) * 3}}")
    found = [p for p in (path.with_name(f"{path.name}.p") / str(size - number * 256), path) if p.is_file()]
    return found[0].read_bytes() if found else b""
def read_entries(archive, size, root):
    entries, leaves = [], []
    for number in range(-(-size // 256)):
        bundle, hashes = (read_tile(archive, kind, number, size) for kind in ("entries", "0"))
        for at in range(0, 32 * min(256, size - number * 256), 32):
            end = 2 + int.from_bytes(bundle[:2], "big")
            entry, bundle = bundle[2:end], bundle[end:]
            require(sha256(b"\0" + entry).digest() == hashes[at:at + 32], f"entry {len(entries)} is missing or altered")
            entries.append(entry); leaves.append(hashes[at:at + 32])
    require(base64.b64encode(tree_root(leaves)).decode() == root, "the entries do not hash to the signed root")
    return entries
class Register:
    def __init__(self, origin):
        self.origin, self.time, self.stood, self.pieces, self.names, self.members = origin, "", False, [], set(), set()
        self.keys, self.accounts, self.into, self.deals, self.retirements = ({} for _ in range(5))
    def read(self, number, raw):
        entry = json.loads(raw)
        require(jcs(entry).encode() == raw, "is not canonical JSON")
        cause, events = entry["cause"], [e for area in entry["events"] for kind in area.values() for e in kind.items()]
        require(entry["sequence"] == str(number) and (cause == "founding") == (number == 0), "is not in its place")
        require(entry["time"] >= self.time, "is older than the one before it")
        if cause != "continuation": self.first, self.time, self.proof, self.signer = str(number), entry["time"], "", ""
        else: require((entry["of"], entry["time"]) == (self.first, self.time), "continues nothing")
        hidden = cause == "continuation" and self.proof and MEMBERS_STEPS & {name for name, _ in events}
        blind = base64.b64encode(sha256(f"{self.proof}{number}".encode()).digest()).decode() if hidden else None
        require(entry.get("blind") == blind, "has not the blind that it should have")
        if number == 0: self.keys[events[0][1]["persons"][0]["key"]] = (events[0][1]["operator"], "key_confirmed")
        if cause in ("founding", "instruction"): self.check_signature(entry["instruction"])
        for name, event in events: self.apply(name, event)
    def check_signature(self, document):                 # eddsa-jcs-2022
        proof, name = document.pop("proof"), (document["organisation"], document["id"])
        self.signer, self.proof, did = name[0], proof.pop("proofValue"), proof["verificationMethod"].split("#")[0]
        state = "new" if "confirm_key" in document["act"] else "key_confirmed"
        require(self.keys.get(did) == (self.signer, state), f"is signed by {did}, which was no key to sign it with")
        require(proof["cryptosuite"] == "eddsa-jcs-2022" and document["registry"] == self.origin, "is for another log")
        require(name not in self.names, "repeats an instruction"); self.names.add(name)
        hashes = b"".join(sha256(jcs(part).encode()).digest() for part in (proof, document))
        Ed25519PublicKey.from_public_bytes(base58(did[8:])[2:]).verify(base58(self.proof), hashes)
    def where(self, **alike): return [p for p in self.pieces if alike.items() <= vars(p).items()]
    def move(self, alike, left=None, start=0, end=10**15, highest=False, **to):     # all, or so many milligrams
        if left is None: left = sum(p.end - p.start for p in self.where(**alike))
        for p in sorted(self.where(**alike), key=lambda p: p.start, reverse=highest):
            a, b = max(p.start, start), min(p.end, end)
            a, b = (max(a, b - left), b) if highest else (a, min(b, a + left))
            if b <= a: continue
            self.pieces += [Piece(**vars(p) | {"start": s, "end": e}) for s, e in ((p.start, a), (b, p.end)) if s < e]
            vars(p).update(to, start=a, end=b); left -= b - a
        require(left == 0, f"takes {kilograms(left)} kg more than there is of {alike}")
    def move_named(self, e, state):                      # the blocks that an event names, in its signer's account
        account, blocks = e.get("account") or e["from"], [read_serial(text) for text in e["blocks"]]
        require(self.accounts[account] == self.signer, f"takes from {account}, which is not its signer's")
        for serial, start, end in blocks:
            self.move({"serial": serial, "account": account, "state": FREE}, end - start, start, end, state=state)
        return sum(end - start for _, start, end in blocks)
    def apply(self, name, e):
        match name:
            case "founded" | "organisation_registered" | "key_added" | "key_added_for":
                self.members.add(who := e.get("organisation") or e["operator"])
                for k in e.get("keys", e.get("persons", [e])): self.keys.setdefault(k["key"], (who, "new"))
                if "account" in e: self.accounts[e["account"]] = who
            case "account_opened": self.accounts[e["account"]] = e["organisation"]
            case "key_confirmed" | "key_revoked" | "key_vetoed": self.keys[e["key"]] = (e["organisation"], name)
            case "issued":
                (serial, start, end), fits = read_serial(e["block"]), self.accounts[e["account"]] == e["producer"]
                require(fits and start == 0 and not self.where(serial=serial), f"issues {e['block']} wrongly, or again")
                self.pieces.append(Piece(serial=serial, start=start, end=end, batch=e["batch"], producer=e["producer"],
                                         account=e["account"], state=FREE, trade="", last_day=e["expires_on"]))
            case "transferred":
                self.move_named(e, e["transfer"]); self.into[e["transfer"]] = e["to"]
                if "settles_at" not in e: self.apply("transfer_settled", e)
            case "transfer_settled": self.move({"state": e["transfer"]}, state=FREE, account=self.into[e["transfer"]])
            case "buy_order_placed": self.into[e["order"]] = e["account"]
            case "sell_order_placed" | "deal_proposed" | "deal_accepted":
                deal = self.deals.setdefault(offer := e.get("order") or e["deal"], e)
                unsold = {"batch": deal["batch"], "account": e["account"], "state": FREE, "trade": ""}   # the seller's
                if (deal.get("side") == "buy") != (deal is e): self.move(unsold, milligrams(deal["mass"]), state=offer)
            case "traded" | "deal_settled":
                account, offer = e.get("account") or self.into[e["buy_order"]], e.get("sell_order") or e["deal"]
                require(self.accounts[account] == e["buyer"], f"sells into {account}, which is not the buyer's")
                self.move({"state": offer, "producer": e["seller"], "trade": ""}, milligrams(e["mass"]), state=FREE,
                          account=account, trade=e["trade"], last_day=e["use_until"])
            case "order_reduced" if e["order"] not in self.into:
                self.move({"state": e["order"]}, milligrams(e["by"]), highest=True, state=FREE)
            case "blocks_cancelled": self.move_named(e, "cancelled")
            case "credits_cancelled":
                for p in self.where(batch=e["batch"]):
                    if p.state not in TOTALS and (e["scope"] == "all" or not p.trade): p.state = "cancelled"
            case "physical_sale_recorded":
                for c in e["cancelled"]:
                    self.move(dict(batch=c["batch"], state=FREE, trade=""), milligrams(c["mass"]), state="cancelled")
            case "hold_placed" | "suspended" | "withdrawn" | "audit_overdue": self.stood = True
            case "credits_expired" if self.stood: raise NotImplementedError("credits expire after a hold")
            case "credits_expired":
                self.move({"batch": e["batch"], "last_day": e["last_day"], "state": FREE}, state="expired")
            case "retired":
                mass = self.move_named(e, "retired")
                require(mass == milligrams(e["mass"]), f"gives {e['retirement']} a mass that is not that of its blocks")
                self.retirements[e["retirement"]] = f"{kilograms(mass)} kg for {e['beneficiary']['name']}"
            case _ if over := re.fullmatch(RELEASES, name): self.move({"state": e[over[1]]}, state=FREE)

def main(archive, vkey, *flags):
    vkey = (pathlib.Path(vkey).read_text() if pathlib.Path(vkey).is_file() else vkey).strip()
    origin, size, root = read_checkpoint(pathlib.Path(archive) / "checkpoint", vkey)
    register, minerals, holdings = Register(origin), *(collections.defaultdict(collections.Counter) for _ in range(2))
    for number, raw in enumerate(read_entries(pathlib.Path(archive), size, root)):
        try: register.read(number, raw)
        except InvalidSignature: raise Finding(f"entry {number} has an instruction whose signature is wrong") from None
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as e:
            raise Finding(f"entry {number} {e if isinstance(e, Finding) else f'has not the form of one: {e!r}'}") from e
    for p in register.pieces:
        code, mass, state = p.serial[4:7], p.end - p.start, p.state if p.state in TOTALS else "outstanding"
        minerals[code].update({"issued": mass, state: mass})
        if state == "outstanding": holdings[p.account][code] += mass
    result = {"origin": origin, "size": size, "root": root, "organisations": len(register.members),
              "signed_instructions": len(register.names), "retirements": len(register.retirements),
              "minerals": {code: {t: kilograms(m[t]) for t in TOTALS} for code, m in sorted(minerals.items())},
              "holdings": {a: {c: kilograms(mg) for c, mg in sorted(h.items())} for a, h in sorted(holdings.items())}}
    if "--json" in flags: return print(json.dumps(result))
    for name, value in (result | register.retirements).items():
        rows = value.items() if isinstance(value, dict) else ()
        print(f"{name}:", *([f"\n  {k}: {', '.join(map(' '.join, v.items()))}" for k, v in rows] or [" ", value]), sep="")
try: main(*sys.argv[1:])
except (Finding, InvalidSignature) as e: sys.exit(f"FINDING: {str(e) or 'the signature of the checkpoint is wrong'}")
except Exception as problem: sys.exit(print(f"Nothing can be said: {problem!r}", file=sys.stderr) or 2)
