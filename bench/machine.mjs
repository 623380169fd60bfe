/** The machine and the versions that figures belong to, in one line. */
import {
  closeSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { systemClock } from '../dist/clock.js';
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

/** What else the machine had to do, before anything was measured here. */
const load = loadavg()[0] ?? 0;

/** @param {string} dir where the databases were */
export function describeMachine(dir) {
  const processors = cpus();
  const system = [
    `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'} (${arch()})`,
    `${Math.round(totalmem() / 1e9)} GB`,
    `${type()} ${release()}`,
    `load ${load.toFixed(1)} before`,
  ];
  const disk = `${fileSystems[statfsSync(dir).type] ?? 'a file system of another kind'}, fdatasync ${syncMs(dir).toFixed(2)} ms`;
  const versions = [
    `Node ${process.versions.node}`,
    `stopgate ${versionOf('../package.json')}`,
    `better-sqlite3 ${versionOf('../node_modules/better-sqlite3/package.json')} with SQLite ${sqliteVersion()}`,
    `serialport ${versionOf('../node_modules/serialport/package.json')}`,
    `node-pdu ${versionOf('../node_modules/node-pdu/package.json')}`,
  ];
  return `Measured on ${[...system, disk].join(', ')}; ${versions.join(', ')}.`;
}

/** What a commit has to wait for on this disk: the median of 100, of one page each. @param {string} dir */
function syncMs(dir) {
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
