/**
 * The thread that watches over a worker. When the main thread's heart stops while a learner's code is
 * running, it attaches to it as a debugger does, finds the line, and ends what runs there.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';

/**
 * @type {{
 *   state: Int32Array, blocking: Uint8Array, learners: RegExp, parent: number, lastWords: string[],
 *   texts: { kept: string, hungry: string },
 * }}
 */
const { lastWords, state, blocking, learners, texts, parent } = workerData;
const [BEATS, DEBUGGED, OF_ONE_RUN, TEST, SILENCE, RESTS] = [0, 1, 2, 3, 4, 5];

/** Beats of the heart that a single run may take; vitest gives up before. */
const MOST_OF_ONE_RUN = 80;

const STUCK =
  'The specs could neither continue nor end. Did this code change something that they need, such as a global?';

/** How long code that was ended may take to come to its end, in ms. */
const LONGEST_END = 700;

/** Silence after which only the process is left to be ended, whatever keeps it from being ended otherwise. */
const LONGEST_SILENCE = 2800;

/** How often the heart is listened to, in ms. */
const EVERY = 100;

/** How long a pause may take to come, in ms: while Node's own code runs, none does. */
const PATIENCE = 250;

/** Pauses until one is in a line of a learner's. */
const LOOKS = 100;

/** Where the learner's code is waited for: in the scripts that were loaded last, and in so many places of each. */
const LATEST = 6;
const MOST_BREAKPOINTS = 60;

/** Bytes: of who takes as much without a beat is looked after at once, and who has as many in all is ended. */
const STARVING = 600 * 2 ** 20;
const MOST = 2.5 * 2 ** 30;

/** Shares of the silence after which code counts as stuck: what it must have worked, or how long to wait for that. */
const AT_WORK = 0.5;
const AT_MOST = 1.6;

const { rss } = process.memoryUsage;
let calm = rss();
let worked = process.cpuUsage();
let beats = -1;
let silentFor = 0;
let isBusy = false;
/** What will be said if the process has to end. */
let words = texts.kept;

setInterval(() => {
  if (!isThere(parent)) process.kill(process.pid, 'SIGKILL');
  if (Atomics.load(state, DEBUGGED) || Atomics.load(state, RESTS)) {
    silentFor = 0;
    return;
  }
  silentFor = Atomics.load(state, BEATS) === beats ? silentFor + EVERY : 0;
  beats = Atomics.load(state, BEATS);
  if (silentFor === 0) {
    calm = rss();
    worked = process.cpuUsage();
  }
  if (Atomics.load(state, OF_ONE_RUN) > MOST_OF_ONE_RUN) die(STUCK);
  // With so much more, V8 comes to its end before its time is up.
  if (rss() > MOST) die(texts.hungry);
  if (silentFor >= LONGEST_SILENCE) die(blockedBy() || words);
  if (isBusy || !(isStuck() || rss() - calm >= STARVING)) return;
  isBusy = true;
  stop()
    .catch(() => {})
    .finally(() => {
      isBusy = false;
    });
}, EVERY);

/** On a machine that is busy with others, time passes in which our code does not run. */
function isStuck() {
  const silence = Atomics.load(state, SILENCE);
  if (silentFor < silence) return false;
  const { user, system } = process.cpuUsage(worked);
  return (user + system) / 1000 >= AT_WORK * silence || silentFor >= AT_MOST * silence;
}

/** @param {number} pid */
function isThere(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function stop() {
  const before = Atomics.load(state, BEATS);
  const isSilent = () => Atomics.load(state, BEATS) === before;
  // V8 has been seen to give up when a debugger comes.
  say(blockedBy() || words);
  const debug = new Debugger(isSilent);
  try {
    if (!(await debug.findLearner(false))) return;
    // Twice, and no beat between: the machine may have been asleep, or busy with others.
    await wait(EVERY);
    const said = await debug.findLearner(true);
    debug.close();
    if (!said) return;
    words = said.text;
    await wait(LONGEST_END);
    // Where the code goes on in spite of all, only the process is left.
    if (isSilent()) die(words);
    words = texts.kept;
  } finally {
    unsay();
    debug.close();
  }
}

/** What is said of the call that blocks the thread; empty while none does. */
function blockedBy() {
  return new TextDecoder().decode(blocking.slice(0, blocking.indexOf(0)));
}

function die(text) {
  say(text);
  endChildren();
  process.kill(process.pid, 'SIGKILL');
}

/** Last words, which the main process reads when it finds this one dead. @param {string} text */
function say(text) {
  const words = JSON.stringify({ text, test: Atomics.load(state, TEST) });
  lastWords.some((file) => isWritten(file, words));
}

/** The process lives, and has no last words. */
function unsay() {
  for (const file of lastWords) rmSync(file, { force: true });
}

/** A program that our code has started, and perhaps waits for, would stay when we are gone. */
function endChildren() {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', `${process.pid}`, '/t', '/f']);
    return;
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const pairs = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const below = (/** @type {number} */ pid) =>
    pairs.filter(([, of]) => of === pid).flatMap(([child]) => [child, ...below(child)]);
  for (const pid of below(process.pid)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}

/** Where nothing can be written, it dies all the same. @param {string} file @param {string} words */
function isWritten(file, words) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, words);
    return true;
  } catch {
    return false;
  }
}

