"""Has two verifiers replay an archive, the register's own and the one of this directory, and compares their totals."""
import json
import pathlib
import subprocess
import sys

verify, archive, vkey = sys.argv[1:]
replay = pathlib.Path(__file__).with_name("replay.py")


def told(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{command[0]} ended with {result.returncode}: {result.stdout}{result.stderr}")
    return json.loads(result.stdout)


ours = told(verify, archive, "--key", vkey, "--no-memory", "--json")
theirs = told(sys.executable, str(replay), archive, vkey, "--json")
figures = ours["figures"]
minerals = {m.pop("mineral"): {name: m[name] for name in theirs["minerals"]["GLD"]} for m in figures["minerals"]}
for name, one, other in [
    ("origin", ours["origin"], theirs["origin"]),
    ("size", ours["size"], theirs["size"]),
    ("root", ours["root"], theirs["root"]),
    ("organisations", figures["organisations"], theirs["organisations"]),
    ("signed instructions", figures["signatures"], theirs["signed_instructions"]),
    ("retirements", figures["retirements"], theirs["retirements"]),
    ("minerals", minerals, theirs["minerals"]),
]:
    if one != other:
        sys.exit(f"{name}: {one} and {other}")
held = sum(len(minerals) for minerals in theirs["holdings"].values())
print(f"ok   replay: {ours['size']} entries give both verifiers the same root, and the same totals of "
      f"{len(minerals)} minerals and {theirs['retirements']} retirements; {held} holdings add up")
