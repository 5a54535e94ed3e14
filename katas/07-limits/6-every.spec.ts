import { again, eachReason, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { every } from './6-every.ts';

/** What is left behind has its own test. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const NAMES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const nameOf = (i: number) => NAMES[i] ?? `number ${i + 1}`;

const TIMEOUT = new DOMException('The sensor is slow', 'TimeoutError');
const THENABLE = { then: (_: unknown, no: (reason: string) => void) => no('was awaited') };
const LEFT = new Error('the user has left');

/** A call of `f`, and its work. Times are in ms. */
interface Call {
  readonly takes?: number;
  readonly gives?: unknown;
  readonly failsWith?: unknown;
  readonly stopsIn?: number;
  /** What it rejects with when it has stopped. */
  readonly closesWith?: unknown;
  /** It ignores its signal. */
  readonly isDeaf?: boolean;
}

/** What `f` does in the place of the work. */
type Instead = (stop: AbortController, lab: Lab) => Promise<unknown>;

interface Scene {
  /** From one beat to the next, in ms. 17 unless told. */
  readonly ms?: number;
  /** At how many ms `every` is called. */
  readonly begins?: number;
  /** A number says how long a call takes: 5 ms unless told. */
  readonly calls?: readonly (Call | number | Instead)[];
  /** At how many ms each call is expected. */
  readonly starts: readonly number[];
  /** At how many ms 'read' is expected, where each call computes that, and for how long. */
  readonly reads?: { readonly at: readonly number[]; readonly takes: number };
  /** At how many ms the user leaves, and the signal is aborted. */
  readonly stops?: number | 'before';
  readonly reason?: unknown;
  /** When `every` is expected to settle. As soon as it is told to stop, unless told. */
  readonly ends?: number;
  readonly fails?: boolean;
  /** From when to when the thread is busy, in ms. */
  readonly busy?: Readonly<Record<number, number>>;
  /** What each call does first. */
  readonly hears?: (signal: AbortSignal, stop: AbortController, lab: Lab) => void;
  readonly settle?: (result: Promise<unknown>, lab: Lab) => Promise<unknown>;
  readonly isClean?: boolean;
}

const callOf = (call: Call | number = {}): Call =>
  typeof call === 'number' ? { takes: call } : call;

const raise = (reason: unknown): never => {
  throw reason;
};

/** The work of each call is 'first', 'second' and so on. */
const workOf = (lab: Lab, stop: AbortController, { calls = [], hears }: Scene) => {
  let made = 0;
  return (signal: AbortSignal): Promise<unknown> => {
    const name = nameOf(made);
    const call = calls[made++];
    hears?.(signal, stop, lab);
    if (typeof call === 'function') return call(stop, lab);
    const { isDeaf, takes = 5, ...end } = callOf(call);
    const running = lab.job<unknown>(name, takes, end)(isDeaf ? undefined : signal);
    return 'closesWith' in end ? running.catch(() => Promise.reject(end.closesWith)) : running;
  };
};

const planOf = ({ begins = 0, calls = [], starts, reads, stops, ends, fails }: Scene) => {
  const end = ends ?? (typeof stops === 'number' ? stops : begins);
  const work = starts.map((at, i) => {
    const call = calls[i];
    if (typeof call === 'function') return {};
    const { takes = 5, isDeaf } = callOf(call);
    const isTold = !isDeaf && typeof stops === 'number' && stops < at + takes;
    return { [nameOf(i)]: isTold ? [at, end, { aborted: stops }] : [at, at + takes] };
  });
  const read = reads && { read: reads.at.map((at) => [at, at + reads.takes]) };
  return Object.assign({ every: [begins, end, { fails }] }, ...work, read);
};

const run = (scene: Scene) =>
  observe(
    (lab) => {
      const { ms = 17, begins = 0, stops, reason = LEFT, busy = {}, settle } = scene;
      const stop = lab.controller();
      if (stops === 'before') stop.abort(reason);
      if (typeof stops === 'number') lab.at(stops, () => stop.abort(reason), 'user leaves');
      for (const [from, to] of Object.entries(busy))
        lab.at(+from, () => lab.burn(to - +from, 'other work'), 'other work');
      const begin = () => lab.call('every', () => every(ms, workOf(lab, stop, scene), stop.signal));
      const result = begins > 0 ? lab.sleep(begins).then(begin) : begin();
      return settle ? settle(result, lab) : result;
    },
    { mayLeave: scene.isClean ? [] : mayLeave, plan: planOf(scene) },
  );

/** How it settles has its own test, so here it only says what came. A bug in the code gets out. */
const quiet = (result: Promise<unknown>) =>
  result.then(
    () => 'fulfilled',
    (error: unknown) => {
      const { name, message } = Object(error);
      const isBug = /^(Type|Reference|ClockStandsStill)Error$/.test(name) && message !== 'frozen';
      return isBug || /^TODO/.test(message) ? raise(error) : 'rejected';
    },
  );

/** Makes exactly these calls, each at its ms. */
const expectStarts = async (scene: Scene, because: string) => {
  const starts = scene.starts.map((at, i) => [nameOf(i), at] as const);
  expect(await run({ settle: quiet, ...scene })).toStartAt(Object.fromEntries(starts), because);
};

/** Fulfils at this ms, and makes exactly these calls. With what it fulfils is free. */
const expectEnd = async (ms: number, scene: Scene, because: string) => {
  const settle: Scene['settle'] = async (result, { log }) =>
    log(`every has ${await quiet(result)}`);
  expect(await run({ ends: ms, settle, ...scene })).toLog([ms, 'every has fulfilled'], because);
  await expectStarts({ ends: ms, ...scene }, because);
};

const eachAbort = (check: (reason: unknown) => Promise<void>) =>
  eachReason(['signal'], ({ signal }) => check(signal), 'is aborted with');

const BEATS = 'The beats are at 0, 17, 34, 51, 68 ms and so on, however long a call takes.';
const LONG = `${BEATS} A call at 34 ms that takes 23 ms is still running at 51 ms: that beat is left out.`;
const FULFILS = 'The caller asked for that end, so it is no failure: fulfil.';
const BETWEEN = `At 29 ms, between two calls, the signal is aborted. End the wait at that moment. ${FULFILS}`;
const DEAF = `At 36 ms the signal is aborted, during a call that does not look at it. When the call ends, the signal is aborted already, and its 'abort' event does not come again. ${FULFILS}`;
const DURING = `At 36 ms, during a call, the signal is aborted. When that call has ended, fulfil: an error that comes after the abort is a consequence of it.`;
const SOON = `The signal is aborted a few microtasks after the call has ended: end the wait at that moment. Await nothing between a look at 'aborted' and adding the listener. ${FULFILS}`;
const ITSELF = `f has aborted the signal. Make no more calls, and wait until this one has ended. ${FULFILS}`;
const BEFORE = `The signal had been aborted before the call, and its 'abort' event does not come again. ${FULFILS}`;
const FAILED = 'A call has failed without an abort: reject with the reason of the call.';

test('calls f with signal at each beat at which no call is running', async () => {
  await expectStarts({ calls: [5, 11, 23, 3], starts: [0, 17, 34, 68], stops: 79 }, LONG);
  await expectStarts(
    { begins: 13, calls: [16, 15], starts: [13, 30, 47, 64], stops: 77 },
    'The call of every is at 13 ms, and the beats are counted from there: 13, 30, 47, 64 ms. A call that ends at 29 ms is not running at 30 ms. Does your code keep something from an earlier call of every?',
  );
  await expectStarts({ ms: 12_007, starts: [0, 12_007], stops: 12_013 }, 'A beat of 12,007 ms.');
  const hears: Scene['hears'] = (signal, stop, { log }) => {
    if (signal !== stop.signal) log(signal ? 'f gets another signal' : 'f gets no signal');
  };
  expect(await run({ starts: [0, 17, 34], stops: 48, hears, settle: quiet })).toLog(
    'Pass on the signal of the caller: it tells a call to stop, and is aborted at no other time.',
  );
});

test('leaves out a beat that comes during a call', async () => {
  await expectStarts(
    { calls: [40, 3, 22], starts: [0, 51, 68, 102], stops: 113 },
    `${BEATS} No call may start while another one is running, and a beat that was left out gets no call later.`,
  );
  await expectStarts(
    { calls: [20_011], starts: [0, 20_026, 20_043], stops: 20_055 },
    'The first call takes 20,011 ms. The caller asked for no time limit. The next beat after that is at 20,026 ms.',
  );
});

test('makes one call late when the thread was busy, and the next one at the next beat', async () => {
  await expectStarts(
    { busy: { 29: 41 }, starts: [0, 17, 41, 51, 68], stops: 79 },
    `The thread is busy from 29 to 41 ms, so the call of 34 ms comes at 41 ms. ${BEATS}`,
  );
  await expectStarts(
    { busy: { 11: 37, 63: 299 }, calls: [5, 23], starts: [0, 37, 299, 306, 323], stops: 335 },
    'The thread is busy from 11 to 37 ms and from 63 to 299 ms. However many beats came meanwhile, they get one call, at 37 ms and at 299 ms. The call of 37 ms is still running at 51 ms. The next beats are at 68, 306 and 323 ms.',
  );
});

test('makes one call for a beat, also when a timer fires early', async () => {
  const early = (ms: number) =>
    `There are 7 beats from 0 to 102 ms. setTimeout drops the fraction of its time: a wait of ${ms} ms takes 16 ms, and the beat at 17 ms is still to come. Make one call for it, then or at 17 ms. Keep its number.`;
  for (const [takes, because] of [
    [0.25, early(16.75)],
    [0.05, early(16.95)],
    [0, 'There are 7 beats from 0 to 102 ms. Each call ends in the millisecond of its beat.'],
  ] as const) {
    const calls = Array(40).fill(async (_: unknown, { burn }: Lab) => burn(takes, 'read'));
    const reads = { at: [0, 17, 34, 51, 68, 85, 102], takes };
    const trace = await run({ calls, starts: [], reads, stops: 112, settle: quiet });
    expect(trace).toStart('read', 7, because);
  }
});

test('goes on, whatever the calls fulfil with', async () => {
  await eachValue(['first', 'second', 'third'], async (values) => {
    const calls = Object.values(values).map((gives) => ({ gives }));
    await expectStarts(
      { calls, starts: [0, 17, 34, 51], stops: 63 },
      'The next call comes at the next beat, whatever value the call before fulfils with.',
    );
  });
  const starts = Array.from({ length: 150 }, (_, i) => i * 17);
  await expectStarts({ starts, stops: 2547 }, 'The caller has not asked for an end so far.');
});

test('rejects with the same reason when a call rejects or throws, and makes no more calls', async () => {
  await eachReason(
    ['f'],
    async ({ f }) => {
      const calls = [5, 19, { failsWith: f, takes: 7 }];
      const scene: Scene = { calls, starts: [0, 17, 51], stops: 113, ends: 58, fails: true };
      expect(await run(scene)).toRejectWith(f, 58, FAILED);
      await expectStarts(scene, 'The call has failed: no other call may follow.');
      for (const fail of [() => Promise.reject(f), () => raise(f)]) {
        const at = (ends: number, calls: Scene['calls']) =>
          run({ ...scene, calls, starts: [], ends });
        expect(await at(0, [fail])).toRejectWith(f, 0, FAILED);
        expect(await at(17, [5, fail])).toRejectWith(f, 17, FAILED);
      }
    },
    'rejects with or throws',
    [TIMEOUT, THENABLE],
  );
});

test('fulfils when signal is aborted between two calls, at that moment', async () => {
  await eachAbort((reason) => expectEnd(29, { starts: [0, 17], stops: 29, reason }, BETWEEN));
});

test('fulfils when signal is aborted during a call, as soon as that call has ended', async () => {
  await eachAbort(async (reason) => {
    const scene = { starts: [0, 17, 34], stops: 36, reason };
    for (const [ms, call, because] of [
      [47, { takes: 200, stopsIn: 11 }, DURING],
      [36, { takes: 200 }, DURING],
      [2_007, { takes: 1_973, isDeaf: true }, DEAF],
    ] as const)
      await expectEnd(ms, { ...scene, calls: [5, 5, call] }, because);
  });
  await eachReason(['third'], async ({ third }) => {
    const scene = { starts: [0, 17, 34], stops: 36 };
    const deaf = { takes: 37, isDeaf: true, failsWith: third };
    await expectEnd(71, { ...scene, calls: [5, 5, deaf] }, DURING);
    const closing = { takes: 200, stopsIn: 11, closesWith: third };
    await expectEnd(47, { ...scene, calls: [5, 5, closing] }, DURING);
  });
  const ends: [takes: number, Instead][] = [
    [0, async () => {}],
    [0, () => Promise.reject(LEFT)],
    [0, () => raise(LEFT)],
    [3, (_, { sleep }) => sleep(3)],
  ];
  for (const [takes, end] of ends) {
    const call: Instead = (stop, lab) => {
      stop.abort();
      return end(stop, lab);
    };
    await expectEnd(takes, { calls: [call], starts: [] }, ITSELF);
    await expectEnd(17 + takes, { calls: [5, call], starts: [0] }, ITSELF);
  }
  for (let jobs = 0; jobs < 9; jobs++) {
    const leave = async (stop: AbortController) => {
      for (let i = 0; i < jobs; i++) await null;
      stop.abort();
    };
    await expectEnd(0, { calls: [async (stop) => void leave(stop)], starts: [] }, SOON);
  }
});

test('fulfils immediately when signal was aborted before the call, and calls nothing', async () => {
  await eachAbort((reason) => expectEnd(0, { starts: [], stops: 'before', reason }, BEFORE));
});

test('needs no timer between two beats, and leaves nothing behind', async () => {
  const starts = [0, 17, 34, 51, 68];
  const scenes: [fires: number, Scene][] = [
    [4, { starts, stops: 79 }],
    [4, { starts, calls: [5, 5, 5, 5, { takes: 200, stopsIn: 11 }], stops: 70, ends: 81 }],
    [4, { starts, calls: [5, 5, 5, 5, { failsWith: LEFT }], ends: 73, fails: true }],
    [4, { starts: [0, 68], calls: [53], stops: 79 }],
    [4, { starts, calls: [5, 5, 5, 5, { takes: 18, isDeaf: true }], stops: 70, ends: 86 }],
    [1, { ms: 12_007, starts: [0, 12_007], stops: 12_013 }],
    [0, { starts: [], calls: [() => Promise.reject(LEFT)] }],
    [0, { starts: [], calls: [() => raise(LEFT)] }],
    [0, { starts: [], stops: 'before' }],
  ];
  for (const [fires, scene] of scenes) {
    const trace = await run({ ...scene, isClean: true, settle: quiet });
    expect(trace).toLeaveNothing();
    // An immediate more at the beginning or at the end is free.
    expect(trace).toFireTimersAtMost(fires + 2, 'One timer for each beat is enough.');
  }
  const hears: Scene['hears'] = (_, { signal }, { log, now }) => {
    const after = () => log(signal.onabort ? 'another listener' : 'onabort was cleared');
    if (now() === 0) signal.onabort = () => log('onabort');
    if (now() === 17) signal.addEventListener('abort', () => queueMicrotask(after));
  };
  expect(await run({ starts, stops: 79, hears, settle: quiet })).toLog(
    [79, 'onabort'],
    [79, 'another listener'],
    'The caller has set onabort of the signal, and added a listener. Leave both as they are.',
  );
});

/** All have one `f`, and one signal. 'b' begins at 5 ms. If it fails, 'c' begins, and 'a' has a signal of its own. */
const several = (fails: boolean, last: number[]) =>
  observe(
    ({ at, call, controller, job, sleep }) => {
      const [stop, own] = [controller(), controller()];
      at(83, () => stop.abort(LEFT), 'user leaves');
      if (fails) at(45, () => own.abort(LEFT), "stop of 'a'");
      let made = 0;
      const read = (signal: AbortSignal) =>
        job('read', 7, { fails: fails && ++made === 4 })(signal);
      const begin = (name: string, ms: number, { signal } = stop) =>
        quiet(call(name, () => every(ms, read, signal)));
      const a = begin('a', 17, fails ? own : stop);
      const b = sleep(5).then(() => begin('b', 23));
      return Promise.all([a, b.then((end) => (fails ? begin('c', 29) : end))]);
    },
    {
      mayLeave,
      plan: {
        a: [0, fails ? 45 : 83],
        b: [5, fails ? 35 : 83, { fails }],
        ...(fails && { c: [35, 83] }),
        read: [0, 5, 17, 28, 34, ...last].map((ms) => [ms, ms + 7]),
      },
    },
  );

test('keeps the calls of every apart', async () => {
  const because = `'a' has beats at 0, 17, 34, 51 and 68 ms, and 'b' at 5, 28, 51 and 74 ms.`;
  const failed = `${because} 'b' fails at 35 ms, and 'c' begins: it has beats at 35 and 64 ms. At 45 ms the signal of 'a' is aborted, and 'c' goes on.`;
  const going = () => several(false, [51, 51, 68, 74]);
  const failing = () => several(true, [35, 64]);
  for (const run of [again, together]) {
    await run(going, (trace) => expect(trace).toRunAsPlanned(because));
    await run(failing, (trace) => expect(trace).toRunAsPlanned(failed));
  }
});

test('rejects with a RangeError when ms makes no sense', async () => {
  for (const ms of [0, -1, 0.5, NaN, Infinity, -Infinity]) {
    const because = `'ms' is ${ms}, which makes no sense. Reject before the first call.`;
    const scene: Scene = { ms, starts: [], stops: 113, ends: 0, fails: true };
    expect(await run(scene)).toFailWith({ name: 'RangeError' }, 0, because);
    await expectStarts({ ...scene, isClean: true }, because);
  }
  const calls: Instead[] = [...Array(4).fill(async () => {}), async (stop) => stop.abort()];
  const because = "'ms' is 1, which is allowed. The call at 4 ms aborts the signal.";
  await expectEnd(4, { ms: 1, calls, starts: [], stops: 113 }, because);
});
