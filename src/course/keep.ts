/**
 * What a course keeps beside what is written in it: in a folder of its own, where git does not look, and
 * which anybody may delete.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder, below the root of a course. The lab imports nothing of ours: it has its own in watchdog.ts. */
export const KEPT = '.learn-async';

export interface Scratch {
  readonly root: string;
  readonly remove: () => void;
}

/** A folder for a while. Below a checkout, what lies in it finds the packages and the lab. */
export function createScratch(root: string, name: string): Scratch {
  mkdirSync(join(root, KEPT), { recursive: true });
  const scratch = mkdtempSync(join(root, KEPT, `${name}-`));
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

/** Where nothing can be written, it is lost at once. */
export function remember(root: string, name: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    mkdirSync(join(root, KEPT), { recursive: true });
    writeFileSync(memoryOf(root, name), text);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
  }
}

export function forget(root: string, name: string): void {
  rmSync(memoryOf(root, name), { force: true });
}

function memoryOf(root: string, name: string): string {
  return join(root, KEPT, `${name}.json`);
}

/** Where a copy of somebody's work has a place of its own, below the root: the name, and the time behind it. */
export function placeForCopy(name: string): string {
  // A colon is no letter for a file name on Windows.
  return `${KEPT}/saved/${name}${new Date().toISOString().replaceAll(':', '-')}`;
}