class Debugger {
  #isSilent;
  #session = new Session();
  #hasBreakpoints = false;
  /** @type {Map<string, string>} What each script is called, by its id. */
  #scripts = new Map();

  /** @param {() => boolean} isSilent whether it is still needed */
  constructor(isSilent) {
    this.#isSilent = isSilent;
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
   * @param {boolean} ends whether it is ended then
   * @returns {Promise<{ text: string } | boolean>} what the main thread says, when it is
   */
  async findLearner(ends) {
    await this.#post('Debugger.enable');
    await this.#post('Debugger.setBreakpointsActive', { active: false });
    let move = 'Debugger.pause';
    for (let look = 0; look < LOOKS && this.#isSilent(); look++) {
      const event = await this.#pause(move);
      if (!event) break;
      const frames = event.params.callFrames.map(({ functionName, location }) => ({
        url: this.#scripts.get(location.scriptId) ?? '',
        name: functionName,
        line: location.lineNumber + 1,
        column: location.columnNumber + 1,
      }));
      if (!learners.test(frames[0].url)) {
        // On to a line of the learner's own: an end in the midst of Node's or the lab's does harm.
        const isCalled = frames.some(({ url }) => learners.test(url));
        if (!isCalled) await this.#stopAtLearners();
        move = isCalled ? 'Debugger.stepOut' : 'Debugger.resume';
        continue;
      }
      await this.#post('Debugger.setBreakpointsActive', { active: false });
      const said = ends ? await this.#leave(frames) : true;
      await this.#post('Debugger.resume', { terminateOnResume: ends });
      return said;
    }
    await this.#post('Debugger.setBreakpointsActive', { active: false });
    return this.#measureLearner(ends);
  }

  /** Whatever else runs until then: a step takes ms, and hundreds of them may lie between. */
  async #stopAtLearners() {
    if (!this.#hasBreakpoints) {
      this.#hasBreakpoints = true;
      const ids = [...this.#scripts.keys()].filter((id) => learners.test(this.#scripts.get(id)));
      for (const scriptId of ids.slice(-LATEST)) {
        const start = { scriptId, lineNumber: 0, columnNumber: 0 };
        const { locations } = await this.#post('Debugger.getPossibleBreakpoints', { start });
        for (const location of locations.slice(0, MOST_BREAKPOINTS))
          await this.#post('Debugger.setBreakpoint', { location });
      }
    }
    await this.#post('Debugger.setBreakpointsActive', { active: true });
  }

  async #pause(how) {
    const paused = new Promise((resolve) => this.#session.once('Debugger.paused', resolve));
    await this.#post(how);
    return Promise.race([paused, wait(PATIENCE)]);
  }

  /** Node's own code never pauses (a regular expression, a sort); who called it can still be measured. */
  async #measureLearner(ends) {
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
    if (!ends) return true;
    // The innermost comes last here.
    const said = await this.#leave(frames.reverse());
    await this.#post('Runtime.terminateExecution');
    return said;
  }

  /** What is about to be ended leaves something behind, and its owner has to know. */
  async #leave(frames) {
    const expression = `globalThis[Symbol.for('learn-async')].watchdog.leave(${JSON.stringify(frames)})`;
    const { exceptionDetails, result } = await this.#post('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    // Nobody can take the failure. Here the code stands still: once it goes on, its tests could pass before the end.
    if (!result.value.isOwned) die(result.value.text);
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
