/** The same small programs on a thread of Node's and on one of ours: the same events in the same order. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { expect, observe, test } from '../index.ts';
import { native } from '../node/native.ts';

interface Pair {
  /** What the thread runs, with `parentPort`, `process`, and `loop` that never ends. */
  readonly code: string;
  /** What the main thread does with it. */
  readonly act?: (worker: Worker, log: (line: string) => void) => void;
}

const LOOP = 'loop();';

const posting =
  (...messages: number[]) =>
  (worker: Worker) => {
    for (const message of messages) worker.postMessage(message);
  };

const pairs: Record<string, Pair> = {
  'a message': { code: 'parentPort.postMessage(1)' },
  'nothing at all': { code: '' },
  'an exit code, and what comes after it': {
    code: 'parentPort.postMessage(1); process.exit(3); parentPort.postMessage(9)',
  },
  'an exit in a function that catches': {
    code: 'try { process.exit(3) } catch { parentPort.postMessage(9) }',
  },
  'an error of a class of its own': {
    code: "class Burnt extends Error {}; throw new Burnt('soup')",
  },
  'an error with a name and a code of its own': {
    code: "class Burnt extends Error { name = 'Burnt'; code = 'E_BURNT'; stir() {} }; throw new Burnt('soup')",
  },
  'an error whose parts cannot be copied': {
    code: "throw Object.assign(new Error('soup'), { name: 'Burnt', stir() {}, pan: { heat() {} } })",
  },
  'an error that tells a function': {
    code: "throw Object.assign(new Error('soup'), { name: 'Burnt', stir() {} })",
  },
  'a text as an error': { code: "throw 'soup'" },
  'a RangeError': { code: "throw new RangeError('soup')" },
  'a function as an error': { code: 'throw () => {}' },
  'a rejection': { code: "Promise.reject(new TypeError('y'))" },
  'a rejection, and a timer that comes too late': {
    code: "setTimeout(() => parentPort.postMessage('late'), 60_000); Promise.reject(new TypeError('y'))",
  },
  'a rejection that is handled in the same turn': {
    code: "const p = Promise.reject(1); p.catch(() => parentPort.postMessage('caught'))",
  },
  'an error in a timer': { code: "setTimeout(() => { throw new Error('late') }, 5)" },
  'an end from outside, in a loop': {
    code: `parentPort.postMessage('up'); ${LOOP}`,
    act: (worker, log) =>
      worker.on('message', () => worker.terminate().then((code) => log(`terminated ${code}`))),
  },
  'an end from outside, twice and after the end': {
    code: LOOP,
    act: (worker, log) =>
      worker.once('online', async () => {
        const [a, b] = [worker.terminate(), worker.terminate()];
        log(`first ${await a}`);
        log(`second ${await b}`);
        log(`third ${await worker.terminate()}`);
      }),
  },
  'messages before an end': {
    code: `parentPort.once('message', () => { for (let i = 0; i < 3; i++) parentPort.postMessage(i); ${LOOP} })`,
    act: (worker) => {
      worker.postMessage('go');
      worker.on('message', (message) => message === 0 && worker.terminate());
    },
  },
  'a listener keeps it, and a closed port does not': {
    code: 'parentPort.on("message", (m) => { parentPort.postMessage(m * 2); if (m === 2) parentPort.close(); })',
    act: posting(1, 2, 3),
  },
  'a message that nobody reads': { code: '', act: (worker) => worker.postMessage(1) },
  'a message after the end': {
    code: '',
    act: (worker, log) =>
      worker.on('exit', () => {
        worker.postMessage(1);
        log('posted');
      }),
  },
  'a function as a message': {
    code: 'try { parentPort.postMessage(() => {}) } catch (e) { parentPort.postMessage(e.name) }',
    act: (worker, log) => {
      try {
        worker.postMessage(() => {});
      } catch (error) {
        log((error as Error).name);
      }
    },
  },
  'an exit in a message': {
    code: 'parentPort.on("message", () => process.exit())',
    act: posting(1),
  },
  'an error in a message': {
    code: 'parentPort.on("message", () => { throw new Error("in worker") })',
    act: posting(1, 2),
  },
  'a buffer that is handed over': {
    code: 'parentPort.once("message", (b) => parentPort.postMessage(b.byteLength))',
    act: (worker, log) => {
      const buffer = new ArrayBuffer(8);
      worker.postMessage(buffer, [buffer]);
      log(`left ${buffer.byteLength}`);
    },
  },
  'one message of two': {
    code: 'parentPort.once("message", (m) => parentPort.postMessage(m))',
    act: posting(1, 2),
  },
  'a listener that comes later': {
    code: 'setTimeout(() => parentPort.on("message", (m) => { parentPort.postMessage(m); process.exit(); }), 5)',
    act: posting(1),
  },
  'an async listener': {
    code: `parentPort.on("message", async (m) => {
      await null; parentPort.postMessage(m); await new Promise((r) => setTimeout(r, 5)); if (m === 2) throw new Error("late");
    })`,
    act: posting(1, 2),
  },
  'microtasks and ticks between messages': {
    code: 'for (let i = 0; i < 3; i++) parentPort.postMessage(i)',
    act: (worker, log) =>
      worker.on('message', (message) => {
        Promise.resolve().then(() => log(`microtask ${message}`));
        process.nextTick(() => log(`tick ${message}`));
      }),
  },
  'an interval that is cleared, and an immediate': {
    code: 'let n = 0; const t = setInterval(() => { parentPort.postMessage(++n); if (n === 3) clearInterval(t); }, 5); setImmediate(() => parentPort.postMessage("now"))',
  },
  'a timer that keeps nothing alive': {
    code: 'setTimeout(() => parentPort.postMessage("never"), 60_000).unref()',
  },
  'an event listener, and a handler in a property': {
    code: `parentPort.addEventListener("message", (e) => parentPort.postMessage(e.data));
      parentPort.onmessage = (e) => { parentPort.postMessage(e.data + 1); parentPort.close(); };`,
    act: posting(1),
  },
};

