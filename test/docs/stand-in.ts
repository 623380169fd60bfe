/**
 * A machine to run the documentation on: a directory of programs that is all that PATH has. `stopgate`
 * is the built one with the test's configuration, `systemctl start stopgate` starts its daemon, and
 * what needs a real machine is written down instead, when it is known. Anything else is not found, so
 * that a new command in the documentation fails until somebody has thought about it here.
 */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** What any machine has, and does no harm. */
const ordinary: readonly string[] = [
  ...[
    'awk',
    'base64',
    'bash',
    'cat',
    'chmod',
    'chown',
    'cp',
    'cut',
    'date',
    'df',
    'grep',
    'head',
    'ls',
  ],
  ...['mkdir', 'mv', 'od', 'openssl', 'printf', 'python3', 'rm', 'sed', 'sleep', 'sort', 'tail'],
  ...['tee', 'touch', 'tr', 'wc'],
];

/**
 * What is not done here, as it stands in the documentation, and who does it: .ci/run runs npm's
 * scripts, test/package installs and removes the Debian package in roots of its own, and the rest is
 * the system's own.
 */
const recorded: readonly string[] = [
  // .ci/run
  'npm ci',
  'npm start',
  'npm test',
  'npm run package',
  'npm pack',
  // test/package/making.test.ts
  'npm run package -- --bundle-node ~/node-v20.20.2-linux-x64/bin/node',
  'npm run package -- --arch arm64 --sqlite-addon better_sqlite3.node',
  // test/package/lifecycle.test.ts
  'apt install ./build/stopgate_*.deb',
  'apt remove stopgate',
  // test/package/service-command.test.ts installs what "npm pack" makes
  'npm install --global ./stopgate-*.tgz',
  'npm uninstall --global stopgate',
  // What "stopgate service" asks of the system, with --root.
  'systemd-sysusers --root=ROOT stopgate.conf',
  'systemd-tmpfiles --root=ROOT --create stopgate.conf',
  'systemctl --root=ROOT enable stopgate.service',
  'systemctl --root=ROOT disable stopgate.service',
  'apt install build-essential python3',
  'apt install nodejs npm',
  'apt install usb-modeswitch',
  'apt update',
  'apt full-upgrade',
  'dmesg --level err,warn',
  'fuser -v /dev/ttyUSB2',
  'fuser -v /var/lib/stopgate/stopgate.db',
  'findmnt --target /var/lib/stopgate',
  'journalctl -u stopgate -n 50',
  'journalctl -u stopgate -f',
  'journalctl --vacuum-size 100M',
  'lsusb',
  'systemctl status stopgate',
  'systemctl disable --now ModemManager',
  'timedatectl',
  'timedatectl set-ntp true',
  'udevadm control --reload',
  'udevadm trigger',
  'usermod -aG dialout stopgate',
  'vcgencmd get_throttled',
];

/** Debian's "nobody", who stands for the user stopgate where the tests may become another user. */
const serviceUser = 65534;

export interface StandInOptions {
  /** Where all of it lies; the test's own. */
  readonly directory: string;
  readonly config: string;
  readonly dataDirectory: string;
  /** The port of the modem. */
  readonly modem: string;
  /** Where the API is to listen: `127.0.0.1:40001`. */
  readonly listen: string;
}

export interface StandIn {
  /** Where the script is to run. */
  readonly home: string;
  /** For the script that is to run on it. */
  readonly env: Readonly<Record<string, string>>;
  /** What stands in the documentation as it is called here: other paths, other ports. */
  translate(script: string): string;
  /** What was written down instead of being done. */
  calls(): readonly string[];
  /** The log of the daemons that ran. */
  log(): string;
  /** Ends the daemon that runs, if one does. */
  end(): void;
}

/** Makes the programs in `directory`. */
export function makeStandIn(options: StandInOptions): StandIn {
  const { directory, config, dataDirectory, modem, listen } = options;
  const bin = join(directory, 'bin');
  const state = join(directory, 'state');
  const backups = join(directory, 'backups');
  const byId = join(directory, 'by-id');
  const home = join(directory, 'home');
  for (const path of [bin, state, backups, byId, home]) mkdirSync(path, { recursive: true });
  symlinkSync(modem, join(byId, 'usb-simulated-if00-port0'));
  const translate = (text: string) =>
    text
      .replaceAll('/var/lib/stopgate', dataDirectory)
      .replaceAll('/etc/stopgate/stopgate.toml', config)
      .replaceAll('/etc/stopgate', directory)
      .replaceAll('/var/backups', backups)
      .replaceAll('/dev/serial/by-id', byId)
      .replaceAll(/\/dev\/ttyUSB\d/gu, modem)
      .replaceAll('/tmp/modem', modem)
      .replaceAll('127.0.0.1:7867', listen);
  // `~` is the shell's affair by the time that a program is called.
  const known = recorded.map((call) =>
    translate(call).replace('~', home).replace('ROOT', join(state, 'root')),
  );
  writeFileSync(join(state, 'known'), `${known.join('\n')}\n`);
  writeFileSync(join(state, 'calls'), '');
  writeFileSync(join(state, 'log'), '');

  for (const name of ordinary) {
    const path = pathOf(name);
    if (path !== undefined) symlinkSync(path, join(bin, name));
  }
  symlinkSync(process.execPath, join(bin, 'node'));
  const program = (name: string, script: string) =>
    writeFileSync(join(bin, name), `#!/bin/bash\n${script}`, { mode: 0o755 });
  const curl = pathOf('curl');
  if (curl !== undefined) program('curl', curlScript(curl));
  program('sqlite3', sqliteScript(pathOf('sqlite3')));
  program('sudo', sudoScript);
  program('record', recordScript);
  program('install', installScript);
  program('systemctl', systemctlScript);
  program('stopgate', stopgateScript);
  for (const name of new Set(recorded.map((call) => call.split(' ')[0] ?? ''))) {
    if (!existsSync(join(bin, name))) program(name, `exec record ${name} "$@"\n`);
  }

  const owner = mayBecomeAnother() ? serviceUser : undefined;
  if (owner !== undefined) giveTo(owner, options);

  const pidFile = join(state, 'pid');
  return {
    home,
    env: {
      PATH: bin,
      HOME: home,
      LANG: 'C.UTF-8',
      NODE: process.execPath,
      MAIN: main,
      CONFIG: config,
      MODEM: modem,
      STATE: state,
      OWNER: owner === undefined ? '' : String(owner),
      STOPGATE_GATEWAY__DATA_DIR: dataDirectory,
      STOPGATE_HTTP__LISTEN: listen,
    },
    translate,
    calls: () => readFileSync(join(state, 'calls'), 'utf8').split('\n').filter(Boolean),
    log: () => readFileSync(join(state, 'log'), 'utf8'),
    end() {
      if (!existsSync(pidFile)) return;
      const pid = Number(readFileSync(pidFile, 'utf8'));
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    },
  };
}

