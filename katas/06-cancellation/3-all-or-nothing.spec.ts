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
type JobOptions = Parameters<Lab['job']>[2];

const LEFT = new Error('the user has left');

const LAST_FIRST =
  'Undo the steps that were done: the last one first, each when the one before it is undone. Reject only after that.';

const STILL_WORKS =
  "An 'undo' comes after the failure or the abort. Told to stop, it undoes nothing: pass it a signal that is never aborted.";

const NO_MORE =
  'The signal was aborted at 37 ms: start no step after that, and undo what was done.';

const DONE =
  "'car' was told to stop at 61 ms, and was booked all the same. What is done has to be undone.";

const NOT_DONE = "The 'do' of the car has failed, so it has done nothing that could be undone.";

const ALL_DONE = 'All steps of this trip can be done, so there is nothing to undo.';

const BEFORE =
  "The signal had been aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";

const TWICE =
  "'mine' and 'yours' are two calls. In 'mine' the same flight is done twice, and the same room once; the second time it is full.";

const GO_ON =
  "The 'undo' of the room rejects in this test. The flight is still booked, and has to be undone all the same.";

const UNDONE_FIRST =
  "The user leaves at 61 ms, when two steps are done. Wait for the end of 'car', undo those two, and reject only after that.";

const AGGREGATE =
  "Not all is undone, and the caller has to know: reject with an AggregateError, also when only one 'undo' fails.";

const PARTS =
  "These are the 'errors' and the 'cause' of your AggregateError: the reasons of the undos, in order, and what made them necessary.";

/** With what it rejects has its own test, so here it only says that it did. A bug in the code gets out. */
const rejected = (error: unknown) => {
  const isBug = error instanceof TypeError || error instanceof ReferenceError;
  if (isBug || (error instanceof Error && error.message.startsWith('TODO'))) throw error;
  return 'rejected';
};

/** Ignores its signal. */
const deaf = (op: Op) => () => op(new AbortController().signal);

/** Rejects with this, whatever `op` ends with. */
const failing = (op: Op, reason: unknown) => (signal: AbortSignal) => {
  const fail = () => Promise.reject(reason);
  return op(signal).then(fail, fail);
};

/** Throws this in the call. */
const throwing = (reason: unknown) => () => {
  throw reason;
};

/** Told to stop, each 'undo' would need 7 ms for that. */
const step = ({ job }: Lab, name: string, takes: number, undoTakes: number, how?: JobOptions) => ({
  do: job(name, takes, how),
  undo: job(`undo ${name}`, undoTakes, { stopsIn: 7 }),
});

/** A flight, a room and a car. Told to stop, the car needs 7 ms to end. */
const trip = (lab: Lab, car: JobOptions = {}) => ({
  flight: step(lab, 'flight', 29, 13),
  room: step(lab, 'room', 23, 11),
  car: step(lab, 'car', 41, 17, { stopsIn: 7, ...car }),
});

type Trip = ReturnType<typeof trip>;

interface Scene {
  /** How the car ends. */
  car?: JobOptions;
  /** What is booked; flight, room and car if it does not say. */
  steps?: (trip: Trip, lab: Lab, stop: AbortController) => Step[];
  /** When the user leaves, in ms. */
  leaves?: number;
  stop?: AbortController;
  reason?: unknown;
  settle?: (result: Promise<void>) => Promise<unknown>;
  mayLeave?: ('work' | 'listener')[];
}

type Plan = NonNullable<Parameters<typeof observe>[1]>['plan'];

const usual = ({ flight, room, car }: Trip) => [flight, room, car];

const asItIs = (result: Promise<void>) => result;

const orRejected = (result: Promise<void>) => result.then(() => 'booked', rejected);

/** Books a trip. What may be left has a test of its own. */
const booking = (scene: Scene, plan: Plan) =>
  observe(
    (lab) => {
      const { car, steps = usual, leaves, settle = orRejected } = scene;
      const reason = 'reason' in scene ? scene.reason : LEFT;
      const stop = scene.stop ?? lab.controller();
      if (leaves) lab.at(leaves, () => stop.abort(reason), 'user leaves');
      const all = steps(trip(lab, car), lab, stop);
      return settle(lab.call('allOrNothing', () => allOrNothing(all, stop.signal)));
    },
    { mayLeave: scene.mayLeave ?? ['work', 'listener'], plan },
  );