const channels: Record<string, Pair> = {
  // Node does not order what comes by a port and the end of its thread: so each ends when all has been heard.
  'a port that is handed over in a message': {
    code: `parentPort.on("message", (message) => {
      if (message === "end") return parentPort.close();
      const { port, n } = message;
      port.postMessage(n + 1);
      port.on("message", (m) => port.postMessage(m * 10));
    })`,
    act: (worker, log) => {
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (message) => {
        log(`port ${message}`);
        if (message === 2) port1.postMessage(7);
        else {
          port1.close();
          worker.postMessage('end');
        }
      });
      worker.postMessage({ n: 1, port: port2 }, [port2]);
    },
  },
  'a channel for each call': {
    code: `parentPort.on("message", (message) => {
      if (message === "end") return parentPort.close();
      message.port.postMessage(message.n * 2);
      message.port.close();
    })`,
    act: (worker, log) => {
      let left = 3;
      for (const n of [1, 2, 3]) {
        const { port1, port2 } = new MessageChannel();
        port1.once('message', (message) => {
          log(`answer ${message}`);
          if (--left === 0) worker.postMessage('end');
        });
        worker.postMessage({ n, port: port2 }, [port2]);
      }
    },
  },
  'messages that were sent before the port was handed over': {
    code: `parentPort.once("message", (port) => port.on("message", (m) => { parentPort.postMessage(m); if (m === 2) port.close(); }))`,
    act: (worker) => {
      const { port1, port2 } = new MessageChannel();
      port1.postMessage(1);
      port1.postMessage(2);
      worker.postMessage(port2, [port2]);
    },
  },
  'a port that is not in the list': {
    code: '',
    act: (worker, log) => {
      const { port1, port2 } = new MessageChannel();
      try {
        worker.postMessage({ port2 });
      } catch (error) {
        log((error as Error).name);
      }
      port1.close();
    },
  },
};

const say = (told: unknown) =>
  told instanceof Error
    ? `${told.constructor.name}(${told.message}) ${told.name} ${JSON.stringify({ ...told })}`
    : JSON.stringify(told);

/** What the main thread is told, in order; it waits a while for what may come after the end. */
function told(
  worker: Worker,
  { act }: Pair,
  wait: (then: () => void) => unknown,
): Promise<string[]> {
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  return new Promise((resolve) => {
    for (const event of ['online', 'message', 'error', 'exit'])
      worker.on(event, (value) => {
        log(value === undefined ? event : `${event} ${say(value)}`);
        if (event === 'exit') wait(() => resolve(lines));
      });
    act?.(worker, log);
  });
}

/** Node itself does not order 'online' and what comes at once. */
const withoutOnline = (lines: string[]) => lines.filter((line) => line !== 'online');

for (const [name, pair] of Object.entries({ ...pairs, ...channels })) {
  test(name, async () => {
    const inNode = `const { parentPort } = require('node:worker_threads'); const loop = () => { for (;;); }; ${pair.code}`;
    const real = await told(new Worker(inNode, { eval: true }), pair, (then) =>
      native.setTimeout(then, 30),
    );
    let ours: string[] = [];
    await observe(
      async ({ program }) => {
        const file = program('cook', ({ parentPort, exit, burn }) =>
          new Function('parentPort', 'process', 'loop', pair.code)(parentPort, { exit }, () =>
            burn(Infinity),
          ),
        );
        ours = await told(new Worker(file), pair, (then) => setTimeout(then, 30));
      },
      { mayLeave: ['work'] },
    );
    expect(withoutOnline(ours)).toEqual(withoutOnline(real));
  });
}
