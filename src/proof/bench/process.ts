/** Runs a command as npm would, and measures it from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { peakIn } from './peak.ts';

export interface Ran {
  /** From its start to its end. */
  readonly seconds: number;
  /** At the peak, of all its processes together. */
  readonly mebibytes: number;
  readonly stdout: string;
}

const FLOOR = join(import.meta.dirname, 'floor.mjs');
const MEMORY = pathToFileURL(join(import.meta.dirname, 'memory.mjs')).href;

/** What runs one of a course's own commands: `commandOf(root, 'tutor/test')`. */
export function commandOf(root: string, command: string, ...args: string[]): string[] {
  return [join(root, 'src', 'start', 'start.mjs'), command, ...args];
}

export function floorOf(root: string, ...args: string[]): string[] {
  return [FLOOR, root, ...args];
}

/**
 * @param args of Node
 * @param shows what it has to print, or it did not do what was to be measured
 * @throws {Error} when it prints something else
 */
export async function run(args: readonly string[], root: string, shows: RegExp): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'learn-async-bench-'));
  const started = performance.now();
  const child = start(args, root, {
    LEARN_ASYNC_BENCH_MEMORY: folder,
    NODE_OPTIONS: `--import ${MEMORY}`,
  });
  const stdout = await printedBy(child);
  const seconds = (performance.now() - started) / 1000;
  const kibibytes = peakIn(folder);
  rmSync(folder, { recursive: true });
  if (!shows.test(stdout))
    throw new Error(`${args.join(' ')} should print ${shows}; got ${stdout}`);
  return { seconds, mebibytes: kibibytes / 1024, stdout };
}

/** Nothing of a vitest around may reach it, and nothing of our terminal. */
export function start(
  args: readonly string[],
  root: string,
  more: Record<string, string> = {},
): ChildProcess {
  const outer = Object.entries(process.env).filter(
    ([name]) => !/^(VITE|TEST|NODE_ENV|FORCE_COLOR|NO_COLOR|LC_|LANG|TERM|COLUMNS|CI$)/.test(name),
  );
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...Object.fromEntries(outer), NO_COLOR: '1', LC_ALL: 'C.UTF-8', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function printedBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text) => {
        printed += text;
      });
    child.on('error', reject).on('close', () => resolve(printed));
  });
}
