/** A program that is measured from outside: to its end, or to what it prints. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bareEnvironment } from '../../command/spawn.ts';
import { HOME } from '../../course/home.ts';
import { createScratch } from '../../course/keep.ts';
import { peakIn } from './figures.ts';

const MEMORY = pathToFileURL(join(import.meta.dirname, 'memory.mjs')).href;

/** So many ms without what is awaited mean that it will never come. */
const PATIENCE = 120_000;

/** One of a course's own commands: `commandOf(root, 'tutor/test')`. */
export function commandOf(root: string, command: string, ...args: string[]): string[] {
  return [join(root, 'src', 'start', 'start.mjs'), command, ...args];
}

export function floorOf(root: string, ...args: string[]): string[] {
  return [join(import.meta.dirname, 'floor.mjs'), root, ...args];
}

export class Program {
  readonly ended: Promise<unknown>;
  readonly #child;
  #printed = '';

  /** @param args of Node */
  constructor(args: readonly string[], root: string, env: Record<string, string> = {}) {
    this.#child = spawn(process.execPath, args, {
      cwd: root,
      env: bareEnvironment({ NO_COLOR: '1', LC_ALL: 'C.UTF-8', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.#child, 'close');
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (text) => {
        this.#printed += text;
      });
  }

  /**
   * Waits until it has printed these words.
   *
   * @returns all that it has printed
   * @throws {Error} when it ends before, or takes too long
   */
  async shows(words: RegExp): Promise<string> {
    const late = once(AbortSignal.timeout(PATIENCE), 'abort');
    const over = Promise.race([this.ended, late]).then(() => true);
    while (!words.test(this.#printed))
      if (await Promise.race([over, once(this.#child.stdout, 'data').then(() => false)]))
        throw new Error(`It should print ${words}; got ${this.#printed}`);
    return this.#printed;
  }

  /** @returns seconds from what is done until it has printed these words again */
  async answers(act: () => void, words: RegExp): Promise<number> {
    this.#printed = '';
    const started = performance.now();
    act();
    await this.shows(words);
    return (performance.now() - started) / 1000;
  }

  async end(): Promise<void> {
    this.#child.kill();
    await this.ended;
  }
}

/**
 * @param args of Node
 * @param shows what it has to print, or it did not do what was to be measured
 * @returns seconds from its start to its end, and MiB at the peak of all its processes together
 */
export async function run(args: readonly string[], root: string, shows: RegExp) {
  const scratch = createScratch(HOME, 'bench');
  const notes = join(scratch.root, 'memory');
  writeFileSync(notes, '');
  const env = { LEARN_ASYNC_BENCH_MEMORY: notes, NODE_OPTIONS: `--import ${MEMORY}` };
  const started = performance.now();
  const program = new Program(args, root, env);
  await program.ended;
  const seconds = (performance.now() - started) / 1000;
  const memory = peakIn(readFileSync(notes, 'utf8')) / 2 ** 20;
  scratch.remove();
  return { seconds, memory, printed: await program.shows(shows) };
}
