/** The lab without vitest, and what becomes of a process that has it. */
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { traceAsText } from '../proof/flaky/trace-as-text.ts';
import { createCourse } from '../testing/miniature.ts';
import { inPlainNode } from '../testing/plain-node.ts';
import { install } from './install.ts';
import { observe } from './run/observe.ts';
import type { Lab } from './scene/scenario.ts';

install();

const LAB = import.meta.dirname;

/** What is written with vitest, and its own tests. */
const OF_VITEST = /^(index|test|matchers|judging)\.ts$|patience\.ts$|\.test\.ts$|-thread\.mjs$/;

const urlOf = (...names: string[]) => pathToFileURL(join(LAB, ...names)).href;

const importable = readdirSync(LAB, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.m?ts$/.test(name) && !OF_VITEST.test(name))
  .map((name) => urlOf(name));

/** Something of everything, in text, so that a bare process can be given it. */
const SCENE = `async ({ job, sleep, log, at, burn, controller, call }) => {
  const { signal } = controller();
  at(15, () => log('bell'), 'bell rings');
  const timer = setTimeout(() => log('never'), 30);
  setTimeout(() => clearTimeout(timer), 20);
  setImmediate(() => log('immediate at ' + Date.now() + ' ' + performance.now()));
  const nowhere = (message) => Object.assign(new Error(message), { stack: '' });
  process.nextTick(() => { throw nowhere('in a tick'); });
  Promise.reject(nowhere('unhandled'));
  const failing = job('b', 20, { fails: true })();
  await call('all', () => Promise.allSettled([job('a', 30)(signal), sleep(5)]));
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => { port2.once('message', resolve); port1.postMessage(null); });
  port1.close();
  burn(12);
  await failing.catch(() => {});
}`;

const inVitest = async () =>
  traceAsText({
    ...(await observe(new Function(`return ${SCENE}`)() as (lab: Lab) => unknown)),
    // What strips the types of a program sends messages too, from another thread.
    messages: [],
  });

const INTERESTING = `[
  globalThis, process, process.env, performance, console, Error,
  ...['Object', 'Function', 'Array', 'Promise', 'Map', 'Set', 'Date', 'Reflect', 'AbortSignal', 'MessagePort']
    .map((name) => globalThis[name]).flatMap((it) => (it.prototype ? [it, it.prototype] : [it])),
  ...['timers', 'timers/promises', 'perf_hooks', 'worker_threads', 'async_hooks']
    .map((name) => process.getBuiltinModule('node:' + name)),
]`;

test('to import any part of it changes nothing', async () => {
  const program = `
    let threads = 0;
    const { Worker } = await import('node:worker_threads');
    // Node 20 has one of its own for what reads our TypeScript.
    process.on('worker', (worker) => worker.constructor === Worker && threads++);
    // What Node puts in place when somebody first asks for it is no change.
    const isOurs = (key) => key === Symbol.for('learn-async');
    const read = () => ${INTERESTING}.map((it) => {
      for (const key of Reflect.ownKeys(it)) try { it[key]; } catch {}
      return Reflect.ownKeys(it).filter((key) => !isOurs(key)).map((key) => {
        const { get, set, value } = Object.getOwnPropertyDescriptor(it, key);
        return [key, get, set, it === process && key === '_events' ? undefined : value];
      });
    });
    const listening = () => process.eventNames().map((name) => [name, process.listenerCount(name)]);
    await Promise.all(['node:inspector', 'node:module', 'node:util'].map((name) => import(name)));
    read();
    const [before, heard] = [read(), JSON.stringify(listening())];
    for (const url of process.argv.slice(1)) await import(url);
    const after = read();
    const changed = before.flatMap((was, i) => {
      const is = new Map(after[i].map(([key, ...parts]) => [key, parts]));
      const gone = was.filter(([key, ...parts]) => !parts.every((part, k) => Object.is(part, is.get(key)?.[k])));
      return [...gone.map(([key]) => String(key)), ...(is.size === was.length ? [] : ['number of keys'])];
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    console.log(JSON.stringify({ changed, threads, listens: JSON.stringify(listening()) !== heard }));
  `;
  expect(importable.length).toBeGreaterThan(40);
  const told = JSON.parse(await inPlainNode(program, ...importable));
  expect(told).toEqual({ changed: [], threads: 0, listens: false });
});

test('a run is observed in plain Node as in vitest, and the process ends by itself', async () => {
  const program = `
    const [{ install }, { observe }, { traceAsText }] = await Promise.all(process.argv.slice(1).map((url) => import(url)));
    install();
    console.log(traceAsText({ ...(await observe(${SCENE})), messages: [] }));
  `;
  const asText = urlOf('..', 'proof', 'flaky', 'trace-as-text.ts');
  const printed = await inPlainNode(
    program,
    urlOf('install.ts'),
    urlOf('run', 'observe.ts'),
    asText,
  );
  expect(printed).toBe(`${await inVitest()}\n`);
});

test('a second copy of the lab finds the process ready, and its runs are seen as well', async () => {
  const { root, remove } = createCourse({});
  for (const room of ['lab', 'text'])
    cpSync(join(LAB, '..', room), join(root, 'src', room), { recursive: true });
  const copy = (name: string) => pathToFileURL(join(root, 'src', 'lab', ...name.split('/'))).href;
  const program = `
    const [first, { traceAsText }, second, { observe }] = await Promise.all(process.argv.slice(1).map((url) => import(url)));
    first.install();
    const kept = [setTimeout, process.emit, process.env, Object.freeze];
    second.install();
    const isSame = [setTimeout, process.emit, process.env, Object.freeze].every((it, i) => it === kept[i]);
    console.log(isSame ? traceAsText({ ...(await observe(${SCENE})), messages: [] }) : 'installed twice');
  `;
  const urls = [
    urlOf('install.ts'),
    urlOf('..', 'proof', 'flaky', 'trace-as-text.ts'),
    copy('install.ts'),
    copy('run/observe.ts'),
  ];
  try {
    expect(await inPlainNode(program, ...urls)).toBe(`${await inVitest()}\n`);
  } finally {
    remove();
  }
});
