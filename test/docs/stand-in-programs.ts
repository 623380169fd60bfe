/**
 * The programs of the stand-in that do something else than those of a real machine, as bash scripts.
 * They find what they need in their environment: NODE, MAIN, CONFIG, MODEM, STATE (a directory) and
 * OWNER (a user's number, or nothing).
 */

/** Runs what follows, as whom it may be. */
export const sudoScript = `
[ "\${1-}" = -u ] && [ "\${2-}" = stopgate ] && shift 2
case "\${1-}" in
  -*|'') echo "sudo: not known here: $*" >&2; exit 97 ;;
esac
exec "$@"
`;

export const recordScript = `
printf '%s\\n' "$*" >> "$STATE/calls"
grep -qxF -- "$*" "$STATE/known" && exit 0
echo "not known here, see test/docs/stand-in.ts: $*" >&2
exit 97
`;

/** `program`, for files in `directory` and below where one stands. */
export function guardedScript(program: string, directory: string): string {
  return `
for argument; do
  case "$argument" in
    "${directory}"/*|[!/]*) ;;
    *) echo "not in the test's directory: $argument" >&2; exit 97 ;;
  esac
done
exec "${program}" "$@"
`;
}

/** Directories and files of the service's user. */
export const installScript = `
case "$1 $2 $3 $4 $5 $6 $7" in
  '-d -o stopgate -g stopgate -m 0700') mkdir -p "$8" && chmod 0700 "$8" && chown "\${OWNER:-$UID}" "$8" ;;
  '-o root -g stopgate -m 0640 '*|'-o stopgate -g stopgate -m 0600 '*)
    cp "$7" "$8" && chmod "$6" "$8" || exit
    [ "$2" = root ] || chown "\${OWNER:-$UID}" "$8" ;;
  *) echo "not known here, see test/docs/stand-in.ts: install $*" >&2; exit 97 ;;
esac
`;

/** The status of each answer is noted, since curl itself ends with 0 whatever it is. */
export function curlScript(curl: string): string {
  return `
"${curl}" -D "$STATE/headers.$$" "$@"
code=$?
sed -n 's/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p' "$STATE/headers.$$" 2>/dev/null | tail -n 1 >> "$STATE/statuses"
rm -f "$STATE/headers.$$"
exit $code
`;
}

/** Where there is none, the call is noted, and the file that it opens has to be there. */
export function sqliteScript(sqlite: string | undefined): string {
  if (sqlite !== undefined) return `exec "${sqlite}" "$@"\n`;
  return `printf '%s\\n' "sqlite3 $*" >> "$STATE/calls"\nls "\${@: -1}" > /dev/null\n`;
}

/** A process that has ended and that nobody has asked after does not run. */
const isRunning = `[ -s "$STATE/pid" ] && grep -qs '^State:.[^Z]' "/proc/$(cat "$STATE/pid")/status"`;

/** The daemon is a process of its own; "start" comes back when it listens, "stop" when it has ended. */
export const systemctlScript = `
is_running() { ${isRunning}; }
start() {
  is_running && return 0
  : > "$STATE/log"
  "$NODE" "$MAIN" --config "$CONFIG" run >> "$STATE/log" 2>&1 &
  echo $! > "$STATE/pid"
  for _ in {1..600}; do
    grep -q '"address"' "$STATE/log" && return 0
    is_running || break
    sleep 0.05
  done
  cat "$STATE/log" >&2
  return 1
}
stop() {
  is_running || return 0
  kill -TERM "$(cat "$STATE/pid")"
  for _ in {1..600}; do
    is_running || return 0
    sleep 0.05
  done
  return 1
}
reload() {
  is_running || return 1
  before=$(grep -c 'the configuration was' "$STATE/log")
  kill -HUP "$(cat "$STATE/pid")"
  for _ in {1..600}; do
    [ "$(grep -c 'the configuration was' "$STATE/log")" -gt "$before" ] && return 0
    sleep 0.05
  done
  return 1
}
case "$*" in
  'start stopgate') start ;;
  'stop stopgate') stop ;;
  'restart stopgate') stop && start ;;
  'reload stopgate') reload ;;
  'enable --now stopgate') start ;;
  *) exec record systemctl "$@" ;;
esac
`;

/** Answers what a person would be asked, and ends what a person would end with Ctrl-C. */
export const stopgateScript = `
answers=()
case "\${1-}" in
  init)
    # Each is the first one of a machine, where no daemon works yet.
    [ -e "$CONFIG" ] && mv "$CONFIG" "$CONFIG.before"
    [ -e "$STATE/pid" ] || rm -f "$STOPGATE_GATEWAY__DATA_DIR"/*
    [ $# -eq 1 ] && answers=(--yes --country GB --brand "Corner Shop" --languages en --port "$MODEM") ;;
  service)
    mkdir -p "$STATE/root"
    answers=(--root "$STATE/root") ;;
  run)
    "$NODE" "$MAIN" --config "$CONFIG" "$@" > "$STATE/run" 2>&1 &
    pid=$!
    for _ in {1..600}; do
      grep -q '"a modem can send' "$STATE/run" && break
      kill -0 $pid 2> /dev/null || break
      sleep 0.05
    done
    kill -INT $pid
    wait $pid || exit
    grep -q '"a modem can send' "$STATE/run"
    exit ;;
  demo|simulate|replay)
    echo "not known here, see test/docs/stand-in.ts: stopgate $*" >&2
    exit 97 ;;
esac
exec "$NODE" "$MAIN" --config "$CONFIG" "$@" "\${answers[@]}"
`;
