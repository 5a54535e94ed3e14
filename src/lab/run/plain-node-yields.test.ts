/**
 * Who is let in when somebody gives way: the lab says the same as a bare process, on the Node at hand,
 * with real timers.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { observe } from '../index.ts';

/** Each is a function body that gives a way of giving way. */
const WAYS = {
  'await of a value': 'return async () => { await null; };',
  nextTick: 'return () => new Promise((resolve) => process.nextTick(resolve));',
  queueMicrotask: 'return () => new Promise((resolve) => queueMicrotask(() => resolve()));',
  'one MessageChannel for all': `
    const { port1, port2 } = new MessageChannel();
    port2.unref();
    return () => new Promise((resolve) => {
      port2.once('message', resolve);
      port1.postMessage(null);
    });`,
  'a new MessageChannel each time': `
    return () => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port2.once('message', () => { port2.close(); resolve(); });
      port1.postMessage(null);
    });`,
  setImmediate: 'return () => new Promise((resolve) => setImmediate(resolve));',
  'setTimeout of 0': 'return () => new Promise((resolve) => setTimeout(resolve, 0));',
} as const;

/** Works for ten slices of 10 ms, and counts how often a timer of 5 ms comes between them. */
const BEATS = `async (giveWay, burn) => {
  let beats = 0;
  const heartbeat = setInterval(() => beats++, 5);
  for (let slice = 0; slice < 10; slice++) {
    burn(10);
    await giveWay();
  }
  clearInterval(heartbeat);
  return beats;
}`;

type Beats = (giveWay: () => Promise<void>, burn: (ms: number) => void) => Promise<number>;

async function inTheLab(way: string): Promise<unknown> {
  const beats = new Function(`return ${BEATS}`)() as Beats;
  const trace = await observe(({ burn }) => beats(new Function(way)(), burn));
  return trace.outcome.kind === 'returned' ? trace.outcome.value : trace.outcome;
}

async function inPlainNode(way: string): Promise<number> {
  const program = `
    const burn = (ms) => { for (const end = performance.now() + ms; performance.now() < end; ); };
    setTimeout(async () => {
      console.log(await (${BEATS})((() => {${way}})(), burn));
      process.exit();
    }, 1);
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', program], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return Number(stdout);
}

/** A message that is sent before the first beat is due comes alone; from there on nobody comes through. */
const letsIn = (beats: unknown) => Number(beats) > 2;

test.each(Object.entries(WAYS))(
  '%s lets in the lab whom it lets in in plain Node',
  { retry: 3, timeout: 20_000 },
  async (name, way) => {
    const expected = /setImmediate|setTimeout|each time/.test(name);
    expect(letsIn(await inPlainNode(way))).toBe(expected);
    expect(letsIn(await inTheLab(way))).toBe(expected);
  },
);
