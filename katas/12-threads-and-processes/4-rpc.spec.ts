import { Worker } from 'node:worker_threads';
import {
  eachCase,
  eachReason,
  eachValue,
  expect,
  forReal,
  type Lab,
  observe,
  ownCopyOf,
  type Plan,
  realProgramOf,
  test,
  together,
} from '#lab';
import * as kata from './4-rpc.ts';

/** What a thread needs to start, in ms. */
const START = 30;

const OWN_ANSWER =
  'Several calls are pending at the same time, and the answers come when their methods end. What in an answer says which call it belongs to?';
const AT_ONCE =
  'While a method waits, the thread calls the next one. Each answer is sent when its own method has ended.';
const ANY_VALUE =
  'Any value may be an answer, also one that looks like a message of yours. What a method returns is awaited: it may be any thenable.';
const AS_CALLED =
  'A method gets copies of what its caller passed, as that was in the call, and is called on `methods`.';
const NAME_AND_MESSAGE =
  'A rejection is an answer, too, with whatever value. A copy of an Error loses its class, and a name that is not one of JavaScript itself, so name and message have to cross as texts, and not in a variable: a thread has its own copy of each one.';
const NO_METHOD =
  '`methods` itself has no such method. What every object inherits does not count, and the answer does not wait for other calls.';
const NOT_SENT = 'A function cannot be copied, so `postMessage` throws, and nothing is sent.';
const NOT_ANSWERED =
  'What the method ended with cannot be copied, so `postMessage` throws in the thread. The caller needs an answer all the same.';
const GONE =
  "A thread that has ended answers nothing. Its own worker emits 'exit', whatever the exit code is: from then on, the calls of this worker reject, and no others.";
const CRASHED =
  "When the code of a thread throws outside of a method, its worker emits first 'error', with any value, and then 'exit'.";
const ONE_LISTENER =
  'An emitter calls all of its listeners for each event, and warns at the eleventh. One listener can serve all calls.';
const NO_THENABLE =
  'If `then` of the object is a function, the object is a thenable. When an async function returns it, that function is called.';
const EACH_WORKER = 'Each worker has its own thread, with calls and an end of its own.';

type Thread = Parameters<Parameters<Lab['program']>[1]>[0];

const FAILS = { fails: true };
const NO_COPY = (() => {}) as never;
const until = ({ at }: Lab, ms: number) => new Promise<void>((resolve) => at(ms, resolve));

/** Throws this, when it is called. */
const throws = (reason: unknown) => () => {
  throw reason;
};

/** A thread that serves these methods. */
const open = <M extends object>(lab: Lab, methodsOf: (thread: Thread) => M, name = 'cook') => {
  // A thread has its own copy of every module.
  const serve = (thread: Thread) => ownCopyOf(kata).serve(thread.parentPort, methodsOf(thread));
  const worker = new Worker(lab.program(name, serve));
  return { worker, cook: kata.connect<M>(worker) };
};

/** A thread serves these methods, and `act` calls them. What is left has its own test. */
const kitchen = <M extends object>(
  methodsOf: (thread: Thread) => M,
  act: (calls: kata.Calls<M>, lab: Lab, worker: Worker) => unknown,
  plan: Plan = {},
  mayLeave: ('thread' | 'work' | 'timer' | 'port')[] = ['thread', 'work', 'timer', 'port'],
) => {
  const scene = (lab: Lab) => {
    const { cook, worker } = open(lab, methodsOf);
    return act(cook, lab, worker);
  };
  return observe(scene, { mayLeave, plan });
};

const cookOf = ({ job, burn, exit }: Thread) => ({
  simmer: (ms: number) => job('simmer', ms, { gives: `simmered ${ms}` })(),
  slice: (ms: number) => {
    burn(ms, 'slice');
    return `sliced ${ms}`;
  },
  leave: (code: number): void => exit(code),
});

type Methods = ReturnType<typeof cookOf>;
type Dish = readonly ['simmer' | 'slice', ms: number, at?: number];

const STEW: Dish = ['simmer', 101];
const ONION: Dish = ['slice', 19];
const LEEK: Dish = ['slice', 31];
const nameOf = ([what, ms]: Dish) => `${what}(${ms})`;
const answerTo = ([what, ms]: Dish) => `${what === 'slice' ? 'sliced' : 'simmered'} ${ms}`;
const ask = (cook: kata.Calls<Methods>, { call }: Lab, dish: Dish) =>
  call(nameOf(dish), () => cook[dish[0]](dish[1]));

