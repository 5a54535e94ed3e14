/**
 * The process in which a program runs: on virtual time, watched over, and with nothing of ours beside it.
 * It is started ahead, and told what to run by a message; what was seen of it goes into a file.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { watch } from '../../../lab/guard/watchdog.ts';
import { install } from '../../../lab/install.ts';
import { native } from '../../../lab/node/native.ts';
import { observe } from '../../../lab/run/observe.ts';
import type { Recorder as LabRecorder } from '../../../lab/scene/recorder.ts';
import { currentRun, leaveNodeItsTimers, type Run } from '../../../lab/time/run-context.ts';
import { say } from '../../../lab/trace/value.ts';
import { started } from '../../../start/started.mjs';
import { type Kind, type Main, prepare } from './begin.ts';
import { type Ending, endLike, lineStopped } from './ending.ts';
import { Recorder } from './recorder.ts';
import { tellTooMuch } from './too-much.ts';
import { watchCallbacks, watchTimers } from './watching/callbacks.ts';
import { watchErrors } from './watching/errors.ts';
import { captureOutput } from './watching/output.ts';
import { watchOwnClocks } from './watching/own-clock.ts';

/** What the process is told. Paths are absolute. */
export interface Order {
  /** As it was written, for `process.argv`. */
  readonly file: string;
  /** The module to run. */
  readonly module: string;
  /** A program, as Node would run it, or the first scene of a spec. */
  readonly kind: Kind;
  /** Its text. */
  readonly code: string;
  /** The folder in which it was called. */
  readonly cwd: string;
  /** Where to write what was seen. */
  readonly result: string;
  /** Virtual ms after which it is stopped. */
  readonly until?: number | undefined;
}

const { exit, disconnect } = process;

// This file is started as a command is, and has none in it.
started.hasRun = true;

process.once('message', (order: Order) => {
  // Not in the midst of the message: Node has more to do with the channel.
  setImmediate(() => {
    disconnect?.call(process);
    run(order).catch((error: unknown) => {
      console.error(error);
      exit.call(process, 1);
    });
  });
});

async function run({ file, kind, cwd, module, code, result, until }: Order): Promise<void> {
  const recorder = new Recorder(file);
  const isOwn = (callback: unknown) => typeof callback === 'function' && isIn(code, callback);
  watchCallbacks(() => recorder, isOwn);
  captureOutput(recorder);
  process.chdir(cwd);
  process.setSourceMapsEnabled(true);
  install({ learners: /[\\/]learn-async-play-[^\\/]*[\\/]/ });
  watch();
  leaveNodeItsTimers();
  process.argv.splice(1, process.argv.length, file);

  let isOver = false;
  const finish = (ending: Ending): never => {
    const end = endLike(ending, recorder, { file, module });
    // Who is told may call process.exit() again, or throw.
    if (!isOver) {
      isOver = true;
      try {
        process.emit('exit', end.exitCode);
      } catch (error) {
        recorder.die('throw', error);
        finish(ending);
      }
    }
    if (end.stopped !== undefined) recorder.stop(lineStopped(ending, { file, module }));
    writeFileSync(result, JSON.stringify(recorder.played(end)));
    // Whatever else it has open, or has changed of the ways to end.
    native.kill.call(process, process.pid, 'SIGKILL');
    throw new Error('The process has ended.');
  };
  process.exit = (exitCode) => finish({ exitAt: recorder.now(), exitCode });
  // The threads of a scene are on virtual time.
  if (kind !== 'scene') watchOwnClocks((starts) => finish({ starts }));

  const unreadable = (error: unknown) =>
    finish({ unreadable: say(error).replaceAll(module, file) });
  const begin = await load(module)
    .then((main) => prepare(kind, main))
    .catch(unreadable);
  if (typeof begin === 'string') return finish({ stopped: begin });
  const trace = await observe(async (lab) => {
    const { clock, unhandledErrors } = currentRun() as Run;
    const own = unhandledErrors as LabRecorder;
    recorder.now = () => Math.min(clock.now, until ?? Infinity);
    recorder.counted = () => `${own.io.length} ${clock.burnt}`;
    recorder.onTooMuch = () => finish({ stopped: tellTooMuch(recorder.steps) });
    clock.readingBurns = true;
    recorder.onStep = () => clock.burn(0);
    watchTimers(recorder, clock, isOwn, () => {
      if (until !== undefined && clock.now > until)
        finish({ stopped: `It was stopped at ${until} ms, as you asked.`, until });
    });
    watchErrors(recorder, own);
    recorder.queue.watch();
    recorder.work.watch();
    await begin(recorder, lab, own);
  });
  finish({ trace });
}

/** What it imports is loaded with it, in real time. */
async function load(module: string): Promise<Main> {
  return (await import(pathToFileURL(module).href)).default;
}

/** A callback that the program has written, or has named: `then(console.log)`. */
function isIn(code: string, callback: object): boolean {
  const source = Function.prototype.toString.call(callback);
  return source.endsWith('{ [native code] }')
    ? (callback as { name: string }).name !== ''
    : code.includes(source);
}
