/**
 * What a course keeps beside what is written in it: in a folder of its own, where git does not look, and
 * which anybody may delete.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** The folder, below the root of a course. The lab imports nothing of ours: it has its own in watchdog.ts. */
export const KEPT = '.learn-async';

export interface Scratch {
  readonly root: string;
  readonly remove: () => void;
}

/** What was to be there for a while: a folder of `createScratch`, or what a process has said of its end. */
const PASSING = /^last-words-\d+\.json$|-\w{6}$/;

const DAY = 86_400_000;

/**
 * A folder for a while. Below a checkout, what lies in it finds the packages and the lab. Whoever was killed could
 * not remove theirs, so what is older than a day goes.
 */
export function createScratch(root: string, name: string): Scratch {
  const kept = join(root, KEPT);
  mkdirSync(kept, { recursive: true });
  for (const old of readdirSync(kept).filter((entry) => PASSING.test(entry))) {
    const path = join(kept, old);
    const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > DAY) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
  const scratch = mkdtempSync(join(kept, `${name}-`));
  const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  return { root: scratch, remove };
}

/** What was remembered under a name; undefined when it is lost, which must cost nobody much. */
export function recall(root: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(memoryOf(root, name), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @returns false where nothing can be written, so that it is lost at once */
export function remember(root: string, name: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  try {
    mkdirSync(join(root, KEPT), { recursive: true });
    writeFileSync(memoryOf(root, name), text);
    return true;
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
    return false;
  }
}

/** What cannot be forgotten is recalled once more, and nobody is stopped by that. */
export function forget(root: string, name: string): void {
  try {
    rmSync(memoryOf(root, name), { force: true });
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
  }
}

function memoryOf(root: string, name: string): string {
  return join(root, KEPT, `${name}.json`);
}

/** Where a copy of somebody's work has a place of its own, below the root: the name, and the time behind it. */
export function placeForCopy(name: string): string {
  // A colon is no letter for a file name on Windows.
  return `${KEPT}/saved/${name}${new Date().toISOString().replaceAll(':', '-')}`;
}

/** Writes a file anew; should the disk be full in the middle of it, what was there before stays. */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file);
  const half = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(half, text);
    renameSync(half, target);
  } catch (error) {
    rmSync(half, { force: true, recursive: true });
    throw error;
  }
}

/** Bytes that must be free where a run keeps what it has made: several times as much as that is. */
const LEAST_FREE = 16 * 2 ** 20;

/** @throws what the file system says, where no files can be made in a folder, or hardly any */
export function expectRoom(folder: string): void {
  const probe = join(folder, `.probe-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(probe, '');
  rmSync(probe);
  const { blocks, bavail, bsize } = statfsSync(folder);
  // Some file systems do not say how large they are.
  if (blocks > 0 && bavail * bsize < LEAST_FREE)
    throw Object.assign(new Error(`There is hardly any room in ${folder}.`), { code: 'ENOSPC' });
}

export function hasRoom(folder: string): boolean {
  try {
    expectRoom(folder);
    return true;
  } catch {
    return false;
  }
}