/** When these calls and their methods start and end in one thread. */
const planOf = (dishes: readonly Dish[]) => {
  const plan: Record<string, [number, number][]> = {};
  let free = START;
  for (const dish of dishes) {
    const [what, ms, at = 0] = dish;
    const start = Math.max(free, at);
    plan[nameOf(dish)] = [...(plan[nameOf(dish)] ?? []), [at, start + ms]];
    plan[what] = [...(plan[what] ?? []), [start, start + ms]];
    if (what === 'slice') free = start + ms;
  }
  return plan;
};

const check = async (...dishes: Dish[]) => {
  const act = async (cook: kata.Calls<Methods>, lab: Lab) => {
    const calls = dishes.map(async (dish) => {
      if (dish[2]) await until(lab, dish[2]);
      return [nameOf(dish), await ask(cook, lab, dish)];
    });
    return Object.fromEntries(await Promise.all(calls));
  };
  const trace = await kitchen(cookOf, act, planOf(dishes));
  const answers = Object.fromEntries(dishes.map((dish) => [nameOf(dish), answerTo(dish)]));
  expect(trace).toGive(answers, OWN_ANSWER);
  expect(trace).toSetTimers(0);
  expect(trace).toRunAsPlanned(AT_ONCE);
  expect(trace).toBeSilentAtMost(0);
};

/** How a call has settled; an Error is known by its name and message. The TODO of the stub gets out. */
const settled = (call: Promise<unknown>, isAnyError = false) =>
  call.then(
    (value) => ({ value }),
    (reason) => {
      if (!(reason instanceof Error)) return { reason };
      if (reason.message.startsWith('TODO')) throw reason;
      return isAnyError ? 'an Error' : { name: reason.name, message: reason.message };
    },
  );

/** How a method has settled that ends in this way, and one that does so 17 ms later; meanwhile a stew simmers. */
const ending = (end: () => unknown, isAnyError = false, how: { fails?: boolean } = FAILS) =>
  kitchen(
    (thread) => ({ ...cookOf(thread), end, later: () => thread.sleep(17).then(end) }),
    async (cook, lab) => {
      const stew = ask(cook, lab, STEW);
      const calls = [lab.call('end', cook.end), lab.call('later', cook.later)];
      const [now, later] = await Promise.all(calls.map((call) => settled(call, isAnyError)));
      return { now, later, stew: await stew };
    },
    { ...planOf([STEW]), end: [0, 30, how], later: [0, 47, how] },
  );

const exited = (code: number) => ({ name: 'Error', message: `exited with code ${code}` });
const both = (one: unknown) => ({ now: one, later: one, stew: answerTo(STEW) });

/** Errors of which a copy loses something, or cannot be made. */
const MORE = [
  Object.assign(new Error(''), { name: 'Burnt' }),
  Object.assign(new RangeError('too hot'), { again: () => {} }),
  Object.assign(new Error('soup'), { name: '' }),
];

/** How a thread ends: with which exit code, when, and what it does before it serves. */
const ENDS: Record<string, [code: number, at: number, (thread: Thread) => void]> = {
  'When the thread calls exit(3) in a timer:': [3, 60, ({ at, exit }) => at(30, () => exit(3))],
  'When the thread calls exit(0) in a timer:': [0, 60, ({ at, exit }) => at(30, () => exit(0))],
  'When the thread calls exit(1) before it serves:': [1, 30, ({ exit }) => exit(1)],
  'When the caller ends the thread while it starts:': [1, 18, () => {}],
};

/** Two calls at 0 ms, of which the first one is answered if the thread is there at 41 ms, and one at 77. */
const dying = (end: number, before: (thread: Thread) => void) =>
  kitchen(
    (thread) => ({ ...cookOf(thread), before: before(thread) }),
    async (cook, lab, worker) => {
      if (end < START) lab.at(end - 1, () => worker.terminate());
      const all = [settled(ask(cook, lab, ['simmer', 11])), settled(ask(cook, lab, STEW))];
      await until(lab, 77);
      return Promise.all([...all, settled(ask(cook, lab, LEEK))]);
    },
    {
      'simmer(11)': end < 41 ? [0, end, FAILS] : [0, 41],
      'simmer(101)': [0, end, FAILS],
      'slice(31)': [77, 77, FAILS],
      ...(end > 41 && { simmer: [[30, 41] as const, [30, end, { aborted: end }] as const] }),
    },
  );

