#!/usr/bin/env bash
# Refuses a dependency whose licence is not known to fit, that is not from the registry, or that the lock file does not
# hold. Needs nothing but cargo and python3 or, without it, fails and says so.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo metadata --format-version 1 --locked --filter-platform x86_64-unknown-linux-gnu | python3 -c '
import json, re, sys

FITS = {
    "MIT", "MIT-0", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "ISC",
    "Zlib", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "CC0-1.0", "0BSD", "BSL-1.0", "CDLA-Permissive-2.0", "MPL-2.0",
    "Apache-2.0 AND ISC",
}

def fits(expression):
    text = expression.replace("/", " OR ").replace("(", "").replace(")", "")
    return any(all(part.strip() in FITS for part in choice.split(" AND ")) for choice in text.split(" OR "))

problems = []
for package in json.load(sys.stdin)["packages"]:
    name = package["name"] + " " + package["version"]
    if package["source"] is None:
        continue
    if not package["source"].startswith("registry+"):
        problems.append(name + " is not from the registry")
    if not fits(package["license"] or "none"):
        problems.append(name + " has the licence " + str(package["license"]))
print("\n".join(problems) or "the dependencies fit")
sys.exit(bool(problems))
'
