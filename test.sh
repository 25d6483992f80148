#!/usr/bin/env bash
# Builds everything and runs every suite. The last line is the sum: "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

passed=0 failed=0 skipped=0

finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

if ! dotnet build Cohesion.Governance.sln -c Release --nologo -v quiet; then
  echo "The solution does not build."
  failed=1
  finish
fi

# One suite after the other: on a small machine two at once only wait for each other.
run_suite() {
  local name=$1 log summary bad skips
  echo "== $name"
  log=$(mktemp)
  dotnet "tests/$name/bin/Release/net10.0/$name.dll" -noColor </dev/null 2>&1 | tee "$log"
  summary=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log" | tail -n 1)
  rm -f "$log"
  number() { printf '%s' "$summary" | sed -E "s/.*$1: ([0-9]+).*/\1/"; }
  if [ -z "$summary" ] || [ "$(number Total)" -eq 0 ]; then
    echo "$name ended without running a test."
    failed=$((failed + 1))
    return
  fi
  bad=$(($(number Errors) + $(number Failed)))
  skips=$(number Skipped)
  failed=$((failed + bad))
  skipped=$((skipped + skips))
  passed=$((passed + $(number Total) - $(number Failed) - skips))
}

for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  case $name in
    Cohesion.Governance.Elsa.Tests | Cohesion.Governance.Browser.Tests) ;;
    *) run_suite "$name" ;;
  esac
done

# The journeys of people at browsers. The driver is large, so it is fetched only where there is a Chromium to drive.
browser=Cohesion.Governance.Browser.Tests
tests_in() { grep -rhcE '^ *\[(Fact|InlineData)' "$@" --include=*.cs | awk '{ sum += $1 } END { print sum }'; }
if [ -n "${CHROMIUM:-}$(ls /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome 2>/dev/null)" ]; then
  if dotnet build tests/$browser -c Release --nologo -v quiet </dev/null; then
    run_suite $browser
  else
    echo "The browser tests do not build."
    failed=$((failed + 1))
  fi
else
  tests=$(tests_in tests/$browser)
  echo "There is no Chromium on this machine (install it, or name it in CHROMIUM): $tests tests at browsers are skipped."
  skipped=$((skipped + tests))
fi

# The same workflows on Elsa 3, whose packages not every package source serves: a restore that fails or takes too long skips them.
# A folder of packages beside the usual source can be named in ELSA_PACKAGES.
elsa=Cohesion.Governance.Elsa.Tests
source=${ELSA_PACKAGES:+-p:RestoreAdditionalProjectSources=$ELSA_PACKAGES}
if timeout -k 5 120 dotnet restore Cohesion.Governance.Elsa.sln $source --nologo -v quiet >/dev/null 2>&1 </dev/null; then
  if dotnet build Cohesion.Governance.Elsa.sln -c Release --no-restore --nologo -v quiet </dev/null; then
    run_suite $elsa
  else
    echo "The solution for Elsa does not build."
    failed=$((failed + 1))
  fi
else
  tests=$(grep -rhcE '^ *\[(Fact|Theory)' tests/$elsa tests/Conformance --include=*.cs | awk '{ sum += $1 } END { print sum }')
  echo "Elsa's packages cannot be had from this machine's package source: $tests tests on Elsa are skipped."
  skipped=$((skipped + tests))
fi
finish