/** Two calls of each worker; the first worker ends at 60 ms. */
const twoWorkers = () =>
  kitchen(cookOf, (first, lab, worker) => {
    lab.at(59, () => worker.terminate());
    const calls = [first, open(lab, cookOf, 'Ben').cook].flatMap((cook, i) =>
      [7 + i, 41 + i].map((ms) => settled(ask(cook, lab, ['simmer', ms]))),
    );
    return Promise.all(calls);
  });

test('fulfils each call with the answer of its own method, when that has ended', async () => {
  await check(STEW, ONION, LEEK);
  await check(LEEK, STEW, ONION);
  await check(ONION, LEEK, STEW);
  await check(ONION, STEW, ['simmer', 31, 55], ['slice', 7, 200]);
  await check(['simmer', 30], ['simmer', 10], ['simmer', 20], ['simmer', 30]);
  await eachValue(['the method'], async ({ 'the method': value }) => {
    if (typeof value === 'function') return;
    expect(await ending(() => value, false, {})).toGive(both({ value }), ANY_VALUE);
  });
  const thenable = () => ({ then: (resolve: (value: string) => void) => resolve('rice') });
  expect(await ending(thenable, false, {})).toGive(both({ value: 'rice' }), ANY_VALUE);
});

test('calls the methods in order, with copies of the arguments as they are in the call', async () => {
  const many = [undefined, null, Number.NaN, new Error('a value'), { error: 'x' }, [0], undefined];
  const onion = { cut: 'rings' };
  const told = { error: 'x', name: 'Error', message: 'a value' };
  const bytes = () => Uint8Array.of(1, 2, 3);
  const methods = () => ({
    list: (...given: unknown[]) => given,
    pot: 'nothing' as unknown,
    fill(what?: unknown) {
      this.pot = what ?? this.pot;
      return this.pot;
    },
  });
  const trace = await kitchen(methods, async ({ list, fill }) => {
    const own = bytes();
    const lists = [list(onion), list(), list(...many)];
    onion.cut = 'cubes';
    const all = [...lists, fill(), fill(told), fill(), fill(own), fill()];
    return [...(await Promise.all(all)), own];
  });
  const pots = ['nothing', told, told, bytes(), bytes()];
  expect(trace).toGive([[{ cut: 'rings' }], [], many, ...pots, bytes()], AS_CALLED);
});

test('rejects with the name and the message of the error of its method', async () => {
  const ends = async ({ 'the method': reason }: Record<'the method', unknown>) => {
    const trace = await ending(throws(reason));
    const told = await settled(Promise.reject(reason));
    expect(trace).toGive(both(told), NAME_AND_MESSAGE);
    expect(trace).toRunAsPlanned(AT_ONCE);
  };
  await eachReason(['the method'], ends, 'throws', MORE);
});

test('rejects when there is no such method', async () => {
  for (const name of ['fry', 'toString', 'constructor']) {
    const act = (cook: kata.Calls<Methods>, lab: Lab) => {
      const calls = [ask(cook, lab, STEW), lab.call<Promise<unknown>>(name, cook[name as never])];
      return Promise.all(calls.map((call) => settled(call)));
    };
    const trace = await kitchen(cookOf, act, { ...planOf([STEW]), [name]: [0, 30, FAILS] });
    const none = { name: 'Error', message: `no method ${name}` };
    expect(trace).toGive([{ value: answerTo(STEW) }, none], NO_METHOD);
    expect(trace).toRunAsPlanned(NO_METHOD);
  }
});

