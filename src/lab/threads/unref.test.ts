/** What keeps a program alive when its threads and processes are unref'd: the same programs in a bare Node and in the lab. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, observe, test } from '../index.ts';
import type { Command } from './child/command.ts';

interface Tools {
  readonly log: (line: unknown) => void;
  /** Starts a thread that runs this code, with `parentPort`, and with `start` for threads of its own. */
  readonly start: (code: string) => Worker;
  /** Starts one of the processes below. */
  readonly run: (name: keyof typeof PROCESSES, stdio: SpawnOptions['stdio']) => ChildProcess;
  readonly once: typeof once;
  readonly answer: (worker: Worker) => Promise<unknown>;
  /** A thread that posts 'soup' after 300 ms, and one that answers each message, and stays. */
  readonly SOUP: string;
  readonly STAYS: string;
}

const SOUP = `setTimeout(() => parentPort.postMessage('soup'), 300)`;
const STAYS = `parentPort.on('message', () => setTimeout(() => parentPort.postMessage('soup'), 300))`;

const PROCESSES = {
  says: {
    code: `setTimeout(() => console.log('hi'), 300)`,
    ours: async ({ out, sleep }) => {
      await sleep(300);
      await out('hi');
    },
  },
  closes: {
    code: `fs.closeSync(1); fs.closeSync(2); setTimeout(() => {}, 300)`,
    ours: async ({ close, sleep }) => {
      close();
      await sleep(300);
    },
  },
  writes: {
    code: `process.stdout.write('x'.repeat(200_000)); setTimeout(() => {}, 300)`,
    ours: async ({ out, sleep }) => {
      await out('x'.repeat(200_000));
      await sleep(300);
    },
  },
} satisfies Record<string, { code: string; ours: Command }>;

const programs: Record<string, (tools: Tools) => unknown> = {
  'a thread that is waited for': async ({ start, log, answer, SOUP }) => {
    const soup = answer(start(SOUP));
    log(await soup);
  },
  'one that is unref’d': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    log(await soup);
  },
  'one that is ref’d again': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    setImmediate(() => setImmediate(() => worker.ref()));
    log(await soup);
  },
  'one that is ref’d too late': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    setTimeout(() => worker.ref(), 100).unref();
    log(await soup);
  },
  'one that stays': async ({ start, log, answer, STAYS }) => {
    const worker = start(STAYS);
    const soup = answer(worker);
    worker.postMessage('go');
    worker.unref();
    log(await soup);
  },
  'the first message listener after it keeps the process alive': async ({
    start,
    log,
    answer,
    SOUP,
  }) => {
    const worker = start(SOUP);
    worker.unref();
    log(await answer(worker));
  },
  'and the second one does not': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    worker.on('message', () => {});
    worker.unref();
    log(await answer(worker));
  },
  'nor does one that has been removed': async ({ start, log, SOUP }) => {
    const worker = start(SOUP);
    const listen = () => {};
    worker.unref();
    worker.on('message', listen);
    worker.off('message', listen);
    await new Promise((resolve) => worker.on('exit', resolve));
    log('exit');
  },
  'nor a listener for something else': async ({ start, log, SOUP }) => {
    const worker = start(SOUP);
    worker.unref();
    await new Promise((resolve) => worker.on('exit', resolve));
    log('exit');
  },
  'one that is told to end': async ({ start, log, SOUP }) => {
    const worker = start(SOUP);
    worker.on('message', log);
    worker.unref();
    await worker.terminate();
    log('terminated');
  },
  'one that throws, and a message listener after it': async ({ start, log }) => {
    const worker = start(`setTimeout(() => { throw new Error('burnt'); }, 300)`);
    worker.unref();
    worker.on('message', log);
    await new Promise((resolve) => worker.on('error', resolve));
    log('error');
  },
  'a timer after its answer': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    setTimeout(() => log('timer'), 2000);
    log(await soup);
    await new Promise((resolve) => setTimeout(resolve, 3000));
  },
  'a timer before its answer': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    setTimeout(() => log('timer'), 20);
    log(await soup);
  },
  'an interval that keeps nothing alive either': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    setInterval(() => {}, 50).unref();
    log(await soup);
  },
  'another thread that is at work for longer': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    start('setTimeout(() => {}, 2000)');
    log(await soup);
  },
  'a port that somebody listens to': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    const { port1 } = new MessageChannel();
    port1.addEventListener('message', () => {});
    port1.start();
    log(await soup);
    port1.close();
  },
  'what is queued': async ({ start, log, answer, SOUP }) => {
    const worker = start(SOUP);
    const soup = answer(worker);
    worker.unref();
    queueMicrotask(() => log('microtask'));
    setImmediate(() => log('immediate'));
    log(await soup);
  },
  'a thread of a thread': async ({ start, log, SOUP }) => {
    const nest = `const inner = start(${JSON.stringify(SOUP)});
      inner.on('message', (message) => parentPort.postMessage(message));
      inner.unref();`;
    const worker = start(nest);
    worker.on('message', log);
    log(await new Promise((resolve) => worker.on('exit', resolve)));
  },
  'a process that is waited for': async ({ run, log, once }) => {
    log((await once(run('says', 'ignore'), 'close'))[0]);
  },
  'one without pipes that is unref’d': async ({ run, log, once }) => {
    const child = run('says', 'ignore');
    child.unref();
    log(await once(child, 'close'));
  },
  'one that is ref’d once more': async ({ run, log, once }) => {
    const child = run('says', 'ignore');
    child.unref();
    child.ref();
    log((await once(child, 'close'))[0]);
  },
  'an input that is open': async ({ run, log, once }) => {
    const child = run('says', ['pipe', 'ignore', 'ignore']);
    child.unref();
    log(await once(child, 'close'));
  },
  'pipes that are read, until it closes them': async ({ run, log, once }) => {
    const child = run('closes', ['ignore', 'pipe', 'pipe']);
    child.unref();
    child.stdout?.on('close', () => log('closed')).resume();
    child.stderr?.resume();
    log(await once(child, 'close'));
  },
  'pipes that are read, until its answer': async ({ run, log, once }) => {
    const child = run('says', ['ignore', 'pipe', 'pipe']);
    child.unref();
    child.stderr?.resume();
    const [data] = await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
    log(String(data).trim());
  },
  'pipes that nobody reads': async ({ run, log, once }) => {
    const child = run('says', ['ignore', 'pipe', 'pipe']);
    child.unref();
    log(await once(child, 'close'));
  },
  'a pipe that is full': async ({ run, log, once }) => {
    const child = run('writes', ['ignore', 'pipe', 'ignore']);
    child.unref();
    log(await once(child, 'close'));
  },
  'pipes that were destroyed': async ({ run, log, once }) => {
    const child = run('says', ['ignore', 'pipe', 'pipe']);
    child.unref();
    child.stdout?.destroy();
    child.stderr?.destroy();
    log(await once(child, 'close'));
  },
  'a timer until after its end': async ({ run, log, once }) => {
    const child = run('says', ['ignore', 'pipe', 'pipe']);
    child.unref();
    child.stdout?.on('data', (data) => log(String(data).trim()));
    child.stderr?.resume();
    const timer = setTimeout(() => {}, 3000);
    log((await once(child, 'close'))[0]);
    clearTimeout(timer);
  },
};

