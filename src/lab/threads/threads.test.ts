import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, forReal, type Lab, observe, realProgram, test } from '../index.ts';
import { picturesOf } from '../picture/picture.ts';
import { drawText } from '../picture/text.ts';
import { linesOf } from '../trace/look.ts';
import type { Trace } from '../trace/trace.ts';
import type { ThreadLab } from './thread.ts';

/** A picture, and the lines logged with their times. */
const shown = (trace: Trace) => {
  const lines = trace.marks.map(({ at, line }) => `${at}: ${line}`);
  const picture = drawText(picturesOf({ ...trace, marks: [] }));
  return `\n${picture}\n\n${[...lines, trace.outcome.kind].join('\n')}\n`;
};

const cook = ({ program }: Lab, ms: number) =>
  program('cook', ({ parentPort, burn, log }) => {
    burn(ms, 'slice');
    log('sliced');
    parentPort.postMessage('done');
  });

test('two threads compute for 50 ms in 50 ms, and not in 100', async () => {
  const trace = await observe((lab) => {
    const file = cook(lab, 50);
    return Promise.all([1, 2].map(() => once(new Worker(file), 'exit')));
  });
  expect(shown(trace)).toMatchInlineSnapshot(`
    "
      yours  cook 1 ────────────────███████████████████████████─
             cook 2 ────────────────███████████████████████████─
             slice                  ███████████████████████████
             slice                  ███████████████████████████
                    0               30                          81 ms

             █ computes

    80: sliced
    80: sliced
    returned
    "
  `);
  expect(trace).toTake(81);
});

test('what a thread has done is heard when the main thread is free', async () => {
  const trace = await observe(async (lab) => {
    const worker = new Worker(cook(lab, 50));
    worker.on('message', (message) => lab.log(`heard ${message}`));
    await once(worker, 'online');
    lab.burn(100, 'stir');
    await once(worker, 'exit');
  });
  expect(shown(trace)).toMatchInlineSnapshot(`
    "
      yours  cook 1 ──────────█████████████████╹
             slice            █████████████████
             stir             ██████████████████████████████████
                    0         30               80               130 ms

             █ computes

    80: sliced
    130: heard done
    returned
    "
  `);
});

test('what a thread would have done after its end has not happened', async () => {
  for (const ms of [50, Infinity]) {
    const trace = await observe((lab) => {
      const worker = new Worker(cook(lab, ms));
      worker.on('message', (message) => lab.log(`heard ${message}`));
      lab.at(60, () => worker.terminate());
      return once(worker, 'exit');
    });
    expect(linesOf(trace)).toEqual([]);
    expect(trace).toTake(61);
    expect(trace).toAbort({ slice: 60 });
  }
});

test('a thread that is ended when the run is over has been told to stop, and is still there', async () => {
  for (const ms of [50, Infinity]) {
    const trace = await observe(
      (lab) => {
        const worker = new Worker(cook(lab, ms));
        return new Promise<void>((resolve) => {
          lab.at(60, () => {
            worker.terminate();
            resolve();
          });
        });
      },
      { mayLeave: ['thread'] },
    );
    expect(trace).toAbort({ slice: 60 });
    expect(trace.left).toMatchObject([
      { what: "thread 'cook 1', started at 0 ms and still there" },
    ]);
  }
});

test('what a thread waits for ends with the thread, also when it ends itself', async () => {
  for (const end of ['exits', 'throws']) {
    const trace = await observe((lab) => {
      const file = lab.program('cook', ({ job, at, exit }) => {
        at(30, () => {
          if (end === 'exits') exit(3);
          throw new Error('burnt');
        });
        return job('simmer', 100)();
      });
      const worker = new Worker(file);
      worker.on('error', () => {});
      return new Promise((resolve) => worker.on('exit', resolve));
    });
    expect(trace).toGive(end === 'exits' ? 3 : 1);
    expect(trace).toAbort({ simmer: 60 });
    expect(trace).toLeaveNothing();
  }
});

