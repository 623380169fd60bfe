/** The machine and the versions that figures belong to. */
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { systemClock } from '../dist/clock.js';
import { packageVersion } from './foreign-daemon.mjs';
import { median } from './statistics.mjs';

/** `f_type` of statfs(2). @type {Record<number, string>} */
const fileSystems = {
  61267: 'ext4',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  4076150800: 'f2fs',
  2035054128: 'overlay',
  16914836: 'tmpfs (no disk: a commit costs nothing here)',
};

/** How busy the machine was before anything was measured here: over 1, 5 and 15 minutes. */
const load = loadavg().map((average) => average.toFixed(1));

const packages = ['better-sqlite3', 'serialport', 'node-pdu', 'node-sms-pdu', 'pdu'];

/**
 * A Markdown list of two.
 * @param {string} dir where the databases were @param {number} syncBeforeMs {@link syncMs} before anything was measured
 */
export function describeMachine(dir, syncBeforeMs) {
  const processors = cpus();
  const machine = [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'} (${arch()})`,
    `${(totalmem() / 1e9).toFixed(1)} GB of memory`,
    `${fileSystems[statfsSync(dir).type] ?? 'a file system of another kind'} on ${diskOf(dir)}`,
    `fdatasync ${syncBeforeMs.toFixed(2)} ms before, ${syncMs(dir).toFixed(2)} ms behind`,
    `${type()} ${release()}`,
    `load average before ${load.join(', ')}`,
  ];
  const versions = [
    `stopgate ${versionOf('../package.json')} (${commit()})`,
    `Node ${process.versions.node}`,
    `SQLite ${sqliteVersion()}`,
    ...['smstools', 'gammu-smsd'].map(
      (name) => `${name} ${packageVersion(name) ?? '(no Debian package)'}`,
    ),
    ...packages.map((name) => `${name} ${versionOf(`../node_modules/${name}/package.json`)}`),
  ];
  return `- Machine: ${machine.join('; ')}\n- Versions: ${versions.join(', ')}`;
}

/** The disk by its name, and its model where it tells one. @param {string} dir */
function diskOf(dir) {
  const { dev } = statSync(dir);
  // makedev(3): the minor number's low eight bits, the major's twelve, the rest of the minor.
  const major = (dev >>> 8) & 0xfff;
  const minor = (dev & 0xff) | ((dev >>> 12) & 0xfff00);
  try {
    const device = realpathSync(`/sys/dev/block/${major}:${minor}`);
    const disk = existsSync(join(device, 'partition')) ? dirname(device) : device;
    const model = join(disk, 'device', 'model');
    const name = basename(disk);
    return existsSync(model) ? `${name} (${readFileSync(model, 'utf8').trim()})` : name;
  } catch {
    return 'no disk of its own';
  }
}

/** What was built, if this is a repository: changes that are not committed are told. */
function commit() {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, {
      cwd: new URL('..', import.meta.url),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ', changed';
    return `commit ${git('rev-parse', '--short', 'HEAD')}${changed}`;
  } catch {
    return 'no commit';
  }
}

/** What a commit has to wait for on this disk: the median of 100, of one page each. @param {string} dir */
export function syncMs(dir) {
  const file = join(dir, `stopgate-bench-sync-${process.pid}`);
  const descriptor = openSync(file, 'wx');
  try {
    const page = Buffer.alloc(4096, 1);
    return median(
      Array.from({ length: 100 }, () => {
        writeSync(descriptor, page);
        const startMs = systemClock.monotonicMs();
        fdatasyncSync(descriptor);
        return systemClock.monotonicMs() - startMs;
      }),
    );
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}

/** @param {string} path of a package.json, from here @returns {string} */
function versionOf(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version;
}

function sqliteVersion() {
  const db = new Database(':memory:');
  try {
    return String(db.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    db.close();
  }
}
