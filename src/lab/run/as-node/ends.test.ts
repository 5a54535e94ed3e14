/** When a program ends: with nothing left that keeps the process alive, whatever else is set. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { observe } from '#lab';
import { linesOf } from '../../../testing/both-ways.ts';

type Program = (log: (line: string) => void) => unknown;

/** Each is a program of its own in Node, which logs until it ends; 13 says that it awaited what cannot come. */
const PROGRAMS: Readonly<Record<string, Program>> = {
  'a timeout': async () => new Promise<void>((resolve) => setTimeout(resolve, 20).unref()),
  'and one that keeps it alive for a while': async (log) => {
    setTimeout(() => log('first'), 10).unref();
    setTimeout(() => log('second'), 20);
    await new Promise<void>((resolve) => setTimeout(resolve, 50).unref());
    log('never');
  },
  'an interval, after the end of the program': (log) => {
    setInterval(() => log('beat'), 10).unref();
    setTimeout(() => log('over'), 25);
  },
  'a timeout, after the end of the program': (log) => {
    setTimeout(() => log('never'), 10).unref();
    log('over');
  },
  'an immediate': async (log) => {
    log('before');
    await new Promise<void>((resolve) => setImmediate(resolve).unref());
    log('never');
  },
  'a timeout that an immediate sets': async (log) => {
    await new Promise<void>((resolve) => setImmediate(resolve));
    log('before');
    await new Promise<void>((resolve) => setTimeout(resolve, 10).unref());
    log('never');
  },
  'an immediate beside another one': async (log) => {
    setImmediate(() => log('other'));
    await new Promise<void>((resolve) => setImmediate(resolve).unref());
    log('too');
  },
  'timers/promises': async (log) => {
    const timers = process.getBuiltinModule('node:timers/promises');
    log('before');
    await timers.setTimeout(10, undefined, { ref: false });
    log('never');
  },
  'an interval of timers/promises': async (log) => {
    const timers = process.getBuiltinModule('node:timers/promises');
    for await (const _ of timers.setInterval(10, undefined, { ref: false })) log('never');
  },
  'AbortSignal.timeout': async (log) => {
    await new Promise((resolve) => AbortSignal.timeout(10).addEventListener('abort', resolve));
    log('never');
  },
  'one that was told to keep it alive after all': async (log) => {
    await new Promise<void>((resolve) => setTimeout(resolve, 10).unref().ref());
    log('fired');
  },
  'one that comes due together with the last that keeps it alive': (log) => {
    setTimeout(() => log('first'), 10);
    setTimeout(() => log('second'), 10).unref();
    setTimeout(() => {
      log('third');
      setImmediate(() => log('never')).unref();
    }, 10);
  },
  'a port on which somebody listens': async (log) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', () => {});
    await new Promise<void>((resolve) => setTimeout(resolve, 10).unref());
    log('fired');
    port1.close();
  },
  'a port that is not to keep it alive': async (log) => {
    const { port2 } = new MessageChannel();
    port2.on('message', () => {});
    port2.unref();
    log('before');
    await new Promise<void>((resolve) => setTimeout(resolve, 10).unref());
    log('never');
  },
  'a promise that nothing settles': () => new Promise(() => {}),
};

async function inNode(program: Program): Promise<{ code: number; lines: string[] }> {
  const body = `await (${program})((line) => console.log(line));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', body], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const code = new Promise<number>((resolve) => child.on('exit', (exit) => resolve(exit ?? -1)));
  const printed = await text(child.stdout);
  return { code: await code, lines: printed.split('\n').filter(Boolean) };
}

async function inTheLab(program: Program): Promise<{ code: number; lines: string[] }> {
  const trace = await observe(({ log }) => program(log));
  const lines = linesOf(trace).filter((line) => line !== 'deadlock');
  return { code: trace.outcome.kind === 'deadlock' ? 13 : 0, lines: [...lines] };
}

test.each(Object.entries(PROGRAMS))('%s', { retry: 3, timeout: 20_000 }, async (_, program) => {
  expect(await inTheLab(program)).toEqual(await inNode(program));
});