test('a thread whose memory is large has gone some time after it has thrown, left, or been ended', async () => {
  const ends = { throws: ['error 30', 'exit 43'], exits: ['exit 43'], isEnded: ['exit 44'] };
  for (const [end, told] of Object.entries(ends)) {
    const trace = await observe(async ({ at, program, now }) => {
      const large = ({ parentPort, exit }: ThreadLab) => {
        parentPort.on('message', () => {});
        if (end === 'throws') throw new Error('burnt');
        if (end === 'exits') exit(3);
      };
      const worker = new Worker(program('cook', large, { goesIn: 13 }));
      const heard: string[] = [];
      worker.on('error', () => heard.push(`error ${now()}`));
      if (end === 'isEnded') at(31, () => worker.terminate());
      await new Promise((resolve) => worker.on('exit', resolve));
      return [...heard, `exit ${now()}`];
    });
    expect(trace).toGive(told);
    expect(trace).toLeaveNothing();
  }
});

test('an end that comes after what a thread has done takes nothing back', async () => {
  const trace = await observe(async (lab) => {
    const worker = new Worker(cook(lab, 50));
    worker.on('message', (message) => lab.log(`heard ${message}`));
    await once(worker, 'online');
    lab.burn(70, 'stir');
    // At 100 ms: it has gone by now, and nobody has been told.
    return worker.terminate();
  });
  expect(shown(trace)).toMatchInlineSnapshot(`
    "
      yours  cook 1 ─────────────██████████████████████─
             slice               ██████████████████████
             stir                ███████████████████████████████
                    0            30                    80       100 ms

             █ computes

    80: sliced
    100: heard done
    returned
    "
  `);
});

test('a timer that was cleared, beside one of the same length, hides no end of a thread', async () => {
  const trace = await observe(async (lab) => {
    const file = lab.program('cook', ({ burn }) => burn(4, 'slice'));
    const limited = async (name: string) => {
      const worker = new Worker(file);
      const limit = setTimeout(() => worker.terminate(), 45);
      await once(worker, 'exit');
      lab.log(name);
      clearTimeout(limit);
    };
    const first = limited('first');
    await new Promise<void>((resolve) => lab.at(28, resolve));
    await Promise.all([first, limited('second')]);
  });
  expect(linesOf(trace)).toMatchObject([
    { at: 35, line: 'first' },
    { at: 63, line: 'second' },
  ]);
});

test('a copy costs both sides, what is handed over does not', async () => {
  const took: (number | undefined)[] = [];
  for (const isHandedOver of [false, true]) {
    const trace = await observe(async ({ program }) => {
      const file = program('cook', ({ parentPort }) =>
        parentPort.once('message', (bytes: ArrayBuffer) =>
          parentPort.postMessage(bytes.byteLength),
        ),
      );
      const worker = new Worker(file);
      await once(worker, 'online');
      const bytes = new ArrayBuffer(20e6);
      worker.postMessage(bytes, isHandedOver ? [bytes] : []);
      const answer = await once(worker, 'message');
      await once(worker, 'exit');
      return [...answer, bytes.byteLength];
    });
    took.push(trace.outcome.at);
    expect(trace).toGive([20e6, isHandedOver ? 0 : 20e6]);
  }
  expect(took).toEqual([71, 31]);
});

test('what is sent twice, or contains itself, arrives as that', async () => {
  const trace = await observe(
    async ({ program }) => {
      const file = program('cook', ({ parentPort }) =>
        parentPort.once('message', ([list, same, { inside }]) => {
          parentPort.postMessage([list === same, inside === list, list[0] === list, list]);
        }),
      );
      const worker = new Worker(file);
      const list: unknown[] = [];
      list.push(list);
      worker.postMessage([list, list, { inside: list }]);
      const [[...answer]] = await once(worker, 'message');
      const back = answer.pop();
      return [...answer, back[0] === back];
    },
    { mayLeave: ['thread'] },
  );
  expect(trace).toGive([true, true, true, true]);
});

