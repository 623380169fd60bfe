/**
 * What a power cut can leave of a database: the file and a write-ahead log that ends anywhere, or holds
 * octets that were never written. Knows the shape of SQLite's log (sqlite.org/fileformat2.html §4), and
 * nothing of what is in it.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile } from '../../../src/store/database.js';

const headerOctets = 32;
const frameHeaderOctets = 24;

/** A copy of the two files of a database. */
export interface Files {
  readonly database: Buffer;
  readonly log: Buffer;
}

export interface Cut {
  /** For messages of tests. */
  readonly name: string;
  /** So many octets from the log's beginning are as they were written. */
  readonly octets: number;
  readonly files: Files;
}

/** As they stand at this moment, whoever has them open. */
export function copyFiles(dataDir: string): Files {
  const file = join(dataDir, databaseFile);
  return { database: readFileSync(file), log: readFileSync(`${file}-wal`) };
}

/** How many octets of the log are written now. */
export function logOctets(dataDir: string): number {
  return statSync(join(dataDir, `${databaseFile}-wal`)).size;
}

/** Puts the files into a directory of their own for as long as `look` takes. */
export function withFiles<T>({ database, log }: Files, look: (dataDir: string) => T): T {
  const dataDir = mkdtempSync(join(tmpdir(), 'stopgate-cut-'));
  try {
    writeFileSync(join(dataDir, databaseFile), database);
    writeFileSync(join(dataDir, `${databaseFile}-wal`), log);
    return look(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function frameOctetsOf(log: Buffer): number {
  return frameHeaderOctets + log.readUInt32BE(8);
}

export function framesOf(log: Buffer): number {
  return Math.floor((log.length - headerOctets) / frameOctetsOf(log));
}

/** How many frames end a transaction: their header tells the size of the database after it. */
export function commitsOf(log: Buffer): number {
  let commits = 0;
  for (let frame = 0; frame < framesOf(log); frame += 1) {
    if (log.readUInt32BE(headerOctets + frame * frameOctetsOf(log) + 4) > 0) commits += 1;
  }
  return commits;
}

/** The log cut at each boundary of a frame, the header's too, and before it. */
export function* cutsBetweenFrames({ database, log }: Files): Generator<Cut> {
  yield { name: 'no log', octets: 0, files: { database, log: Buffer.alloc(0) } };
  for (let frame = 0; frame <= framesOf(log); frame += 1) {
    const octets = headerOctets + frame * frameOctetsOf(log);
    const files = { database, log: log.subarray(0, octets) };
    yield { name: `after frame ${frame}`, octets, files };
  }
}

/**
 * The log torn within a frame, a place and a manner of its own for each: what comes after is missing,
 * is zeros, is noise, or is there while a sector of this frame is not.
 */
export function* cutsWithinFrames({ database, log }: Files): Generator<Cut> {
  const size = frameOctetsOf(log);
  const places = [
    1,
    frameHeaderOctets - 1,
    frameHeaderOctets,
    24 + 512,
    size / 2,
    size - 512,
    size - 1,
  ];
  for (let frame = 0; frame < framesOf(log); frame += 1) {
    const place = Math.floor(places[frame % places.length] ?? 1);
    const start = headerOctets + frame * size;
    const octets = start + place;
    const tails = [
      ['missing', Buffer.alloc(0)],
      ['zeros', Buffer.alloc(log.length - octets)],
      ['noise', Buffer.alloc(log.length - octets, 'stopgate')],
      ['as written but for one sector', lostSector(log.subarray(octets))],
    ] as const;
    const [manner, tail] = tails[frame % tails.length] ?? tails[0];
    const torn = Buffer.concat([log.subarray(0, octets), tail]);
    const name = `frame ${frame + 1} torn at octet ${place}, the rest ${manner}`;
    // The whole frame counts as not written.
    yield { name, octets: start, files: { database, log: torn } };
  }
}

/** No sector of a page is all of this letter, so that something is missing for sure. */
function lostSector(octets: Buffer): Buffer {
  const copy = Buffer.from(octets);
  copy.fill('~', 0, Math.min(512, copy.length));
  return copy;
}

/** The log was begun anew over `older`, of which the rest still stands where the new one ends. */
export function* cutsOverOlder({ database, log }: Files, older: Buffer): Generator<Cut> {
  const size = frameOctetsOf(log);
  const salt = log.subarray(16, 24);
  const isNew = (frame: number) => {
    const start = headerOctets + frame * size;
    return log.subarray(start + 8, start + 16).equals(salt);
  };
  for (let frame = 0; frame === 0 || isNew(frame - 1); frame += 1) {
    const octets = headerOctets + frame * size;
    const mixed = Buffer.concat([log.subarray(0, octets), older.subarray(octets)]);
    yield { name: `${frame} frames over older ones`, octets, files: { database, log: mixed } };
  }
}

/** The log is whole, and only the first pages of it have been copied into the file. */
export function* cutsAmidCheckpoint(before: Files, after: Buffer, every: number): Generator<Cut> {
  const pageOctets = before.log.readUInt32BE(8);
  for (let pages = 0; pages * pageOctets <= after.length; pages += every) {
    const copied = pages * pageOctets;
    const database = Buffer.concat([
      after.subarray(0, copied),
      before.database.subarray(Math.min(copied, before.database.length)),
    ]);
    const files = { database, log: before.log };
    yield { name: `${pages} pages copied`, octets: before.log.length, files };
  }
}
