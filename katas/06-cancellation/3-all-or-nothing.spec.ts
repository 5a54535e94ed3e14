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
import { allOrNothing } from './3-all-or-nothing.ts';

type Step = Parameters<typeof allOrNothing>[0][number];
type Op = Step['do'];
type Plan = NonNullable<NonNullable<Parameters<typeof observe>[1]>['plan']>;

const LEFT = new Error('the user has left');
const NO_CAR = new Error('no car');

const LAST_FIRST =
  'Undo the steps that were done: the last one first, each when the one before it is undone. Reject only after that.';

const STILL_WORKS =
  "An 'undo' comes after the failure or the abort. Told to stop, it undoes nothing: pass it a signal that is never aborted.";

const DONE =
  "The signal was aborted while a 'do' was running, and that 'do' fulfilled all the same. Start no step after that: what is done has to be undone.";

const NOT_DONE = "The 'do' of the car has failed, so it has done nothing that could be undone.";

const ALL_DONE = 'All steps of this trip can be done, so there is nothing to undo.';

const BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";

const TWICE =
  "'mine' and 'yours' are two calls. In 'mine' the same flight is done twice, and the same room once; the second time it is full. After that, both are called again.";

const UNDONE_FIRST =
  "The user leaves at 61 ms, when two steps are done. Wait for the end of 'car', undo those two, and reject only after that.";

const AGGREGATE =
  "Not all is undone, and the caller has to know: reject with an AggregateError, also when only one 'undo' fails. Its `errors` are the reasons of the undos, and its `cause` is the reason why they were called.";

const NO_TIMER =
  'What are timers for here? A promise calls its handlers as soon as it settles, and needs no timer.';

const IN_CALL =
  "Aborting `signal` aborts the signal of each 'do' in the same moment, also during its call.";

/** What a failure says of their reasons. */
const FIRST_ABORT = { 'the signal': 'is aborted with', car: 'then rejects with' };

const SAME = 'Two calls have the same list and the same signal.';

const OWNER = 'The signal belongs to the caller, who listens to it from 5 ms on.';

const goOn = (how: string) =>
  `The 'undo' of the room ${how} in this scene. The flight is still booked, and has to be undone all the same.`;