/** The user leaves at 61 ms, while the car is being booked. */
const quitting = (scene: Scene = {}) =>
  booking(
    { leaves: 61, ...scene },
    {
      allOrNothing: [0, 92, { fails: true }],
      flight: [0, 29],
      room: [29, 52],
      car: [52, 68, { aborted: 61 }],
      'undo room': [68, 79],
      'undo flight': [79, 92],
    },
  );

/** The user leaves at 37 ms, while the room is being booked. */
const leavingEarly = () =>
  booking(
    { leaves: 37 },
    {
      allOrNothing: [0, 50, { fails: true }],
      flight: [0, 29],
      room: [29, 37, { aborted: 37 }],
      'undo flight': [37, 50],
    },
  );

/** The user leaves at 37 ms. The room ignores its signal, and is booked at 52 ms. */
const lateRoom = () =>
  booking(
    {
      leaves: 37,
      steps: ({ flight, room, car }) => [flight, { ...room, do: deaf(room.do) }, car],
    },
    {
      allOrNothing: [0, 76, { fails: true }],
      flight: [0, 29],
      room: [29, 52],
      'undo room': [52, 63],
      'undo flight': [63, 76],
    },
  );

/** The car is booked at 93 ms, when the signal has been aborted. */
const lateCar = (scene: Scene) =>
  booking(scene, {
    allOrNothing: [0, 134, { fails: true }],
    flight: [0, 29],
    room: [29, 52],
    car: [52, 93],
    'undo car': [93, 110],
    'undo room': [110, 121],
    'undo flight': [121, 134],
  });

/** The user leaves at 61 ms, and the car ignores its signal. */
const deafCar = (scene: Scene) =>
  lateCar({
    ...scene,
    leaves: 61,
    steps: ({ flight, room, car }) => [flight, room, { ...car, do: deaf(car.do) }],
  });

/** When the car is booked, its 'do' aborts the signal, and only then it fulfils. */
const carAborts = () =>
  lateCar({
    steps: ({ flight, room, car }, _, stop) => {
      const last = (signal: AbortSignal) => car.do(signal).then(() => stop.abort(LEFT));
      return [flight, room, { ...car, do: last }];
    },
  });

/** All steps are done at 93 ms. */
const undisturbed = (scene: Scene) =>
  booking(scene, { allOrNothing: [0, 93], flight: [0, 29], room: [29, 52], car: [52, 93] });

/** The same, and the user leaves later. */
const goingWell = (values: Record<string, unknown> = {}) =>
  undisturbed({
    mayLeave: ['work'],
    leaves: 107,
    car: { gives: values.car as string },
    steps: ({ flight, car }, lab) => [
      flight,
      step(lab, 'room', 23, 11, { gives: values.room as string }),
      car,
    ],
  });

const NO_CAR = new Error('no car');

/** At 93 ms there is no car. A tour would follow. */
const noCar = (scene: Scene = {}) =>
  booking(
    {
      car: { failsWith: NO_CAR },
      steps: (all, lab) => [...usual(all), step(lab, 'tour', 19, 19)],
      ...scene,
    },
    {
      allOrNothing: [0, 117, { fails: true }],
      flight: [0, 29],
      room: [29, 52],
      car: [52, 93],
      'undo room': [93, 104],
      'undo flight': [104, 117],
    },
  );

/** The call of the car throws. */
const carThrows = (reason: unknown) =>
  booking(
    {
      settle: asItIs,
      steps: ({ flight, room, car }) => [flight, room, { ...car, do: throwing(reason) }],
    },
    {
      allOrNothing: [0, 76, { fails: true }],
      flight: [0, 29],
      room: [29, 52],
      'undo room': [52, 63],
      'undo flight': [63, 76],
    },
  );

/** No work is done. */
const nothing = (scene: Scene) =>
  booking({ settle: asItIs, ...scene }, { allOrNothing: [0, 0, { fails: true }] });

/** The 'do' of the car logs why it is told to stop. */
const sayingWhy = ({ flight, room, car }: Trip, { log }: Lab) => {
  const last = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => log(String(signal.reason)));
    return car.do(signal);
  };
  return [flight, room, { ...car, do: last }];
};

/** No 'undo' looks at its signal. */
const deafUndo = (all: Trip) => usual(all).map((one) => ({ do: one.do, undo: deaf(one.undo) }));

