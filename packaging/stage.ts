/**
 * The tree that becomes the package: files go in with the mode and the time that they shall have,
 * whatever those of their sources are. Knows nothing of what the files are for.
 */
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

export class Stage {
  /** Where the tree stands. */
  readonly root: string;

  /** @param root an empty directory */
  constructor(root: string) {
    this.root = root;
    chmodSync(root, 0o755);
  }

  /** @param path from the root of the installed system, without a leading slash */
  write(path: string, content: string | Buffer, mode = 0o644): void {
    writeFileSync(this.#prepared(path), content);
    chmodSync(join(this.root, path), mode);
  }

  /**
   * A file, or a directory with all in it that `takes` lets in; `takes` sees paths below `source`. None
   * of them may be run: npm packages have modes by chance.
   */
  copy(source: string, path: string, takes: (below: string) => boolean = () => true): void {
    if (statSync(source).isFile()) {
      copyFileSync(source, this.#prepared(path));
      chmodSync(join(this.root, path), 0o644);
      return;
    }
    for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
      const from = join(entry.parentPath, entry.name);
      const below = relative(source, from);
      if (!entry.isDirectory() && takes(below)) this.copy(from, join(path, below));
    }
  }

  link(path: string, target: string): void {
    symlinkSync(target, this.#prepared(path));
  }

  /** Paths of all files and links, sorted, from the root of the installed system. */
  files(): readonly string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)))
      .sort();
  }

  /** Octets of all files. */
  size(): number {
    return this.files()
      .map((path) => lstatSync(join(this.root, path)).size)
      .reduce((sum, size) => sum + size, 0);
  }

  /** Gives everything this time, in seconds since 1970. */
  setTimes(seconds: number): void {
    const all = readdirSync(this.root, { recursive: true, encoding: 'utf8' });
    for (const path of [...all, '.']) lutimesSync(join(this.root, path), seconds, seconds);
  }

  /** Directories are made for all to enter, whatever the umask. */
  #prepared(path: string): string {
    const full = join(this.root, path);
    const made = mkdirSync(dirname(full), { recursive: true });
    for (let each = dirname(full); made !== undefined && each.length >= made.length; ) {
      chmodSync(each, 0o755);
      each = dirname(each);
    }
    return full;
  }
}
