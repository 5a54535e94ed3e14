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
}

/** Real ms after which a program that has not ended is ended. */
const PATIENCE = 20_000;

/** @throws {UnreadableError} */
export async function runReal(program: Program): Promise<Real> {
  // Node 20 reads no TypeScript. Types are all that is taken away.
  const isRead =
    program.text === undefined &&
    (Reflect.get(process.features, 'typescript') || /\.[cm]?js$/.test(program.file));
  if (isRead) return await runNode(program.file);
  const folder = mkdtempSync(join(tmpdir(), 'learn-async-real-'));
  try {
    const file = join(folder, isScript(program) ? 'program.cjs' : 'program.mjs');
    writeFileSync(file, await strip(program));
    return await runNode(file);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function runNode(file: string): Promise<Real> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file], {
      cwd: process.env.INIT_CWD ?? process.cwd(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: PATIENCE,
    });
    const lines: { at: number; text: string }[] = [];
    let [rest, stderr] = ['', ''];
    const started = performance.now();
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const at = Math.round(performance.now() - started);
      const all = (rest + text).split('\n');
      rest = all.pop() ?? '';
      lines.push(...all.map((line) => ({ at, text: line })));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      if (rest !== '') lines.push({ at: lines.at(-1)?.at ?? 0, text: rest });
      resolve({ lines, stderr, exitCode });
    });
  });
}