/** Each 'undo' logs with which signal it is called. */
const logging = (all: Trip, { log }: Lab) =>
  deafUndo(all).map(({ do: doing, undo }) => ({
    do: doing,
    undo: (signal: AbortSignal) => {
      const isSignal = signal instanceof AbortSignal;
      const kind = isSignal && signal.aborted ? 'an aborted signal' : 'a signal';
      log(`with ${isSignal ? kind : 'no signal'}`);
      return undo();
    },
  }));

/** Takes very long to undo the room. */
const slowRoom = ({ flight, car }: Trip, lab: Lab) => [flight, step(lab, 'room', 23, 10_007), car];

/** The 'undo' of the room rejects with this. */
const stuckRoom = (reason: unknown) => ({
  steps: ({ flight, room, car }: Trip) => [
    flight,
    { ...room, undo: failing(room.undo, reason) },
    car,
  ],
});

/** The 'undo' of the room rejects, and that of the flight throws in the call. */
const bothStuck = (reasons: Record<'room' | 'flight', unknown>) => ({
  steps: ({ flight, room, car }: Trip) => [
    { ...flight, undo: throwing(reasons.flight) },
    { ...room, undo: failing(room.undo, reasons.room) },
    car,
  ],
});

/** The parts of an AggregateError with this cause; any other error gets out. */
const parts = (cause: unknown) => (result: Promise<void>) =>
  result.catch((error) => {
    if (!(error instanceof AggregateError)) throw error;
    const isSame = Object.is(error.cause, cause);
    return { errors: error.errors, cause: isSame ? 'the first reason' : error.cause };
  });

/** Twelve steps of 3 ms, which need 5 ms to be undone; a thirteenth one fails. */
const longTrip = () => {
  const names = Array.from({ length: 12 }, (_, i) => `${i + 1}`);
  const undoing = names.map((_, i) => 37 + 5 * (11 - i));
  return booking(
    {
      steps: (_, lab) => [
        // More than ten listeners on one signal would make Node print a warning.
        ...names.map((name) => step(lab, name, 3, 5)).map((one) => ({ ...one, do: deaf(one.do) })),
        step(lab, 'last', 1, 5, { fails: true }),
      ],
    },
    {
      allOrNothing: [0, 97, { fails: true }],
      ...Object.fromEntries(names.map((name, i) => [name, [3 * i, 3 * i + 3]])),
      last: [36, 37],
      ...Object.fromEntries(undoing.map((at, i) => [`undo ${i + 1}`, [at, at + 5]])),
    },
  );
};

/** Two calls at the same time, with one list and one signal, which is aborted at 37 ms. */
const oneSignal = () =>
  observe(
    (lab) => {
      const stop = lab.controller();
      stop.signal.onabort = () => lab.log('onabort');
      lab.at(37, () => stop.abort(LEFT), 'user leaves');
      const { flight, room, car } = trip(lab);
      const steps = [flight, { ...room, do: deaf(room.do) }, car];
      const call = (name: string) =>
        orRejected(lab.call(name, () => allOrNothing(steps, stop.signal)));
      return Promise.all([call('mine'), call('yours')]);
    },
    {
      mayLeave: ['work', 'listener'],
      plan: {
        mine: [0, 76, { fails: true }],
        yours: [0, 76, { fails: true }],
        flight: [
          [0, 29],
          [0, 29],
        ],
        room: [
          [29, 52],
          [29, 52],
        ],
        'undo room': [
          [52, 63],
          [52, 63],
        ],
        'undo flight': [
          [63, 76],
          [63, 76],
        ],
      },
    },
  );

/** Room and car are booked by a call of their own, which is the second step. */
const nested = ({ flight, room, car }: Trip) => [
  flight,
  { do: (signal: AbortSignal) => allOrNothing([room, car], signal), undo: room.undo },
];

