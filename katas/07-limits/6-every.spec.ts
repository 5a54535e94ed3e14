import {
  again,
  eachReason,
  eachValue,
  expect,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { every } from './6-every.ts';

/** What is left behind has its own test. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const NAMES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const nameOf = (i: number) => NAMES[i] ?? `number ${i + 1}`;

const TIMEOUT = new DOMException('The sensor is slow', 'TimeoutError');
const LEFT = new Error('the user has left');

/** A call of `f`, and its work. Times are in ms. */
interface Call {
  readonly takes?: number;
  readonly gives?: unknown;
  readonly failsWith?: unknown;
  readonly stopsIn?: number;
  /** When it has stopped, it rejects with this: the file cannot be closed. */
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
  /** At how many ms the user leaves, and the signal is aborted. */
  readonly stops?: number | 'before';
  readonly reason?: unknown;
  /** When `every` is expected to settle. As soon as it is told to stop, unless told. */
  readonly ends?: number;
  readonly fails?: boolean;
  /** From when to when the thread is busy, in ms. */
  readonly busy?: readonly [from: number, to: number];
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

const planOf = ({ begins = 0, calls = [], starts, stops, ends, fails }: Scene) => {
  const end = ends ?? (typeof stops === 'number' ? stops : begins);
  const work = starts.map((at, i) => {
    const call = calls[i];
    if (typeof call === 'function') return {};
    const { takes = 5, isDeaf } = callOf(call);
    const isTold = !isDeaf && typeof stops === 'number' && stops < at + takes;
    return { [nameOf(i)]: isTold ? [at, end, { aborted: stops }] : [at, at + takes] };
  });
  return Object.assign({ every: [begins, end, { fails }] }, ...work);
};

const run = (scene: Scene) =>
  observe(
    (lab) => {
      const { ms = 17, begins = 0, stops, reason = LEFT, busy, settle } = scene;
      const stop = lab.controller();
      if (stops === 'before') stop.abort(reason);
      if (typeof stops === 'number') lab.at(stops, () => stop.abort(reason), 'user leaves');
      if (busy) lab.at(busy[0], () => lab.burn(busy[1] - busy[0], 'other work'), 'other work');
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
      const isBug = error instanceof TypeError || error instanceof ReferenceError;
      if (isBug && error.message !== 'frozen') throw error;
      return error instanceof Error && error.message.startsWith('TODO') ? raise(error) : 'rejected';
    },
  );

/** Makes exactly these calls, each at its ms. */
const expectStarts = async (scene: Scene, because: string) => {
  const starts = scene.starts.map((at, i) => [nameOf(i), at] as const);
  expect(await run({ settle: quiet, ...scene })).toStartAt(Object.fromEntries(starts), because);
};

/** Fulfils, at this ms. With what is free. */
const expectEnd = async (ms: number, scene: Scene, because: string) => {
  const settle: Scene['settle'] = async (result, { log }) =>
    log(`every has ${await quiet(result)}`);
  expect(await run({ ends: ms, settle, ...scene })).toLog([ms, 'every has fulfilled'], because);
};

const eachAbort = (check: (reason: unknown) => Promise<void>) =>
  eachReason(['signal'], ({ signal }) => check(signal), 'is aborted with');

const BEATS = 'The beats are at 0, 17, 34, 51, 68 ms and so on, however long a call takes.';
const LONG = `${BEATS} A call at 34 ms that takes 23 ms is still running at 51 ms: that beat is left out.`;
const FULFILS = 'The caller asked for that end, so it is no failure: fulfil.';
const BETWEEN = `At 29 ms, between two calls, the signal is aborted. End the wait at that moment. ${FULFILS}`;
const DURING = `At 36 ms, during a call, the signal is aborted. When that call has ended, fulfil: an error that comes after the abort is a consequence of it.`;
const ITSELF = `f has aborted the signal, and its call has ended at that moment. ${FULFILS}`;
const BEFORE = `The signal had been aborted before the call, and its 'abort' event does not come again. ${FULFILS}`;
const FAILED = 'A call has failed without an abort: reject with the reason of the call.';

test('calls f with signal at each beat at which no call is running', async () => {
  await expectStarts({ calls: [5, 11, 23, 3], starts: [0, 17, 34, 68], stops: 79 }, LONG);
  await expectStarts(
    { begins: 13, starts: [13, 30, 47, 64], stops: 77 },
    'The call of every is at 13 ms, and the beats are counted from there: 13, 30, 47, 64 ms.',
  );
  await expectStarts(
    { ms: 12_007, starts: [0, 12_007], stops: 12_013 },
    'The beats are 12,007 ms apart.',
  );
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
    { busy: [29, 41], starts: [0, 17, 41, 51, 68], stops: 79 },
    `The thread is busy from 29 to 41 ms, so the call of 34 ms comes at 41 ms. ${BEATS}`,
  );
  await expectStarts(
    { busy: [29, 141], starts: [0, 17, 141, 153], stops: 165 },
    'The thread is busy from 29 to 141 ms. Seven beats came meanwhile, and they get one call. The next beats are at 153 and 170 ms.',
  );
});

test('makes one call for a beat, also when a timer fires early', async () => {
  for (const [takes, because] of [
    [
      0.25,
      'There are 7 beats from 0 to 102 ms. setTimeout drops the fraction of its time: a wait of 16.75 ms takes 16 ms, and the beat at 17 ms is still to come. Keep its number.',
    ],
    [0, 'There are 7 beats from 0 to 102 ms. Each call ends in the millisecond of its beat.'],
  ] as const) {
    const read: Instead = async (_, { burn }) => burn(takes, 'read');
    const trace = await run({ calls: Array(40).fill(read), starts: [], stops: 112, settle: quiet });
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
    ['third'],
    async ({ third }) => {
      const calls = [5, 19, { failsWith: third, takes: 7 }];
      const scene: Scene = { calls, starts: [0, 17, 51], stops: 113, ends: 58, fails: true };
      expect(await run(scene)).toRejectWith(third, 58, FAILED);
      await expectStarts(scene, 'The call has failed: no other call may follow.');
      const atOnce = () => Promise.reject(third);
      expect(await run({ ...scene, calls: [5, atOnce] })).toRejectWith(third, 17, FAILED);
    },
    'rejects with',
    [TIMEOUT],
  );
  await eachReason(
    ['f'],
    async ({ f }) => {
      const throwing = () => raise(f);
      const scene: Scene = { starts: [], stops: 113, fails: true };
      expect(await run({ ...scene, calls: [throwing], ends: 0 })).toRejectWith(f, 0, FAILED);
      expect(await run({ ...scene, calls: [5, throwing], ends: 17 })).toRejectWith(f, 17, FAILED);
    },
    'throws',
  );
});

test('fulfils when signal is aborted between two calls, at that moment', async () => {
  await eachAbort(async (reason) => {
    const scene: Scene = { starts: [0, 17], stops: 29, reason };
    await expectEnd(29, scene, BETWEEN);
    await expectStarts(scene, BETWEEN);
  });
});

test('fulfils when signal is aborted during a call, as soon as that call has ended', async () => {
  await eachAbort(async (reason) => {
    const scene = { starts: [0, 17, 34], stops: 36, reason };
    for (const [ms, call] of [
      [47, { takes: 200, stopsIn: 11 }],
      [36, { takes: 200 }],
      [2_007, { takes: 1_973, isDeaf: true }],
    ] as const) {
      await expectEnd(ms, { ...scene, calls: [5, 5, call] }, DURING);
      await expectStarts({ ...scene, calls: [5, 5, call], ends: ms }, DURING);
    }
  });
  await eachReason(['third'], async ({ third }) => {
    const scene = { starts: [0, 17, 34], stops: 36 };
    const deaf = { takes: 37, isDeaf: true, failsWith: third };
    await expectEnd(71, { ...scene, calls: [5, 5, deaf] }, DURING);
    const closing = { takes: 200, stopsIn: 11, closesWith: third };
    await expectEnd(47, { ...scene, calls: [5, 5, closing] }, DURING);
  });
  for (const end of [() => Promise.resolve(), () => Promise.reject(LEFT), () => raise(LEFT)]) {
    const call: Instead = (stop) => {
      stop.abort();
      return end();
    };
    await expectEnd(0, { calls: [call], starts: [] }, ITSELF);
    await expectEnd(17, { calls: [5, call], starts: [0] }, ITSELF);
  }
});

test('fulfils immediately when signal was aborted before the call, and calls nothing', async () => {
  await eachAbort(async (reason) => {
    const scene: Scene = { starts: [], stops: 'before', reason };
    await expectEnd(0, scene, BEFORE);
    await expectStarts(scene, 'The signal had been aborted before the call.');
  });
});

test('needs no timer between two beats, and leaves nothing behind', async () => {
  const starts = [0, 17, 34, 51, 68];
  const scenes: [fires: number, Scene][] = [
    [4, { starts, stops: 79 }],
    [4, { starts, calls: [5, 5, 5, 5, { takes: 200, stopsIn: 11 }], stops: 70, ends: 81 }],
    [4, { starts, calls: [5, 5, 5, 5, { failsWith: LEFT }], ends: 73, fails: true }],
    [4, { starts: [0, 68], calls: [53], stops: 79 }],
    [0, { starts: [], calls: [() => Promise.reject(LEFT)] }],
  ];
  for (const [fires, scene] of scenes) {
    const trace = await run({ ...scene, isClean: true, settle: quiet });
    expect(trace).toLeaveNothing();
    // An immediate more at the beginning or at the end is free.
    expect(trace).toFireTimersAtMost(fires + 2, 'One timer for each beat is enough.');
  }
  const hears: Scene['hears'] = (_, stop, { log, now }) => {
    if (now() === 0) stop.signal.onabort = () => log('onabort');
    if (now() === 17) stop.signal.addEventListener('abort', () => log('another listener'));
  };
  expect(await run({ starts, stops: 79, hears, settle: quiet })).toLog(
    [79, 'onabort'],
    [79, 'another listener'],
    'The caller has set onabort of the signal, and added a listener. Leave both as they are.',
  );
});

/** 'a' and 'b' have one `f` and one signal. 'b' begins at 5 ms, and its second call fails if told so. */
const two = (fails: boolean) =>
  observe(
    ({ at, call, controller, job, sleep }) => {
      const stop = controller();
      at(83, () => stop.abort(LEFT), 'user leaves');
      let made = 0;
      const read = (signal: AbortSignal) =>
        job('read', 7, { fails: fails && ++made === 4 })(signal);
      const begin = (name: string, ms: number) =>
        quiet(call(name, () => every(ms, read, stop.signal)));
      return Promise.all([begin('a', 17), sleep(5).then(() => begin('b', 23))]);
    },
    {
      mayLeave,
      plan: {
        a: [0, 83],
        b: [5, fails ? 35 : 83, { fails }],
        read: [0, 5, 17, 28, 34, 51, ...(fails ? [68] : [51, 68, 74])].map((ms) => [ms, ms + 7]),
      },
    },
  );

test('keeps the calls of every apart', async () => {
  for (const fails of [false, true]) {
    const because = `'a' has beats at 0, 17, 34, 51 and 68 ms, and 'b' at 5, 28, 51 and 74 ms.${fails ? " A call of 'b' fails at 35 ms, and 'a' goes on." : ''}`;
    const check = (trace: Trace) => expect(trace).toRunAsPlanned(because);
    await again(() => two(fails), check);
    await together(() => two(fails), check);
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