test('rejects when something cannot be copied, and goes on', async () => {
  const sending = await kitchen(cookOf, (cook) => cook.slice(NO_COPY));
  expect(sending).toFailWith({ name: 'DataCloneError' }, 0, NOT_SENT);
  const around = await kitchen(cookOf, (cook, lab) => {
    const stew = ask(cook, lab, STEW);
    return Promise.all([stew, settled(cook.slice(NO_COPY), true), ask(cook, lab, LEEK)]);
  });
  expect(around).toGive([answerTo(STEW), 'an Error', answerTo(LEEK)], NOT_SENT);
  const cases: Record<string, () => unknown> = {
    'When a method returns a function:': () => () => {},
    'When a method throws a function:': throws(NO_COPY),
    'When a method rejects with a symbol:': () => Promise.reject(Symbol('no copy')),
  };
  await eachCase(cases, async (end) => {
    const trace = await ending(end, true);
    expect(trace).toGive(both('an Error'), NOT_ANSWERED);
    expect(trace).toRunAsPlanned(NOT_ANSWERED);
  });
});

test('rejects all pending calls when the thread ends, and later ones immediately', async () => {
  await eachCase(ENDS, async ([code, at, before]) => {
    const trace = await dying(at, before);
    const first = at < 41 ? exited(code) : { value: 'simmered 11' };
    expect(trace).toGive([first, exited(code), exited(code)], GONE);
    expect(trace).toRunAsPlanned(GONE);
  });
  expect(await kitchen(cookOf, (cook) => cook.leave(3))).toFailWith('exited with code 3', 30, GONE);
  const idle = await kitchen(cookOf, (cook, _, worker) =>
    worker.terminate().then(() => cook.slice(31)),
  );
  expect(idle).toFailWith('exited with code 1', 1, GONE);
  for (const reason of [undefined, null, '', Object.freeze(new TypeError('frozen'))]) {
    const crash = (thread: Thread) => ({ ...cookOf(thread), at: thread.at(30, throws(reason)) });
    const at = reason === undefined ? 77 : 17;
    const trace = await kitchen(crash, async (cook, lab) => {
      await until(lab, at);
      return cook.simmer(101);
    });
    const emitted = trace.spans.find(({ kind }) => kind === 'life')?.error;
    expect(trace).toRejectWith(emitted, Math.max(at, 60), CRASHED);
  }
});

test('needs no more listeners for many calls than for one, and leaves nothing open', async () => {
  for (const isLate of [true, false]) {
    const act = async (cook: kata.Calls<Methods>, _: Lab, worker: Worker) => {
      const calls = [settled(cook.simmer(101))];
      const listeners = () =>
        worker.eventNames().reduce((sum, name) => sum + worker.listenerCount(name), 0);
      const before = listeners();
      for (let i = 0; i < 20; i++) calls.push(settled(cook.slice(i % 2 ? NO_COPY : 1)));
      const more = listeners() - before;
      if (isLate) await Promise.all(calls);
      await worker.terminate();
      await Promise.all([...calls, settled(cook.slice(31))]);
      return { 'more listeners': more };
    };
    const trace = await kitchen(cookOf, act, {}, []);
    expect(trace).toGive({ 'more listeners': 0 }, ONE_LISTENER);
    expect(trace).toLeaveNothing();
  }
});

test('is no thenable, and each worker has calls of its own', async () => {
  const trace = await kitchen(cookOf, (cook) => typeof Reflect.get(cook, 'then') === 'function');
  expect(trace).toGive(false, NO_THENABLE);
  const dish = (ms: number) => ({ value: answerTo(['simmer', ms]) });
  const answers = [dish(7), exited(1), dish(8), dish(42)];
  await together(twoWorkers, (both) => expect(both).toGive(answers, EACH_WORKER));
});

test('does the same for real, on a thread of Node', async ({ task, skip }) => {
  const file = await realProgramOf<typeof kata>(task, ({ parentPort, own, exit }) => {
    own.serve(parentPort, {
      wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, ms)),
      burn: () => Promise.reject(Object.assign(new Error('rice'), { name: 'Burnt' })),
      leave: exit,
    });
  });
  await forReal({ task, skip }, async () => {
    const worker = new Worker(file);
    const cook = kata.connect<Record<'wait' | 'burn' | 'leave', (n: number) => unknown>>(worker);
    const never = settled(cook.wait(60_000));
    const answers = await Promise.all([cook.wait(20), cook.wait(1), settled(cook.burn(0))]);
    expect(answers).toEqual([20, 1, { name: 'Burnt', message: 'rice' }]);
    expect(await Promise.all([settled(cook.leave(3)), never])).toEqual([exited(3), exited(3)]);
  });
});