/** In 'mine' flight and room are there twice, but the second room is full. 'yours' goes well at the same time. */
const twoCalls = () =>
  observe(
    async (lab) => {
      const { flight, room } = trip(lab);
      const rooms = [room.do, lab.job('full room', 41, { fails: true })];
      const nextRoom = { ...room, do: (signal: AbortSignal) => (rooms.shift() ?? room.do)(signal) };
      const mine = [flight, nextRoom, flight, nextRoom];
      const before = [...mine];
      const yours = [step(lab, 'tour', 31, 19), step(lab, 'meal', 17, 19)];
      const call = (name: string, steps: Step[]) =>
        orRejected(lab.call(name, () => allOrNothing(steps, lab.controller().signal)));
      const both = await Promise.all([call('mine', mine), call('yours', yours)]);
      const isTheSame = mine.length === 4 && mine.every((one, i) => one === before[i]);
      return [...both, isTheSame ? 'the same list' : 'another list'];
    },
    {
      mayLeave: ['work', 'listener'],
      plan: {
        mine: [0, 159, { fails: true }],
        flight: [
          [0, 29],
          [52, 81],
        ],
        room: [29, 52],
        'full room': [81, 122],
        'undo flight': [
          [122, 135],
          [146, 159],
        ],
        'undo room': [135, 146],
        yours: [0, 48],
        tour: [0, 31],
        meal: [31, 48],
      },
    },
  );

test('runs one do after another, and fulfils when the last one has fulfilled', async () => {
  expect(await quitting()).toStart('car', 1);
  const trace = await goingWell();
  expect(trace).toStart('undo car', 0, ALL_DONE);
  expect(trace).toSettleLast();
  expect(trace).toRunAsPlanned();
  expect(trace).toSetTimers(0);
  await eachValue(['room', 'car'], async (values) => {
    const trace = await goingWell(values);
    expect(trace).toRunAsPlanned();
    expect(trace).toGive('booked');
  });
  const empty = await observe((lab) => orRejected(allOrNothing([], lab.controller().signal)));
  expect(empty).toGive('booked');
});

test('lets an abort reach the do that is running', async () => {
  // With which signal an 'undo' is called has its own test.
  const trace = await quitting({ steps: deafUndo });
  expect(trace).toAbort({ car: 61 }, "Pass the signal on to each 'do'.");
  expect(await quitting({ steps: sayingWhy })).toLog(
    [61, 'Error: the user has left'],
    "The 'do' of the car logs the reason of its signal. Work may ask why it has to stop.",
  );
  expect(await undisturbed({})).toAbortOnlyRunning();
});

test('starts no step after a do that fails, and does not undo that one', async () => {
  const trace = await noCar();
  expect(trace).toStart('tour', 0);
  expect(trace).toStart('undo car', 0, NOT_DONE);
});

test('undoes all steps that were done, the last one first, one after another', async () => {
  const trace = await noCar();
  expect(trace).toSettleLast();
  expect(trace).toRunAsPlanned(LAST_FIRST);
  expect(await longTrip()).toRunAsPlanned(LAST_FIRST);
});

test('rejects with the reason of the do that failed, when all are undone', async () => {
  await eachReason(['car'], async ({ car }) => {
    expect(await noCar({ car: { failsWith: car }, settle: asItIs })).toRejectWith(car, 117);
  });
  await eachReason(
    ['do'],
    async ({ do: reason }) => {
      expect(await carThrows(reason)).toRejectWith(reason, 76);
      const first = { do: throwing(reason), undo: async () => {} };
      expect(await nothing({ steps: () => [first] })).toRejectWith(reason, 0);
    },
    'throws',
  );
});

test('calls each undo with a signal that is never aborted', async () => {
  expect(await quitting()).toAbort({ car: 61 }, STILL_WORKS);
  expect(await noCar({ leaves: 97 })).toAbort({}, STILL_WORKS);
  expect(await noCar()).toAbortOnlyRunning();
  expect(await quitting({ steps: slowRoom })).toAbort({ car: 61 }, STILL_WORKS);
  expect(await noCar({ steps: logging })).toLog(
    [93, 'with a signal'],
    [104, 'with a signal'],
    "An 'undo' takes a signal, too.",
  );
});

test('waits after an abort for the do that is running, and undoes the steps', async () => {
  const trace = await quitting();
  expect(trace).toRunAsPlanned(UNDONE_FIRST);
  expect(trace).toSetTimers(0);
  expect(await leavingEarly()).toRunAsPlanned();
});