/** In plain Node: what it logs, and its exit code. */
async function inNode(program: (tools: Tools) => unknown): Promise<string[]> {
  const thread = `
    const { Worker, parentPort, workerData } = require('node:worker_threads');
    const start = (code) => new Worker(workerData.thread, { eval: true, execArgv: [], workerData: { ...workerData, code } });
    new Function('parentPort', 'start', workerData.code)(parentPort, start);`;
  const codes = Object.entries(PROCESSES).map(([name, { code }]) => [name, code]);
  const text = `
    import { spawn } from 'node:child_process';
    import { once } from 'node:events';
    import { writeSync } from 'node:fs';
    import { Worker } from 'node:worker_threads';
    const thread = ${JSON.stringify(thread)};
    const codes = ${JSON.stringify(Object.fromEntries(codes))};
    const start = (code) => new Worker(thread, { eval: true, execArgv: [], workerData: { thread, code } });
    const run = (name, stdio) => spawn(process.execPath, ['-e', codes[name]], { stdio });
    const answer = (worker) => new Promise((resolve) => worker.on('message', resolve));
    const log = (line) => writeSync(1, line + '\\n');
    const [SOUP, STAYS] = ${JSON.stringify([SOUP, STAYS])};
    await (${program})({ log, start, run, once, answer, SOUP, STAYS });
    writeSync(1, 'over\\n');
    process.exit();`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', text], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    printed += data;
  });
  const [code] = await once(child, 'close');
  return [...printed.split('\n').filter(Boolean), `code ${code}`];
}

async function inTheLab(program: (tools: Tools) => unknown): Promise<string[]> {
  const lines: string[] = [];
  const log = (line: unknown) => void lines.push(String(line));
  const trace = await observe(
    async (lab) => {
      const file = lab.program('cook', ({ parentPort, workerData }) =>
        new Function('parentPort', 'start', String(workerData))(parentPort, start),
      );
      const start = (code: string) => new Worker(file, { workerData: code });
      for (const [name, { ours }] of Object.entries(PROCESSES)) lab.command(name, ours);
      const run: Tools['run'] = (name, stdio = 'pipe') => spawn(name, [], { stdio });
      const answer = (worker: Worker) => new Promise((resolve) => worker.on('message', resolve));
      await program({ log, start, run, once, answer, SOUP, STAYS });
      log('over');
    },
    { mayLeave: ['thread', 'work', 'timer', 'port'] },
  );
  return [...lines, `code ${trace.outcome.kind === 'deadlock' ? 13 : 0}`];
}

// What a real system does first differs on a busy machine; a real difference comes again.
for (const [name, program] of Object.entries(programs))
  test(name, { retry: 3, timeout: 20_000 }, async () => {
    expect(await inTheLab(program)).toEqual(await inNode(program));
  });
