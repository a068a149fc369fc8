#!/bin/sh
# What CI does with this site; the pipeline only says when. Each step runs anywhere with
# git, curl and sha256sum, so that you can try it where you are:
#
#   sh ci/ronde.sh check origin/main   what a merge request changes, and what is wrong
#   sh ci/ronde.sh publish             the site in public/, if readers keep all they have
#   sh ci/ronde.sh preview             drafts in preview/, where no dataset has a
#                                      disclosure rule
#
# `ronde new ci` wrote this file. From now on it is yours, and holds no secret.
set -eu

# The program of ronde for Linux. A file with another checksum is not run. For a new
# version change both lines, and look at what changes in the merge request.
program=@program@
checksum=@checksum@

# Where readers find the site: base_url in ronde.yaml.
online=@online@

# Where the day begins: time_zone in ronde.yaml. An embargo ends with the day before.
zone=@zone@

# With --strict, warnings stop a merge request and a publication too.
strict=@strict@

say() {
  echo "ci/ronde.sh: $1" >&2
}

stop() {
  say "$1"
  if [ -n "${GITHUB_ACTIONS:-}" ]; then echo "::error::$1"; fi
  exit 1
}

fetch_program() {
  curl --fail --silent --show-error --location --retry 3 --output "$work/ronde" "$program" ||
    stop "the program of ronde cannot be fetched from $program"
  echo "$checksum  $work/ronde" | sha256sum -c - >/dev/null 2>&1 ||
    stop "what $program gives is not the program of this checksum, and was not run: find out who changed it"
  chmod +x "$work/ronde"
}

# Sets the day on which pages are written, as options of ronde build. A site that fixes its
# own day in ronde.yaml keeps it.
decide_day() {
  day=''
  if grep -q '^site_date:' ronde.yaml; then return; fi
  if [ "$zone" != UTC ] && [ ! -e "/usr/share/zoneinfo/$zone" ]; then
    stop "this machine does not know the time zone $zone, and an embargo could end on the wrong day: install tzdata"
  fi
  day="--now ${RONDE_NOW:-$(TZ=$zone date +%Y-%m-%d)}" # RONDE_NOW: to try another day
}

check() {
  fetch_program
  failed=0
  # In GitHub Actions findings are annotations, and stand in the summary of the step.
  "$work/ronde" check $strict || failed=$?
  if [ -n "${GITLAB_CI:-}" ]; then
    "$work/ronde" check $strict --format sarif >ronde.sarif || : # it failed above already
  fi
  # What the merge request changes: for the summary of the step, or else in a file.
  if "$work/ronde" diff --base "$1" --format markdown >"$work/changes.md"; then
    cat "$work/changes.md" >>"${GITHUB_STEP_SUMMARY:-changes.md}"
  else
    failed=1
  fi
  exit "$failed"
}

# Publishing must not change, drop or seal again an edition that readers have. Whoever
# cannot find out what they have does not publish.
keep_what_is_online() {
  status=$(curl --silent --show-error --location --retry 3 --header 'Cache-Control: no-cache' \
    --output "$work/versions.json" --write-out '%{http_code}' "$online/versions.json?$(date +%s)") ||
    stop "$online does not answer, so nobody can tell what readers have. Nothing was published"
  case $status in
  200)
    "$work/ronde" verify --published "$work/versions.json" ||
      stop "publishing would not keep what is online. Nothing was published"
    ;;
  404) say "there is no $online/versions.json: this is taken as the first publication" ;;
  *) stop "$online/versions.json answers $status, so nobody can tell what readers have. Nothing was published" ;;
  esac
}

publish() {
  case "$(grep '^base_url:' ronde.yaml | tr -d "\"'") " in
  *" $online "* | *" $online/ "*) ;;
  *) stop "ronde.yaml has another base_url than $online, where this script asks what is online: make them the same" ;;
  esac
  decide_day
  fetch_program
  keep_what_is_online
  "$work/ronde" build $strict $day
  # The folder of the run before saves time, and decides nothing: when a file in it is not
  # as Ronde wrote it, or is none of Ronde's, the site is made from nothing.
  if ! "$work/ronde" verify public --format json >"$work/verify.json" || grep -q '"public-foreign"' "$work/verify.json"; then
    say "the folder of the run before holds what Ronde did not write: the site is made anew"
    rm -rf public .public.ronde-cache
    "$work/ronde" build $strict $day
    "$work/ronde" verify public
  fi
}

preview() {
  protected=$(grep -l '^[^#]*disclosure' data/datasets/*.yaml || :)
  if [ -n "$protected" ]; then
    stop "no preview: a dataset has a disclosure rule, and a draft may show what it hides in the end. Look at drafts with ronde serve, on your own machine: $(echo $protected)"
  fi
  fetch_program
  # Deliveries with errors are left out and named on a page; the check says what is wrong.
  "$work/ronde" build --drafts --keep-going --out preview || [ -e preview/index.html ]
}

cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case "${1:-}" in
check) check "${2:-origin/main}" ;;
publish) publish ;;
preview) preview ;;
*) stop "say check, publish or preview" ;;
esac