test('rejects after an abort with the reason of the signal', async () => {
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const stop = new AbortController();
      const trace = await quitting({ stop, reason: reasons['the signal'], settle: asItIs });
      expect(trace).toRejectWith(stop.signal.reason, 92);
    },
    'is aborted with',
  );
  await eachReason(
    ['the signal', 'car'],
    async (reasons) => {
      const stop = new AbortController();
      const scene = { stop, reason: reasons['the signal'], settle: asItIs };
      const last = (op: Op) => failing(op, reasons.car);
      const steps = ({ flight, room, car }: Trip) => [flight, room, { ...car, do: last(car.do) }];
      expect(await quitting({ ...scene, steps })).toRejectWith(stop.signal.reason, 92);
    },
    'ends with',
  );
  await eachReason(['flight'], async ({ flight: reason }) => {
    const steps = ({ flight }: Trip) => [{ ...flight, do: failing(flight.do, reason) }];
    const first = await booking({ leaves: 17, steps, settle: asItIs }, { flight: [0, 17] });
    expect(first).toRejectWith(LEFT, 17);
  });
});

test('undoes a do that fulfils after the abort, also the last one', async () => {
  expect(await lateRoom()).toRunAsPlanned(NO_MORE);
  await eachValue(['car'], async ({ car }) => {
    const trace = await deafCar({ car: { gives: car as string } });
    expect(trace).toRunAsPlanned(DONE);
    expect(trace).toGive('rejected', DONE);
  });
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const scene = { stop: new AbortController(), reason: reasons['the signal'] };
      const trace = await deafCar({ ...scene, settle: asItIs });
      expect(trace).toRejectWith(scene.stop.signal.reason, 134, DONE);
    },
    'is aborted with',
  );
  const trace = await carAborts();
  expect(trace).toRunAsPlanned();
  expect(trace).toGive('rejected');
});

test('goes on undoing when the abort comes meanwhile, and rejects with the first reason', async () => {
  const trace = await noCar({ leaves: 97, settle: asItIs });
  expect(trace).toRejectWith(NO_CAR, 117);
  expect(trace).toRunAsPlanned();
});

test('undoes the other steps when an undo fails', async () => {
  expect(await quitting(stuckRoom(new Error('no answer')))).toRunAsPlanned(GO_ON);
  const steps = ({ flight, room, car }: Trip) => [
    flight,
    { ...room, undo: throwing(new Error('no such room')) },
    car,
  ];
  expect(await quitting({ steps })).toStart('undo flight', 1, GO_ON);
});

test('rejects with an AggregateError when an undo fails', async () => {
  await eachReason(['undo room'], async (reasons) => {
    const reason = reasons['undo room'];
    const trace = await quitting({ ...stuckRoom(reason), settle: asItIs });
    expect(trace).toFailWith({ name: 'AggregateError' }, 92, AGGREGATE);
    const read = await quitting({ ...stuckRoom(reason), settle: parts(LEFT) });
    expect(read).toGive({ errors: [reason], cause: 'the first reason' }, PARTS);
  });
  await eachReason(['room', 'flight', 'car'], async ({ room, flight, car }) => {
    const scene = { car: { failsWith: car }, ...bothStuck({ room, flight }) };
    const trace = await noCar({ ...scene, settle: asItIs });
    expect(trace).toFailWith({ name: 'AggregateError' }, 104, AGGREGATE);
    const read = await noCar({ ...scene, settle: parts(car) });
    expect(read).toGive({ errors: [room, flight], cause: 'the first reason' }, PARTS);
  });
});

test('calls nothing when the signal was aborted before the call', async () => {
  const stop = new AbortController();
  stop.abort(LEFT);
  expect(await nothing({ stop, settle: orRejected })).toRunAsPlanned(BEFORE);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const stop = new AbortController();
      stop.abort(reasons['the signal']);
      expect(await nothing({ stop })).toRejectWith(stop.signal.reason, 0);
      expect(await nothing({ stop, steps: () => [] })).toRejectWith(stop.signal.reason, 0);
    },
    'was aborted with',
  );
});

test('keeps calls apart, takes a step twice, and leaves the list as it is', async () => {
  const check = (trace: Trace) => {
    expect(trace).toRunAsPlanned(TWICE);
    expect(trace).toGive(['rejected', 'booked', 'the same list']);
  };
  await again(twoCalls, check);
  await together(twoCalls, check);
  expect(await oneSignal()).toRunAsPlanned('Two calls have the same list and the same signal.');
  expect(await oneSignal()).toLog([37, 'onabort'], 'The signal belongs to the caller.');
  expect(await quitting({ steps: nested })).toRunAsPlanned();
});