/** Root may, where that user can read the program: commands become the owner of the database then. */
function mayBecomeAnother(): boolean {
  if (process.getuid?.() !== 0) return false;
  for (let path = dirname(main); path !== '/'; path = dirname(path)) {
    if ((statSync(path).mode & 0o005) !== 0o005) return false;
  }
  return true;
}

/** As the package leaves a machine: the database and the modem are the service's, the rest root's. */
function giveTo(owner: number, { directory, dataDirectory, modem }: StandInOptions): void {
  chmodSync(directory, 0o755);
  const files = readdirSync(dataDirectory).map((name) => join(dataDirectory, name));
  for (const path of [dataDirectory, ...files, realpathSync(modem)]) chownSync(path, owner, owner);
}

function pathOf(name: string): string | undefined {
  const directories = (process.env.PATH ?? '').split(':');
  return directories.map((directory) => join(directory, name)).find((path) => existsSync(path));
}

/** Runs what follows, as whom it may be. */
const sudoScript = `
[ "\${1-}" = -u ] && [ "\${2-}" = stopgate ] && shift 2
case "\${1-}" in
  -*|'') echo "sudo: not known here: $*" >&2; exit 97 ;;
esac
exec "$@"
`;

const recordScript = `
printf '%s\\n' "$*" >> "$STATE/calls"
grep -qxF -- "$*" "$STATE/known" && exit 0
echo "not known here, see test/docs/stand-in.ts: $*" >&2
exit 97
`;

/** Directories and files of the service's user. */
const installScript = `
case "$1 $2 $3 $4 $5 $6 $7" in
  '-d -o stopgate -g stopgate -m 0700') mkdir -p "$8" && chmod 0700 "$8" && chown "\${OWNER:-$UID}" "$8" ;;
  '-o root -g stopgate -m 0640 '*|'-o stopgate -g stopgate -m 0600 '*)
    cp "$7" "$8" && chmod "$6" "$8" || exit
    [ "$2" = root ] || chown "\${OWNER:-$UID}" "$8" ;;
  *) echo "not known here, see test/docs/stand-in.ts: install $*" >&2; exit 97 ;;
esac
`;

/** The status of each answer is noted, since curl itself ends with 0 whatever it is. */
function curlScript(curl: string): string {
  return `
"${curl}" -D "$STATE/headers.$$" "$@"
code=$?
sed -n 's/^HTTP[^ ]* \\([0-9]*\\).*/\\1/p' "$STATE/headers.$$" 2>/dev/null | tail -n 1 >> "$STATE/statuses"
rm -f "$STATE/headers.$$"
exit $code
`;
}

/** Where there is none, the call is noted, and the file that it opens has to be there. */
function sqliteScript(sqlite: string | undefined): string {
  if (sqlite !== undefined) return `exec "${sqlite}" "$@"\n`;
  return `printf '%s\\n' "sqlite3 $*" >> "$STATE/calls"\nls "\${@: -1}" > /dev/null\n`;
}

/** A process that has ended and that nobody has asked after does not run. */
const isRunning = `[ -s "$STATE/pid" ] && grep -qs '^State:.[^Z]' "/proc/$(cat "$STATE/pid")/status"`;

/** The daemon is a process of its own; "start" comes back when it listens, "stop" when it has ended. */
const systemctlScript = `
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
case "$*" in
  'start stopgate') start ;;
  'stop stopgate') stop ;;
  'restart stopgate') stop && start ;;
  'enable --now stopgate') start ;;
  *) exec record systemctl "$@" ;;
esac
`;

/** Answers what a person would be asked, and ends what a person would end with Ctrl-C. */
const stopgateScript = `
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
    wait $pid
    exit ;;
  demo|simulate|replay)
    echo "not known here, see test/docs/stand-in.ts: stopgate $*" >&2
    exit 97 ;;
esac
exec "$NODE" "$MAIN" --config "$CONFIG" "$@" "\${answers[@]}"
`;
