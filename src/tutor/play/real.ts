/** The same program in plain Node, on real time. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, strip } from './program/build.ts';
import { isScript } from './program/script.ts';

export interface Real {
  /** What it printed to stdout, each line with its real ms since the process was started. */
  readonly lines: readonly { readonly at: number; readonly text: string }[];
  readonly stderr: string;
  /** Null where it had to be ended. */
  readonly exitCode: number | null;
  readonly limit: Limit;
}

/** Real ms after which a program that has not ended is ended. */
export interface Limit {
  readonly ms: number;
  /** Whether these are the learner's: counted from the program's own beginning, as far as its lines tell. */
  readonly isAsked: boolean;
  /** When its first line is due, in ms since that beginning. */
  readonly firstLineAt?: number | undefined;
}

const PATIENCE: Limit = { ms: 20_000, isAsked: false };

/** Real ms that Node may take to begin. */
const START = 3000;

/** @param until the learner's limit, in ms */
export function limitOf(until: number | undefined, firstLineAt?: number): Limit {
  return until === undefined ? PATIENCE : { ms: until, isAsked: true, firstLineAt };
}

/** `250 ms`, `20 s`. */
export function sayLimit({ ms, isAsked }: Limit): string {
  return isAsked ? `${ms} ms` : `${ms / 1000} s`;
}

/** @throws {UnreadableError} */
export async function runReal(program: Program, limit: Limit = PATIENCE): Promise<Real> {
  // Node 20 reads no TypeScript. Types are all that is taken away.
  const isRead =
    program.text === undefined &&
    (Reflect.get(process.features, 'typescript') || /\.[cm]?js$/.test(program.file));
  if (isRead) return await runNode(program.file, limit);
  const folder = mkdtempSync(join(tmpdir(), 'learn-async-real-'));
  try {
    const file = join(folder, isScript(program) ? 'program.cjs' : 'program.mjs');
    writeFileSync(file, await strip(program));
    return await runNode(file, limit);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runNode(file: string, limit: Limit): Promise<Real> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let isEnded = false;
    const end = () => {
      isEnded = child.kill('SIGKILL');
    };
    let timer = setTimeout(end, limit.ms + (limit.isAsked ? START : 0));
    const lines: { at: number; text: string }[] = [];
    let [rest, stderr] = ['', ''];
    const started = performance.now();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const at = Math.round(performance.now() - started);
      if (lines.length === 0 && limit.firstLineAt !== undefined) {
        clearTimeout(timer);
        timer = setTimeout(end, limit.ms - limit.firstLineAt);
      }
      const all = (rest + text).split('\n');
      rest = all.pop() ?? '';
      lines.push(...all.map((line) => ({ at, text: line })));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      if (rest !== '') lines.push({ at: lines.at(-1)?.at ?? 0, text: rest });
      resolve({ lines, stderr, exitCode: isEnded ? null : exitCode, limit });
    });
  });
}