test('a thread can be left behind, and a deadlock says what became of it', async () => {
  const left = await observe(
    ({ program }) => {
      new Worker(program('cook', ({ parentPort }) => parentPort.on('message', () => {})));
    },
    { mayLeave: ['thread'] },
  );
  expect(() => expect(left).toLeaveNothing()).toThrowErrorMatchingInlineSnapshot(`
    [Error: 1 thing left behind at the end; expected none:
      - thread 'cook 1', started at 0 ms and still there

    A thread is there until it has nothing to do, or until worker.terminate() has
    fulfilled: await that, or its exit.

      yours  cook 1 ╹▸
                    0 ms]
  `);
  const waits = await observe(
    ({ program }) => {
      const file = program('cook', ({ parentPort }) => parentPort.on('message', () => {}));
      return once(new Worker(file), 'message');
    },
    { mayLeave: ['thread'] },
  );
  expect(() => expect(waits).toGive(1)).toThrowErrorMatchingInlineSnapshot(`
    [Error: Deadlock at 30 ms: the promise is still pending. No timer is set and no work
    is running, so nothing can settle it any more.
    Expected it to fulfil with 1.

    'cook 1' is still there, and waits for a message. A thread with a message
    listener does not end by itself.

      yours  cook 1 ────────────────────────────────────────────▸
                    0                                           30 ms]
  `);
  const loops = await observe(
    ({ program }) =>
      once(new Worker(program('cook', ({ burn }) => burn(Infinity, 'slice'))), 'message'),
    { mayLeave: ['thread'] },
  );
  expect(() => expect(loops).toGive(1)).toThrowErrorMatchingInlineSnapshot(`
    [Error: Deadlock at 30 ms: the promise is still pending. No timer is set, and 'cook 1'
    computes without an end, so nothing can settle it any more.
    Expected it to fulfil with 1.

    'cook 1' has been in a loop without an end since 30 ms: it reads no message,
    and sees no signal. Only worker.terminate() ends it.

      yours  cook 1 ────────────────────────────────────────────█▸
             slice                                              █▸
                    0                                           30 ms

             █ computes]
  `);
  const gone = await observe(({ program }) =>
    once(new Worker(program('cook', ({ exit }) => exit(3))), 'message'),
  );
  expect(() => expect(gone).toGive(1)).toThrowErrorMatchingInlineSnapshot(`
    [Error: Deadlock at 30 ms: the promise is still pending. No timer is set and no work
    is running, so nothing can settle it any more.
    Expected it to fulfil with 1.

    'cook 1' ended at 30 ms with exit code 3. A thread that has ended posts no
    message. Does your code settle the promise after an 'exit', whatever the exit
    code is?

      yours  cook 1 ────────────────────────────────────────────✗
                    0                                           30 ms]
  `);
});

test('what became of the threads is said before what the scene says of any run that is stuck', async () => {
  const ifStuck = 'Is there a thread?';
  const gone = await observe(
    ({ program }) => once(new Worker(program('cook', () => {})), 'message'),
    { ifStuck },
  );
  expect(() => expect(gone).toGive(1)).toThrow("'cook 1' ended at 31 ms with exit code 0.");
  const stays = await observe(
    ({ program }) => once(new Worker(program('cook', () => {})), 'message'),
    { ifStuck, ifEnded: 'It is to stay.' },
  );
  expect(() => expect(stays).toGive(1)).toThrow(/posts no\s+message. It is to\s+stay\./);
  const never = await observe(() => new Promise(() => {}), { ifStuck });
  expect(() => expect(never).toGive(1)).toThrow(ifStuck);
});

test('two programs of one name are told: threads of one would run the code of the other', async () => {
  const trace = await observe((lab) => [cook(lab, 1), cook(lab, 2)]);
  expect(trace.outcome).toMatchObject({
    kind: 'failed',
    error: new Error("There is a program 'cook' already."),
  });
});

test('a thread of Node’s that code of a run has started ends with the run, and the scene’s words are said', async () => {
  let worker: Worker | undefined;
  const trace = await observe(
    () => {
      worker = new Worker('setInterval(() => {}, 1000)', { eval: true });
      return once(worker, 'message');
    },
    { mayLeave: ['thread', 'world'], ifStuck: 'Take the file of the test.' },
  );
  expect(trace.io.map(({ name }) => name)).toEqual(['new Worker']);
  expect(() => expect(trace).toGive(1)).toThrow('Take the file of the test.');
  expect(worker?.threadId === -1 || (await once(worker as Worker, 'exit'))).toBeTruthy();
});