/** With what it rejects has its own test, so here it only says that it did. A bug in the code gets out. */
const rejected = (error: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

const asItIs = (result: Promise<void>) => result;

const orRejected = (result: Promise<void>) => result.then(() => 'booked', rejected);

/** What a 'do' or an 'undo' does, in the place of its work. */
type Other = (signal: AbortSignal, work: Op, lab: Lab, stop: AbortController) => Promise<unknown>;

/** Ignores its signal. */
const deaf: Other = (_, work) => work(new AbortController().signal);

/** Rejects with this, whatever the work ends with. */
const failing = (reason: unknown): Other => {
  const fail = () => Promise.reject(reason);
  return (signal, work) => work(signal).then(fail, fail);
};

/** Throws this in the call. */
const throwing = (reason: unknown) => () => {
  throw reason;
};

/** The user leaves in the call. */
const leaving: Other = (signal, work, { log }, stop) => {
  const running = work(signal);
  stop.abort(LEFT);
  log(signal.aborted ? 'told to stop' : 'not told to stop');
  return running;
};

/** Logs why it is told to stop. */
const asking: Other = (signal, work, { log }, stop) => {
  const isYours = () => Object.is(signal.reason, stop.signal.reason);
  signal.addEventListener('abort', () => log(isYours() ? 'your reason' : 'another reason'));
  return work(signal);
};

/** Logs with which signal it is called, and an abort at any time. */
const logging: Other = (signal, work, { log }) => {
  const isGood = signal instanceof AbortSignal && !signal.aborted;
  log(isGood ? 'with a signal' : 'with no signal, or an aborted one');
  signal?.addEventListener('abort', () => log('the signal is aborted'));
  return work(new AbortController().signal);
};

/** How many ms it takes to do, and to undo; 3 and 5 for any other step. */
const TAKES: Record<string, number[]> = { flight: [29, 13], room: [23, 11], car: [41, 17] };
const takes = (name: string, kind: 0 | 1) => (TAKES[name] ?? [3, 5])[kind] as number;

const ALL = ['flight', 'room', 'car'];
const TWO = ['flight', 'room'];

interface Change {
  do?: Other;
  undo?: Other;
  ends?: Parameters<Lab['job']>[2];
  undoEnds?: Parameters<Lab['job']>[2];
}

/** Told to stop, the car needs 7 ms, and so does each 'undo'. */
const step = (lab: Lab, name: string, change: Change = {}, stop = new AbortController()): Step => {
  const work: Other = (signal, work) => work(signal);
  const { do: doing = work, undo: undoing = work, ends, undoEnds } = change;
  const job = lab.job(name, takes(name, 0), { stopsIn: name === 'car' ? 7 : 0, ...ends });
  const undo = lab.job(`undo ${name}`, takes(name, 1), { stopsIn: 7, ...undoEnds });
  return {
    do: (signal) => doing(signal, job, lab, stop),
    undo: (signal) => undoing(signal, undo, lab, stop),
  };
};

interface Scene {
  /** What is booked; flight, room and car if it does not say. */
  names?: string[];
  flight?: Change;
  room?: Change;
  car?: Change;
  /** What is different about each step. */
  each?: Change;
  /** When the user leaves, in ms. */
  leaves?: number;
  stop?: AbortController;
  reason?: unknown;
  /** From 5 ms on, the caller listens to the signal in two ways. */
  listens?: boolean;
  /** Two calls at the same time. */
  twice?: boolean;
  settle?: (result: Promise<void>) => Promise<unknown>;
  mayLeave?: ('work' | 'listener')[];
}

/** Books a trip. What may be left has a test of its own. */
const booking = (scene: Scene, plan: Plan) =>
  observe(
    (lab) => {
      const { names = ALL, each, flight, room, car } = scene;
      const { leaves, settle = orRejected, stop = lab.controller() } = scene;
      const { signal } = stop;
      const changes: Record<string, Change | undefined> = { flight, room, car };
      const steps = names.map((name) => step(lab, name, { ...each, ...changes[name] }, stop));
      const leave = () => stop.abort('reason' in scene ? scene.reason : LEFT);
      if (leaves) lab.at(leaves, leave, 'user leaves');
      const listen = () => {
        signal.onabort = () => lab.log('onabort');
        signal.addEventListener('abort', () => lab.log('listener'));
      };
      if (scene.listens) lab.at(5, listen);
      const call = () => settle(lab.call('allOrNothing', () => allOrNothing(steps, signal)));
      return scene.twice ? Promise.all([call(), call()]) : call();
    },
    {
      mayLeave: scene.mayLeave ?? ['work', 'listener'],
      plan: Object.fromEntries(
        Object.entries(plan).map(([name, span]) => [name, scene.twice ? [span, span] : span]),
      ) as Plan,
    },
  );

/** Each begins when the one before it has ended. */
const chain = (from: number, names: string[], kind: 0 | 1): Plan => {
  let now = from;
  const spans = names.map((name) => {
    const start = now;
    now += takes(name, kind);
    return [kind ? `undo ${name}` : name, [start, now]];
  });
  return Object.fromEntries(spans);
};

/** These steps are done, perhaps another one is not, and then comes the way back. */
const back = (done: string[], other: Plan = {}): Plan => {
  const spans: Plan = { ...chain(0, done, 0), ...other };
  const endOf = (plan: Plan) => Math.max(0, ...Object.values(plan).map((span) => Number(span[1])));
  const undos = chain(endOf(spans), done.toReversed(), 1);
  return { allOrNothing: [0, endOf({ ...spans, ...undos }), { fails: true }], ...spans, ...undos };
};

/** The user leaves at 61 ms, while the car is being booked. */
const quitting = (scene: Scene = {}) =>
  booking({ leaves: 61, ...scene }, back(TWO, { car: [52, 68, { aborted: 61 }] }));

/** The user leaves while the last one of these steps is being booked. It ignores its signal, and is done. */
const late = (done: string[], leaves: number, scene: Scene = {}) =>
  booking({ leaves, each: { do: deaf }, ...scene }, back(done));

/** All steps are done at 93 ms. */
const undisturbed = (scene: Scene = {}) =>
  booking(scene, { allOrNothing: [0, 93], ...chain(0, ALL, 0) });

/** At 93 ms there is no car. A tour would follow. */
const noCar = (scene: Scene = {}) => {
  const usual = { names: [...ALL, 'tour'], car: { ends: { failsWith: NO_CAR } } };
  return booking({ ...usual, ...scene }, back(TWO, { car: [52, 93] }));
};

/** The call of the car throws. A tour would follow. */
const carThrows = (scene: Scene = {}) =>
  booking({ names: [...ALL, 'tour'], car: { do: throwing(NO_CAR) }, ...scene }, back(TWO));

/** No work is done. */
const nothing = (scene: Scene) => booking({ settle: asItIs, ...scene }, back([]));

/** In 'mine' flight and room are there twice, but the second room is full. 'yours' goes well at the same time. */
const twoCalls = () =>
  observe(
    async (lab) => {
      const [flight, room] = [step(lab, 'flight'), step(lab, 'room')];
      const rooms = [room.do, lab.job('full room', 41, { fails: true })];
      const nextRoom = { ...room, do: (signal: AbortSignal) => (rooms.shift() ?? room.do)(signal) };
      const mine = [flight, nextRoom, flight, nextRoom];
      const before = [...mine];
      const yours = [step(lab, 'car'), step(lab, 'tour')];
      const again = async (name: string, steps: Step[]) => {
        const { signal } = lab.controller();
        const call = () => orRejected(lab.call(name, () => allOrNothing(steps, signal)));
        return [await call(), await call()];
      };
      const ends = await Promise.all([again('mine', mine), again('yours', yours)]);
      const isTheSame = mine.length === 4 && mine.every((one, i) => one === before[i]);
      return [...ends.flat(), isTheSame ? 'the same list' : 'another list'];
    },
    {
      mayLeave: ['work', 'listener'],
      plan: {
        mine: [
          [0, 159, { fails: true }],
          [159, 263],
        ],
        flight: [0, 52, 159, 211].map((at) => [at, at + 29] as const),
        room: [29, 188, 240].map((at) => [at, at + 23] as const),
        'full room': [81, 122],
        'undo flight': [122, 146].map((at) => [at, at + 13] as const),
        'undo room': [135, 146],
        yours: [0, 44].map((at) => [at, at + 44] as const),
        car: [0, 44].map((at) => [at, at + 41] as const),
        tour: [41, 85].map((at) => [at, at + 3] as const),
      },
    },
  );

/** Runs a check with every reason of the signal. */
const eachAbort = (check: (scene: { stop: AbortController; reason: unknown }) => Promise<void>) =>
  eachReason(
    ['the signal'],
    (reasons) => check({ stop: new AbortController(), reason: reasons['the signal'] }),
    'is aborted with',
  );

test('runs one do after another, and fulfils when the last one has fulfilled', async () => {
  expect(await quitting()).toStart('car', 1);
  const later: Scene = { leaves: 107, mayLeave: ['work'] };
  const trace = await undisturbed(later);
  expect(trace).toStart('undo car', 0, ALL_DONE);
  expect(trace).toSettleLast();
  expect(trace).toRunAsPlanned();
  expect(trace).toSetTimers(0, NO_TIMER);
  await eachValue(['room', 'car'], async ({ room, car }) => {
    const values = { room: { ends: { gives: room } }, car: { ends: { gives: car } } };
    const trace = await undisturbed({ ...later, ...values });
    expect(trace).toRunAsPlanned();
    expect(trace).toGive('booked');
  });
  const empty = await observe((lab) => orRejected(allOrNothing([], lab.controller().signal)));
  expect(empty).toGive('booked');
});

test('lets an abort reach the do that is running', async () => {
  // With which signal an 'undo' is called has its own test.
  const each = { undo: deaf };
  expect(await quitting({ each })).toAbort({ car: 61 }, "Pass the signal on to each 'do'.");
  await eachAbort(async (scene) => {
    expect(await quitting({ ...scene, each, car: { do: asking } })).toLog(
      [61, 'your reason'],
      "The 'do' of the car logs the reason of its signal. Work may ask why it has to stop.",
    );
  });
  const scene = { each, car: { do: leaving } };
  const trace = await booking(scene, back(TWO, { car: [52, 59, { aborted: 52 }] }));
  expect(trace).toLog([52, 'told to stop'], IN_CALL);
  for (const scene of [undisturbed, noCar, carThrows]) expect(await scene()).toAbortOnlyRunning();
});

test('starts no step after a do that fails, and does not undo that one', async () => {
  for (const scene of [noCar, carThrows]) {
    const trace = await scene();
    expect(trace).toStart('tour', 0);
    expect(trace).toStart('undo car', 0, NOT_DONE);
  }
});

test('undoes all steps that were done, the last one first, one after another', async () => {
  const trace = await noCar();
  expect(trace).toSettleLast();
  expect(trace).toRunAsPlanned(LAST_FIRST);
  const twelve = Array.from({ length: 12 }, (_, i) => `step ${i}`);
  // More than ten listeners on one signal would make Node print a warning.
  const each = { do: deaf };
  const scene = { names: [...twelve, 'car'], each, car: { ends: { fails: true } } };
  const long = await booking(scene, back(twelve, { car: [36, 77] }));
  expect(long).toRunAsPlanned(LAST_FIRST);
});

test('rejects with the reason of the do that failed, when all are undone', async () => {
  const settle = asItIs;
  await eachReason(['car'], async ({ car }) => {
    expect(await noCar({ car: { ends: { failsWith: car } }, settle })).toRejectWith(car, 117);
  });
  await eachReason(
    ['do'],
    async ({ do: reason }) => {
      const change = { do: throwing(reason) };
      expect(await carThrows({ car: change, settle })).toRejectWith(reason, 76);
      expect(await nothing({ names: ['flight'], flight: change })).toRejectWith(reason, 0);
    },
    'throws',
  );
  await eachValue(['undo room'], async (values) => {
    const room = { undoEnds: { gives: values['undo room'] } };
    expect(await noCar({ room, settle })).toRejectWith(NO_CAR, 117);
  });
});

test('calls each undo with a signal that is never aborted', async () => {
  expect(await quitting()).toAbort({ car: 61 }, STILL_WORKS);
  expect(await noCar({ leaves: 97 })).toAbort({}, STILL_WORKS);
  const slow: Other = (signal, _, { job }) => job('undo room', 10_007, { stopsIn: 7 })(signal);
  expect(await quitting({ room: { undo: slow } })).toAbort({ car: 61 }, STILL_WORKS);
  for (const undoEnds of [{}, { fails: true }]) {
    const scene = { each: { undo: logging }, flight: { undoEnds, undo: logging } };
    const [line, why] = [
      'with a signal',
      "Each 'undo' is called with a signal, also after an abort.",
    ];
    expect(await noCar(scene)).toLog([93, line], [104, line], why);
    expect(await quitting(scene)).toLog([68, line], [79, line], why);
  }
  expect(await noCar()).toSetTimers(0, NO_TIMER);
});

test('waits after an abort for the do that is running, and undoes the steps', async () => {
  const trace = await quitting();
  expect(trace).toRunAsPlanned(UNDONE_FIRST);
  expect(trace).toSetTimers(0, NO_TIMER);
  const early = back(['flight'], { room: [29, 37, { aborted: 37 }] });
  expect(await booking({ leaves: 37 }, early)).toRunAsPlanned();
});

test('rejects after an abort with the reason of the signal', async () => {
  const settle = asItIs;
  await eachAbort(async (scene) => {
    expect(await quitting({ ...scene, settle })).toRejectWith(scene.stop.signal.reason, 92);
  });
  await eachReason(
    ['the signal', 'car'],
    async (reasons) => {
      const stop = new AbortController();
      const scene = { stop, reason: reasons['the signal'], car: { do: failing(reasons.car) } };
      expect(await quitting({ ...scene, settle })).toRejectWith(stop.signal.reason, 92);
    },
    FIRST_ABORT,
  );
  const one = { names: ['flight'], leaves: 17, flight: { do: failing(NO_CAR) }, settle };
  expect(await booking(one, { flight: [0, 17] })).toRejectWith(LEFT, 17);
  const thenThrows: Other = (_, __, ___, stop) => {
    stop.abort(LEFT);
    throw NO_CAR;
  };
  const trace = await carThrows({ car: { do: thenThrows }, settle });
  expect(trace).toRejectWith(
    LEFT,
    76,
    'The call of the car aborts `signal`, and throws after that.',
  );
});

test('undoes a do that fulfils after the abort, also the last one', async () => {
  expect(await late(TWO, 37)).toRunAsPlanned(DONE);
  expect(await late(['flight'], 17)).toRunAsPlanned(DONE);
  expect(await late(['flight'], 17, { names: ['flight'] })).toRunAsPlanned(DONE);
  await eachValue(['car'], async ({ car }) => {
    const trace = await late(ALL, 61, { car: { ends: { gives: car }, do: deaf } });
    expect(trace).toRunAsPlanned(DONE);
    expect(trace).toGive('rejected', DONE);
  });
  await eachAbort(async (scene) => {
    const trace = await late(ALL, 61, { ...scene, settle: asItIs });
    expect(trace).toRejectWith(scene.stop.signal.reason, 134, DONE);
  });
  // When the car is booked, its 'do' aborts the signal, and only then it fulfils.
  const last: Other = (signal, work, _, stop) => work(signal).then(() => stop.abort(LEFT));
  const trace = await booking({ car: { do: last } }, back(ALL));
  expect(trace).toRunAsPlanned();
  expect(trace).toGive('rejected');
});

test('goes on undoing when the abort comes meanwhile, and rejects with the first reason', async () => {
  for (const scene of [{ leaves: 97 }, { room: { undo: leaving } }]) {
    const trace = await noCar({ ...scene, settle: asItIs });
    expect(trace).toRejectWith(NO_CAR, 117);
    expect(trace).toRunAsPlanned();
  }
});

test('undoes the other steps when an undo fails', async () => {
  const rejects = await quitting({ room: { undoEnds: { fails: true } } });
  expect(rejects).toRunAsPlanned(goOn('rejects'));
  expect(rejects).toSetTimers(0, NO_TIMER);
  const throws = await quitting({ room: { undo: throwing(new Error('no such room')) } });
  expect(throws).toStart('undo flight', 1, goOn('throws in the call'));
});

test('rejects with an AggregateError when an undo fails', async () => {
  const settle = asItIs;
  const stuck = (failsWith: unknown) => ({ undoEnds: { failsWith } });
  await eachReason(
    ['the signal', 'car', 'undo room'],
    async ({ 'the signal': reason, car, 'undo room': room }) => {
      const stop = new AbortController();
      const scene = { stop, reason, settle, room: stuck(room), car: { do: failing(car) } };
      const trace = await quitting(scene);
      const parts = { errors: [room], cause: stop.signal.reason };
      expect(trace).toRejectWithAll(parts, 92, AGGREGATE);
    },
    FIRST_ABORT,
  );
  await eachReason(
    ['car', 'undo room', 'undo flight'],
    async ({ car: cause, 'undo room': room, 'undo flight': flight }) => {
      const parts = { errors: [room, flight], cause };
      const scene = { settle, room: stuck(room), flight: { undo: throwing(flight) } };
      for (const leaves of [0, 97]) {
        const trace = await noCar({ ...scene, leaves, car: { ends: { failsWith: cause } } });
        expect(trace).toRejectWithAll(parts, 104, AGGREGATE);
      }
      const trace = await carThrows({ ...scene, car: { do: throwing(cause) } });
      expect(trace).toRejectWithAll(parts, 63, AGGREGATE);
    },
    'fails with',
  );
  const one = { names: ['flight'], flight: { do: deaf, undo: throwing(NO_CAR) }, settle };
  const alone = { errors: [NO_CAR], cause: LEFT };
  expect(await late(['flight'], 17, one)).toRejectWithAll(alone, 29, AGGREGATE);
  const list = ['no car', 'no line'];
  const same = {
    room: stuck(list),
    flight: stuck(list),
    car: { ends: { failsWith: list } },
    settle,
  };
  expect(await noCar(same)).toRejectWithAll({ errors: [list, list], cause: list }, 117, AGGREGATE);
});

test('calls nothing when the signal was aborted before the call', async () => {
  await eachAbort(async ({ stop, reason }) => {
    stop.abort(reason);
    const trace = await nothing({ stop, settle: (result) => result.catch(() => 'rejected') });
    expect(trace).toRunAsPlanned(BEFORE);
    expect(trace).toSetTimers(0, NO_TIMER);
    for (const names of [ALL, []])
      expect(await nothing({ stop, names })).toRejectWith(stop.signal.reason, 0);
  });
});

test('keeps calls apart, takes a step twice, and leaves the list as it is', async () => {
  const check = (trace: Trace) => {
    expect(trace).toStart('car', 2, TWICE);
    expect(trace).toGive(['rejected', 'booked', 'booked', 'booked', 'the same list'], TWICE);
    expect(trace).toRunAsPlanned(TWICE);
  };
  await again(twoCalls, check);
  await together(twoCalls, check);
  expect(await quitting({ listens: true })).toAbort({ car: 61 }, OWNER);
  const both = { listens: true, twice: true };
  const first = await booking(
    { leaves: 17, ...both },
    back([], { flight: [0, 17, { aborted: 17 }] }),
  );
  expect(first).toRunAsPlanned(SAME);
  const trace = await late(TWO, 37, both);
  expect(trace).toRunAsPlanned(SAME);
  expect(trace).toLog([37, 'onabort'], [37, 'listener'], OWNER);
  for (const scene of [undisturbed, noCar]) {
    const trace = await scene({ listens: true, leaves: 150 });
    expect(trace).toLog([150, 'onabort'], [150, 'listener'], OWNER);
  }
  // Room and car are booked by a call of their own, which is the second step.
  const nested: Other = (signal, work, lab) =>
    allOrNothing([{ ...step(lab, 'room'), do: work }, step(lab, 'car')], signal);
  expect(await quitting({ names: TWO, room: { do: nested } })).toRunAsPlanned();
});
