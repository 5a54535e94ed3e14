/** What a failure says of real I/O and of a blocked thread, by name. */
import * as child_process from 'node:child_process';
import * as crypto from 'node:crypto';
import * as dns from 'node:dns';
import * as fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as http from 'node:http';
import * as net from 'node:net';
import * as readline from 'node:readline';
import { Readable } from 'node:stream';
import { isDeepStrictEqual, promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import * as zlib from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { observe } from '#lab';
import { comesToAnEnd } from '../ending.ts';
import { toLog } from '../lines.ts';
import { toTake } from '../time.ts';
import { told } from './tell.ts';

const { execFileSync, spawnSync } = child_process;
const processes = { execFileSync, spawnSync };

const file = import.meta.filename;
const cells = () => new Int32Array(new SharedArrayBuffer(4));

/** Real I/O may be done before anybody has looked, on a machine that is busy with other things. */
const PERHAPS_DONE = { retry: 5 };

/** It takes what comes, and never says anything. */
const silent = net.createServer(() => {}).listen(0);
const port = () => (silent.address() as net.AddressInfo).port;
afterAll(() => void silent.close());

const { stdin } = process;

type Calls = Readonly<Record<string, (done: () => void) => unknown>>;

/** Each is ended by hand, after the run: real I/O would go on in the next one. */
const endings: (() => unknown)[] = [];
const ended = <T extends object>(one: T): T => {
  endings.push(() => {
    for (const way of ['terminate', 'kill', 'destroy', 'close'] as const)
      if (way in one) return (one as Record<typeof way, () => unknown>)[way]();
    return undefined;
  });
  return one;
};

const CALLS: Calls = {
  'fs.readFile': (done) => fs.readFile(file, done),
  'fs.promises.readFile': () => readFile(file),
  'fs.stat': () => promisify(fs.stat)(file),
  'fs.createReadStream': (done) => fs.createReadStream(file).on('end', done).resume(),
  'crypto.pbkdf2': (done) => crypto.pbkdf2('a', 'b', 1000, 8, 'sha1', done),
  'crypto.scrypt': () => promisify(crypto.scrypt)('a', 'b', 8),
  'crypto.subtle.digest': () => globalThis.crypto.subtle.digest('SHA-1', new Uint8Array(8)),
  'zlib.gzip': (done) => zlib.gzip('text', done),
  'dns.lookup': (done) => dns.lookup('localhost', done),
  'net.createServer': (done) => ended(net.createServer(done).listen(0)),
  'net.connect': (done) => ended(net.connect(port()).on('data', done)),
  'http.createServer': (done) => ended(http.createServer(done).listen(0)),
  'http.get': (done) => ended(http.get({ port: port() }, done).on('error', () => {})),
  'child_process.exec': (done) =>
    ended(child_process.exec(`"${process.execPath}" --version`, done)),
  'child_process.spawn': (done) =>
    ended(child_process.spawn(process.execPath, ['--version'])).on('close', done),
  'new Worker': (done) => ended(new Worker('', { eval: true })).on('exit', done),
  'WebAssembly.compile': () => {
    const { compile } = Reflect.get(globalThis, 'WebAssembly');
    return compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  },
  'Atomics.waitAsync': () =>
    (Reflect.get(Atomics, 'waitAsync') as (...args: unknown[]) => { value: unknown })(
      cells(),
      0,
      0,
      5,
    ).value,
  'process.stdin': (done) => {
    ended({ close: () => stdin.pause() });
    process.stdin.once('data', done);
  },
  'readline.createInterface': (done) =>
    ended(readline.createInterface({ input: stdin })).on('line', done),
};

describe('waiting for', () => {
  test.each(Object.entries(CALLS))('%s is told by name', PERHAPS_DONE, async (name, call) => {
    const trace = await observe(
      () =>
        new Promise<void>((resolve) => {
          const result = call(() => resolve());
          if (typeof (result as PromiseLike<unknown>)?.then === 'function')
            void (result as PromiseLike<unknown>).then(() => resolve());
        }),
    );
    for (const end of endings.splice(0)) await end();
    expect(comesToAnEnd(trace)?.fact).toBe(
      `Deadlock at 0 ms: the promise is still pending. Your code ${name === 'process.stdin' ? 'used' : 'called'} '${name}' at 0 ms. That needs real time, and the clock of a test is virtual: it does not wait for real I/O, processes or threads. Use the functions that the test passes in.`,
    );
  });
});

test('fetch is told in whatever failure it ends', async () => {
  const trace = await observe(() => fetch('http://127.0.0.1:65000').catch(() => {}));
  const breach = toTake(trace, -1) ?? { fact: '' };
  expect(told(trace, breach).paragraphs[1]).toMatch(/^Your code called 'fetch' at 0 ms\. /);
});

test('what nobody names is told by its kind', async () => {
  const { FSReqCallback, stat } = (
    process as never as { binding: (name: string) => never }
  ).binding('fs') as {
    FSReqCallback: new (isBigInt: boolean) => { oncomplete: () => void };
    stat: (...args: unknown[]) => void;
  };
  const trace = await observe(
    () =>
      new Promise<void>((resolve) => {
        const request = new FSReqCallback(false);
        request.oncomplete = () => resolve();
        stat(file, false, request);
      }),
  );
  expect(comesToAnEnd(trace)?.fact).toContain(
    'There is real I/O in flight (a file). That needs real time',
  );
});

test('code of no run is nobody’s business', async () => {
  const reading = promisify(fs.readFile)(file);
  const trace = await observe(({ sleep }) => sleep(10));
  expect(trace.io).toEqual([]);
  expect((await reading).length).toBeGreaterThan(0);
});

test('what is done when it returns, or comes from memory, needs no real time', async () => {
  const trace = await observe(async () => {
    crypto.randomBytes(8);
    crypto.createHash('sha256').update('text').digest();
    fs.readFileSync(file);
    const lines: string[] = [];
    for await (const line of readline.createInterface({ input: Readable.from(['one\n', 'two\n']) }))
      lines.push(line);
    return lines;
  });
  expect([trace.outcome.kind, trace.io]).toEqual(['returned', []]);
});

test('a run that waits for real I/O while it polls is told of it, however long it took', async () => {
  const trace = await observe(async ({ sleep }) => {
    let isRead = false;
    void readFile(file).then(() => {
      isRead = true;
    });
    while (!isRead) await sleep(1000);
  });
  const breach = toTake(trace, 5);
  expect(breach?.fact).toMatch(/^It took \d+ ms; expected 5 ms.$/);
  expect(told(trace, breach as never).paragraphs[1]).toMatch(
    /^Your code called 'fs.promises.readFile' at 0 ms\. /,
  );
});

describe('a thread that is blocked', () => {
  const beside = (block: () => unknown) =>
    observe(async ({ job, log }) => {
      const reading = job('page', 5)().then(log);
      block();
      log('over');
      await reading;
    });

  test('Atomics.wait takes its time on the virtual clock, and is told', async () => {
    let state = '';
    const trace = await beside(() => {
      state = Atomics.wait(cells(), 0, 0, 30);
    });
    expect([state, Atomics.wait(cells(), 0, 1, 30)]).toEqual(['timed-out', 'not-equal']);
    const breach = toLog(trace, [5, 'PAGE'], [30, 'over']);
    expect(told(trace, breach as never).paragraphs).toMatchInlineSnapshot(`
      [
        "It logged 'over' at 30 ms; expected 'PAGE' at 5 ms.",
        "'Atomics.wait' blocked the thread from 0 to 30 ms. Nothing else can run meanwhile, not even a timer.",
        "Before this line, 'Atomics.wait' ended at 30 ms.",
      ]
    `);
    expect(trace.silences).toEqual([[0, 30]]);
  });

  test.each(['execSync', 'execFileSync', 'spawnSync'] as const)('%s is told', async (name) => {
    const trace = await beside(() =>
      name === 'execSync'
        ? child_process.execSync(`"${process.execPath}" --version`)
        : processes[name](process.execPath, ['--version']),
    );
    const breach = toLog(trace, [5, 'PAGE'], [30, 'over']);
    expect(told(trace, breach as never).paragraphs[1]).toBe(
      `'child_process.${name}' blocked the thread at 0 ms, until its program had ended (that counts as 100 ms). Nothing else can run meanwhile, not even a timer.`,
    );
  });
});

describe('a timer that was taken for a promise', () => {
  const saidOf = async (wait: () => unknown) => {
    const trace = await observe(async () => {
      await wait();
    });
    return told(trace, toTake(trace, 99) as never).paragraphs.slice(1);
  };

  test.each([
    ['A Timeout', 'setTimeout', () => setTimeout(() => {}, 50)],
    ['A Timeout', 'setInterval', () => setInterval(() => {}, 50)],
    ['An Immediate', 'setImmediate', () => setImmediate(() => {})],
  ])('%s of %s is named', async (what, maker, wait) => {
    expect(await saidOf(wait)).toEqual([
      `${what} object was taken for a promise. ${maker} returns it, and 'await' does not wait for it.`,
    ]);
  });

  test('what a callback returns is not', async () => {
    const said = await saidOf(() =>
      Promise.resolve().then(() => {
        return setTimeout(() => {}, 50);
      }),
    );
    expect(said.join()).not.toContain('object was taken for a promise');
  });

  test('one that is only kept, compared or cleared is not', async () => {
    const said = await saidOf(() => {
      const timer = setTimeout(() => {}, 50);
      const isKept = [timer].includes(timer) && isDeepStrictEqual({ timer }, { timer });
      if (isKept) clearTimeout(timer);
    });
    expect(said.join()).not.toContain('object was taken for a promise');
  });
});