test('threads of a thread', async () => {
  const trace = await observe(
    (lab) => {
      const helper = cook(lab, 20);
      const chef = lab.program('chef', async ({ parentPort, burn }) => {
        const worker = new Worker(helper);
        burn(10, 'taste');
        const [answer] = await once(worker, 'message');
        parentPort.postMessage(`${answer}, says the cook`);
      });
      return once(new Worker(chef), 'message');
    },
    { mayLeave: ['thread'] },
  );
  expect(trace).toGive(['done, says the cook']);
  expect(trace).toTake(80);
});

test('outside of a run, a Worker is a thread of Node', async () => {
  const worker = new Worker('require("node:worker_threads").parentPort.postMessage(1)', {
    eval: true,
  });
  expect(worker).toBeInstanceOf(Worker);
  // What a thread that ends has still to say comes in the same turn as its end.
  const exited = once(worker, 'exit');
  expect(await once(worker, 'message')).toEqual([1]);
  await exited;
});

test('for real: threads of Node meet, and whatever is left is ended and told', async ({
  task,
  skip,
}) => {
  const hall = new Int32Array(new SharedArrayBuffer(4));
  const file = realProgram(({ parentPort, workerData, meet }) => {
    meet(workerData as Int32Array, 2);
    parentPort.postMessage('met');
  });
  await forReal({ task, skip }, async () => {
    const workers = [1, 2].map(() => new Worker(file, { workerData: hall }));
    const met = await Promise.all(workers.map((worker) => once(worker, 'message')));
    expect(met).toEqual([['met'], ['met']]);
    await Promise.all(workers.map((worker) => worker.terminate()));
  });
  const loop = realProgram(({ burn }) => burn(Infinity));
  const leaving = forReal({ task, skip }, async () => once(new Worker(loop), 'online'));
  await expect(leaving).rejects.toThrow('1 real thread is left behind.');
  const code = 'setInterval(() => {}, 60_000)';
  const started: ChildProcess[] = [];
  const starting = forReal({ task, skip }, async () => {
    started.push(spawn(process.execPath, ['-e', code]), execFile(process.execPath, ['-e', code]));
  });
  await expect(starting).rejects.toThrow('2 real processes are left behind.');
  for (const child of started) if (child.signalCode === null) await once(child, 'exit');
});

test('for real: a failure says what happened, and not how vitest compares', async ({
  task,
  skip,
}) => {
  const fails = (check: () => void | Promise<void>) =>
    forReal({ task, skip }, async () => check()).catch((error: Error) => error.message);
  expect(await fails(() => expect([20, { reason: undefined }]).toEqual([20, 'rice']))).toBe(
    "On real threads, the result was [ 20, { reason: undefined } ]; expected [ 20, 'rice' ].",
  );
  expect(await fails(() => expect(1, 'It has its own copies.').toBe(2))).toBe(
    'On real threads, the result was 1; expected 2.\n\nIt has its own copies.',
  );
  const fulfilled = expect(Promise.resolve('met')).rejects.toBe('closed');
  expect(await fails(() => fulfilled)).toBe('promise resolved "\'met\'" instead of rejecting');
});

test('for real: not before the other tests of the file hold, unless nothing is written yet', async () => {
  const of = (message: string) => {
    const failed = { type: 'test' as const, result: { state: 'fail', errors: [{ message }] } };
    return { meta: {}, file: { filepath: '', tasks: [{ type: 'test' as const }, failed] } };
  };
  let runs = 0;
  const run = async () => void runs++;
  const skip = () => {};
  const wrong = of('Expected it to take 20 ms.');
  await expect(forReal({ task: wrong, skip }, run)).rejects.toThrow('the tests above pass');
  expect(wrong.meta).toEqual({ lab: { comesLater: true } });
  expect(runs).toBe(0);
  await forReal({ task: of('TODO: write it'), skip }, run);
  expect(runs).toBe(1);
  // In a proof by mutants, each of them has the tests of the file for itself.
  const suite = { tasks: [{ type: 'test' as const, result: { state: 'pass' } }] };
  await forReal({ task: { ...of('Expected it to take 20 ms.'), suite }, skip }, run);
  expect(runs).toBe(2);
});
