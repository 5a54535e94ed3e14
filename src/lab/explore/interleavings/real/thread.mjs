/** A real thread that runs one body of a scene, and takes each step in shared memory only when it is told to. */
import { parentPort, workerData } from 'node:worker_threads';
import * as at from './protocol.mjs';

/** @type {{ control: Int32Array, shared: SharedArrayBuffer, place: number, kata: string, locks: number[], body: string, said: Int32Array }} */
const { control, shared, place, kata, locks, body, said } = workerData;
const { load, store, wait, notify } = Atomics;
const natives = Object.fromEntries(at.OPERATIONS.map((kind) => [kind, Atomics[kind]]));
const base = place * at.CELLS;
const cells = new Int32Array(shared);

/** @param {number} state */
function say(state) {
  store(control, base + at.STATE, state);
  notify(control, base + at.STATE);
}

function awaitOrder() {
  while (load(control, base + at.ORDER) === at.ORDERS.none)
    wait(control, base + at.ORDER, at.ORDERS.none);
  store(control, base + at.ORDER, at.ORDERS.none);
}

/** @param {string} kind @param {number} cell @param {(number | undefined)[]} operands */
function step(kind, cell, operands) {
  control[base + at.KIND] = at.KINDS.indexOf(kind);
  control[base + at.CELL] = cell;
  control[base + at.COUNT] = operands.length;
  for (const [i, operand] of operands.entries())
    control[base + at.OPERANDS + i] = operand === undefined ? at.NONE : operand;
  say(at.STATES.atStep);
  awaitOrder();
  if (kind === 'wait') return control[base + at.RESULT] === 0 ? 'ok' : 'not-equal';
  // Who sleeps is held back by the other side, so it counts whom this wakes.
  if (kind === 'notify') return control[base + at.RESULT];
  const result = perform(kind, cell, operands);
  control[base + at.RESULT] = result ?? at.NONE;
  return result;
}

/** On the real memory, by this thread. @param {string} kind @param {number} cell @param {(number | undefined)[]} operands */
function perform(kind, cell, operands) {
  if (kind === 'read') return cells[cell];
  if (kind === 'take' || kind === 'try')
    return natives.compareExchange(cells, cell, 0, operands[0]) === 0 ? 1 : 0;
  if (kind === 'release')
    return natives.compareExchange(cells, cell, operands[0], 0) === operands[0] ? 1 : 0;
  if (kind !== 'write') return natives[kind](cells, cell, ...operands);
  cells[cell] = /** @type {number} */ (operands[0]);
  return undefined;
}

for (const kind of at.OPERATIONS)
  Atomics[kind] = (array, cell, ...operands) =>
    array === memory ? step(kind, Number(cell), operands) : natives[kind](array, cell, ...operands);

const isCell = (key) => typeof key === 'string' && /^\d+$/.test(key);

const memory = new Proxy(cells, {
  get: (target, key) => {
    if (isCell(key)) return step('read', Number(key), []);
    const value = Reflect.get(target, key, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
  set: (_, key, value) => {
    step('write', Number(key), [value | 0]);
    return true;
  },
});

/** The locks of the scene. */
const held = locks.map((cell) => {
  const ofThis = (kind) => step(kind, cell, [place + 1]) === 1;
  return {
    lock: () => void ofThis('take'),
    tryLock: () => ofThis('try'),
    unlock: () => {
      if (!ofThis('release')) throw new Error('unlock() of a lock that this thread does not have');
    },
  };
});

/** @param {unknown} value */
function tell(value) {
  const text = JSON.stringify(value) ?? 'undefined';
  said[0] = text.length;
  for (let i = 0; i < text.length && i + 1 < said.length; i++) said[i + 1] = text.charCodeAt(i);
}

// biome-ignore lint/security/noGlobalEval: it is the learner's own code, which runs in the process itself, too
const evaluate = globalThis.eval;

for (const name of ['log', 'info', 'debug', 'warn', 'error']) console[name] = () => {};
parentPort?.unref();
say(at.STATES.ready);
awaitOrder();
try {
  const run = evaluate(`(${body})`);
  tell(run(evaluate(kata), memory, held));
  say(at.STATES.done);
} catch (error) {
  tell(String(error));
  say(at.STATES.threw);
}
