/**
 * The thread that watches over a worker. When the main thread's heart stops while a learner's code is
 * running, it attaches to it as a debugger does, finds the line, and ends what runs there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';

/** @type {{ state: Int32Array, learners: RegExp, silence: number, memory: number, root: string }} */
const { root, state, learners, silence, memory } = workerData;
const [BEATS, DEBUGGED, OF_ONE_RUN] = [0, 1, 2];

/** Beats of the heart that a single run may take; vitest gives up before. */
const MOST_OF_ONE_RUN = 80;

const STUCK =
  'This code has changed what the specs themselves work with, so that they could neither go on nor end.';

/** How long code that was ended may take to come to its end, in ms. */
const LONGEST_END = 1000;

/** How often the heart is listened to, in ms. */
const EVERY = 100;

/** How long a pause may take to come, in ms: while Node's own code runs, none does. */
const PATIENCE = 250;

/** Steps that are taken to come to a line of a learner's. */
const LOOKS = 200;

const megabytes = () => process.memoryUsage.rss() / 2 ** 20;
let calm = megabytes();
let beats = -1;
let silentFor = 0;
let isBusy = false;

const isSilent = () => Atomics.load(state, BEATS) === beats;

setInterval(async () => {
  if (isBusy) return;
  silentFor = isSilent() ? silentFor + EVERY : 0;
  if (silentFor === 0) calm = megabytes();
  if (Atomics.load(state, OF_ONE_RUN) > MOST_OF_ONE_RUN && !Atomics.load(state, DEBUGGED))
    die(STUCK);
  beats = Atomics.load(state, BEATS);
  const why = megabytes() - calm > memory ? 'memory' : 'time';
  if ((why === 'time' && silentFor < silence) || Atomics.load(state, DEBUGGED)) return;
  isBusy = true;
  await stop(why).catch(() => {});
  silentFor = 0;
  isBusy = false;
}, EVERY);

/** @param {'time' | 'memory'} why */
async function stop(why) {
  const debug = new Debugger();
  try {
    if (!(await debug.findLearner())) return;
    // Twice, and no beat between: the machine may have been asleep, or busy with others.
    if (why === 'time') await wait(EVERY);
    const words = await debug.findLearner(why);
    debug.close();
    if (!words) return;
    // Where nobody can take the failure, or the code goes on in spite of all, only the process is left.
    if (words.isOwned) await wait(LONGEST_END);
    if (!words.isOwned || isSilent()) die(words.text);
  } finally {
    debug.close();
  }
}

function die(text) {
  const folder = join(root, '.learn-async');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'last-words.txt'), text);
  process.kill(process.pid, 'SIGKILL');
}

class Debugger {
  #session = new Session();
  /** @type {Map<string, string>} What each script is called, by its id. */
  #scripts = new Map();

  constructor() {
    this.#session.connectToMainThread();
    this.#session.on('Debugger.scriptParsed', ({ params }) =>
      this.#scripts.set(params.scriptId, params.url),
    );
  }

  close() {
    this.#session.disconnect();
  }

  /**
   * Whether the code that runs now is a learner's.
   *
   * @param {'time' | 'memory'} [why] given, the code is ended, and it is said why
   * @returns {Promise<{ text: string, isOwned: boolean } | boolean>} with a reason, what the main thread says
   */
  async findLearner(why) {
    await this.#post('Debugger.enable');
    let move = 'Debugger.pause';
    for (let look = 0; look < LOOKS && isSilent(); look++) {
      const event = await this.#pause(move);
      if (!event) return this.#measureLearner(why);
      const frames = event.params.callFrames.map(({ functionName, location }) => ({
        url: this.#scripts.get(location.scriptId) ?? '',
        name: functionName,
        line: location.lineNumber + 1,
        column: location.columnNumber + 1,
      }));
      if (!learners.test(frames[0].url)) {
        // On to a line of the learner's own: an end in the midst of Node's or the lab's does harm.
        const isCalled = frames.some(({ url }) => learners.test(url));
        move = isCalled ? 'Debugger.stepOut' : 'Debugger.stepInto';
        continue;
      }
      const words = why ? await this.#leave({ why, frames }) : true;
      await this.#post('Debugger.resume', { terminateOnResume: why !== undefined });
      return words;
    }
    return this.#measureLearner(why);
  }

  async #pause(how) {
    const paused = new Promise((resolve) => this.#session.once('Debugger.paused', resolve));
    await this.#post(how);
    return Promise.race([paused, wait(PATIENCE)]);
  }

  /** Node's own code never pauses (a regular expression, a sort); who called it can still be measured. */
  async #measureLearner(why) {
    await this.#post('Profiler.enable');
    await this.#post('Profiler.setSamplingInterval', { interval: 1000 });
    await this.#post('Profiler.start');
    await wait(30);
    const { profile } = await this.#post('Profiler.stop');
    const frames = profile.nodes.flatMap(({ callFrame, positionTicks = [] }) => {
      const url = this.#scripts.get(callFrame.scriptId) ?? '';
      if (!learners.test(url)) return [];
      const [most] = positionTicks.toSorted((a, b) => b.ticks - a.ticks);
      const line = most?.line ?? callFrame.lineNumber + 1;
      // A sample tells no column; the end of its line lies in the right line of the source.
      return { url, name: callFrame.functionName, line, column: 1000 };
    });
    if (frames.length === 0) return false;
    if (!why) return true;
    // The innermost comes last here.
    const words = await this.#leave({ why, frames: frames.reverse() });
    await this.#post('Runtime.terminateExecution');
    return words;
  }

  /** What is about to be ended leaves something behind, and its owner has to know, if it has one. */
  async #leave(finding) {
    const expression = `globalThis['learn-async.watchdog'](${JSON.stringify(finding)})`;
    const { exceptionDetails, result } = await this.#post('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }

  #post(method, params) {
    return new Promise((resolve, reject) => {
      this.#session.post(method, params, (error, result) =>
        error ? reject(error) : resolve(result),
      );
    });
  }
}
