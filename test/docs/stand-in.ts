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
import {
  curlScript,
  guardedScript,
  installScript,
  recordScript,
  sqliteScript,
  stopgateScript,
  sudoScript,
  systemctlScript,
} from './stand-in-programs.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** What any machine has, and only looks. */
const ordinary = 'base64 bash cat date df grep ls od openssl sed sleep tail tr'.split(' ');

/** What any machine has, and is kept to the files of the test. */
const guarded = 'chmod chown cp mkdir mv rm'.split(' ');

/**
 * What is not done here, as it stands in the documentation, and who does it: .ci/run runs npm's
 * scripts, test/package installs and removes the Debian package in roots of its own, and the rest is
 * the system's own.
 */
export const recorded: readonly string[] = [
  // .ci/run
  'npm ci',
  'npm start',
  'npm test',
  'npm pack',
  // test/package/making.test.ts
  'npm run package -- --bundle-node ~/node-v20.20.2-linux-x64/bin/node',
  // test/package/other-architectures.test.ts
  'npm run package -- --arch arm64',
  'npm run package -- --arch armhf',
  'apt install build-essential python3 g++-aarch64-linux-gnu',
  'apt install build-essential python3 g++-aarch64-linux-gnu g++-arm-linux-gnueabihf',
  // test/package/lifecycle.test.ts
  'apt install ./build/stopgate_*.deb',
  'apt remove stopgate',
  // test/package/service-command.test.ts installs what "npm pack" makes
  'npm install --global ./stopgate-*.tgz',
  'npm uninstall --global stopgate',
  'apt install build-essential python3',
  'apt install nodejs npm',
  'apt install usb-modeswitch',
  'dmesg --level err,warn',
  'fuser -v /dev/ttyUSB2',
  'fuser -v /var/lib/stopgate/stopgate.db',
  'findmnt --target /var/lib/stopgate',
  'journalctl -u stopgate',
  'journalctl -u stopgate -n 50',
  'journalctl --vacuum-size 100M',
  'lsusb',
  'systemctl edit stopgate',
  'systemctl status stopgate',
  'systemctl disable --now ModemManager',
  'timedatectl',
  'timedatectl set-ntp true',
  'udevadm control --reload',
  'udevadm trigger',
  'vcgencmd get_throttled',
];

/** Each is run by whoever has a use for it; here it is enough that there is one. */
const npmScripts = Object.keys(
  (
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    }
  ).scripts,
).map((name) => `npm run ${name}`);

/** What "stopgate service" asks of the system, with --root. */
const askedByStopgate: readonly string[] = [
  'systemd-sysusers --root=ROOT stopgate.conf',
  'systemd-tmpfiles --root=ROOT --create stopgate.conf',
  'systemctl --root=ROOT enable stopgate.service',
  'systemctl --root=ROOT disable stopgate.service',
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
  const known = [...recorded, ...npmScripts, ...askedByStopgate].map((call) =>
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
  for (const name of guarded) program(name, guardedScript(pathOf(name) ?? name, directory));
  const curl = pathOf('curl');
  if (curl !== undefined) program('curl', curlScript(curl));
  program('sqlite3', sqliteScript(pathOf('sqlite3')));
  program('sudo', sudoScript);
  program('record', recordScript);
  program('install', installScript);
  program('systemctl', systemctlScript);
  program('stopgate', stopgateScript);
  for (const name of new Set(
    [...recorded, ...askedByStopgate].map((call) => call.split(' ')[0] ?? ''),
  )) {
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
