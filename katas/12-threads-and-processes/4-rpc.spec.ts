import { Worker } from 'node:worker_threads';
import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  explore,
  forReal,
  type Lab,
  observe,
  type Plan,
  realProgramOf,
  test,
  together,
} from '#lab';
import { type Calls, connect, serve } from './4-rpc.ts';

/** What a thread needs to start, in ms. */
const START = 30;

const OWN_ANSWER =
  'Several calls are pending at the same time, and the answers come when their methods end. What in an answer says which call it belongs to?';
const AT_ONCE =
  'While a method waits, the thread calls the next one. Each answer is sent when its own method has ended.';
const ANY_VALUE = 'Any value may be an answer, also one that looks like a message of yours.';
const AS_CALLED =
  'A method gets copies of what its caller passed, as that was in the call, and is called on `methods`.';
const NAME_AND_MESSAGE =
  'A rejection is an answer, too, with whatever value. A copy of an Error loses its class, and a name that is not one of JavaScript itself, so name and message have to cross as texts.';
const NO_METHOD =
  '`methods` itself has no such method. What every object inherits does not count, and the answer does not wait for other calls.';
const NOT_SENT = 'A function cannot be copied, so `postMessage` throws, and nothing is sent.';
const NOT_ANSWERED =
  'What the method ended with cannot be copied, so `postMessage` throws in the thread. The caller needs an answer all the same.';
const GONE =
  "A thread that has ended answers nothing. Its worker emits 'exit', whatever the exit code is: from then on, calls reject.";
const CRASHED =
  "When the code of a thread throws outside of a method, its worker emits first 'error', with any value, and then 'exit'.";
const ONE_LISTENER =
  'An emitter calls all of its listeners for each event, and warns at the eleventh. One listener can serve all calls.';
const NO_THENABLE =
  'If `then` of the object is a function, the object is a thenable. When an async function returns it, that function is called.';
const ON_A_THREAD = 'This is a thread of Node: it has its own copy of each variable of your file.';
const EACH_WORKER = 'Each worker has its own thread, with calls and an end of its own.';

type Thread = Parameters<Parameters<Lab['program']>[1]>[0];

const FAILS = { fails: true };

const until = ({ at }: Lab, ms: number) => new Promise<void>((resolve) => at(ms, resolve));

/** What is left has its own test. */
const mayLeave: ('thread' | 'work' | 'timer' | 'port')[] = ['thread', 'work', 'timer', 'port'];

/** A thread serves these methods, and `act` calls them. */
const kitchen = <M extends object>(
  methodsOf: (thread: Thread) => M,
  act: (calls: Calls<M>, lab: Lab, worker: Worker) => unknown,
  plan: Plan = {},
  leaves = mayLeave,
) =>
  observe(
    (lab) => {
      const file = lab.program('cook', (thread) => serve(thread.parentPort, methodsOf(thread)));
      const worker = new Worker(file);
      return act(connect<M>(worker), lab, worker);
    },
    { mayLeave: leaves, plan },
  );

const cookOf = ({ job, burn, exit }: Thread) => ({
  simmer: (ms: number) => job('simmer', ms, { gives: `simmered ${ms}` })(),
  slice: (ms: number) => {
    burn(ms, 'slice');
    return `sliced ${ms}`;
  },
  leave: (code: number): void => exit(code),
});

type Methods = ReturnType<typeof cookOf>;

type Dish = readonly ['simmer' | 'slice', ms: number];

const STEW: Dish = ['simmer', 101];
const ONION: Dish = ['slice', 19];
const LEEK: Dish = ['slice', 31];

const nameOf = ([what, ms]: Dish) => `${what}(${ms})`;

const ask = (cook: Calls<Methods>, { call }: Lab, dish: Dish) =>
  call(nameOf(dish), () => cook[dish[0]](dish[1]));

const answerTo = ([what, ms]: Dish) => `${what === 'slice' ? 'sliced' : 'simmered'} ${ms}`;

/** When these calls, made at 0 ms, and their methods start and end in one thread. */
const planOf = (dishes: readonly Dish[]) => {
  const plan: Record<string, [number, number][]> = {};
  let free = START;
  for (const dish of dishes) {
    const [what, ms] = dish;
    plan[nameOf(dish)] = [...(plan[nameOf(dish)] ?? []), [0, free + ms]];
    plan[what] = [...(plan[what] ?? []), [free, free + ms]];
    if (what === 'slice') free += ms;
  }
  return plan;
};

const check = async (dishes: readonly Dish[]) => {
  const trace = await kitchen(
    cookOf,
    async (cook, lab) => {
      const answers = await Promise.all(dishes.map((dish) => ask(cook, lab, dish)));
      return Object.fromEntries(dishes.map((dish, i) => [nameOf(dish), answers[i]]));
    },
    planOf(dishes),
  );
  const answers = Object.fromEntries(dishes.map((dish) => [nameOf(dish), answerTo(dish)]));
  expect(trace).toGive(answers, OWN_ANSWER);
  expect(trace).toSetTimers(0);
  expect(trace).toRunAsPlanned(AT_ONCE);
  return trace;
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
const ending = (end: () => unknown, isAnyError = false, how = FAILS) =>
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

const both = (one: unknown) => ({ now: one, later: one, stew: answerTo(STEW) });

/** Errors of which a copy loses something, or cannot be made. */
const MORE = [
  Object.assign(new Error('soup'), { name: 'Burnt' }),
  Object.assign(new RangeError('too hot'), { again: () => {} }),
  Object.assign(new Error(''), { name: '' }),
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
      const calls = [ask(cook, lab, ['simmer', 11]), ask(cook, lab, STEW)];
      const all = calls.map((call) => settled(call));
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

const exited = (code: number) => ({ name: 'Error', message: `exited with code ${code}` });

/** Two calls of each worker; the first worker ends at 60 ms. */
const twoWorkers = () =>
  observe(
    (lab) => {
      const cooks = ['Ann', 'Ben'].map((name) => {
        const file = lab.program(name, (thread) => serve(thread.parentPort, cookOf(thread)));
        const worker = new Worker(file);
        if (name === 'Ann') lab.at(59, () => worker.terminate());
        return connect<Methods>(worker);
      });
      const calls = cooks.flatMap((cook, i) => [cook.simmer(7 + i), cook.simmer(41 + i)]);
      return Promise.all(calls.map((call) => settled(call)));
    },
    { mayLeave },
  );

test('fulfils each call with the answer of its own method, when that has ended', async () => {
  expect(await check([STEW, ONION, LEEK])).toBeSilentAtMost(0);
  for (const first of [STEW, ONION, LEEK]) {
    const rest = [LEEK, STEW, ONION].filter((dish) => dish !== first);
    for (const others of [rest, rest.toReversed()]) await check([first, ...others]);
  }
  await explore(['soup', 'stew', 'rice'], async ({ soup, stew, rice }) => {
    await check([soup, stew, rice, soup].map((ms) => ['simmer', ms]));
  });
  await eachValue(['the method'], async ({ 'the method': value }) => {
    if (typeof value === 'function') return;
    expect(await ending(() => value, false, { fails: false })).toGive(both({ value }), ANY_VALUE);
  });
});

test('calls the methods in order, with copies of the arguments as they are in the call', async () => {
  const many = [undefined, null, Number.NaN, new Error('a value'), { error: 'x' }, [0], undefined];
  const onion = { cut: 'rings' };
  const methods = () => ({
    list: (...given: unknown[]) => given,
    pot: 'nothing',
    fill(what: string) {
      this.pot = what;
    },
    look() {
      return this.pot;
    },
  });
  const trace = await kitchen(methods, ({ list, look, fill }) => {
    const lists = [list(onion), list(), list(...many)];
    onion.cut = 'cubes';
    return Promise.all([...lists, look(), fill('soup'), look(), fill('rice'), look()]);
  });
  const lists = [[{ cut: 'rings' }], [], many];
  expect(trace).toGive([...lists, 'nothing', undefined, 'soup', undefined, 'rice'], AS_CALLED);
});

test('rejects with the name and the message of the error of its method', async () => {
  await eachReason(
    ['the method'],
    async ({ 'the method': reason }) => {
      const trace = await ending(() => {
        throw reason;
      });
      const { name, message } = reason instanceof Error ? reason : {};
      const told = reason instanceof Error ? { name, message } : { reason };
      expect(trace).toGive(both(told), NAME_AND_MESSAGE);
      expect(trace).toRunAsPlanned(AT_ONCE);
    },
    'throws',
    MORE,
  );
});

test('rejects when there is no such method', async () => {
  for (const name of ['fry', 'toString', 'constructor']) {
    const act = (cook: Calls<Methods>, lab: Lab) => {
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
  const sending = await kitchen(cookOf, (cook) => cook.slice((() => {}) as never));
  expect(sending).toFailWith({ name: 'DataCloneError' }, 0, NOT_SENT);
  const cases: Record<string, () => unknown> = {
    'When a method returns a function:': () => () => {},
    'When a method throws a function:': () => {
      throw () => {};
    },
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
  await eachReason(
    ['the thread'],
    async ({ 'the thread': reason }) => {
      const crash = () => {
        throw reason;
      };
      const crashing = (later: number) =>
        kitchen(
          (thread) => ({ ...cookOf(thread), at: thread.at(30, crash) }),
          async (cook, lab) => {
            if (later > 0) await until(lab, later);
            return cook.simmer(101);
          },
        );
      for (const later of reason === undefined ? [0, 77] : [0]) {
        const trace = await crashing(later);
        const emitted = trace.spans.find(({ kind }) => kind === 'life')?.error;
        expect(trace).toRejectWith(emitted, later || 60, CRASHED);
      }
    },
    'throws',
  );
});

test('needs no more listeners for many calls than for one, and leaves nothing open', async () => {
  const closing = (isLate: boolean) => {
    const act = async (cook: Calls<Methods>, _: Lab, worker: Worker) => {
      const calls = [settled(cook.simmer(101))];
      const listeners = () =>
        worker.eventNames().reduce((sum, name) => sum + worker.listenerCount(name), 0);
      const before = listeners();
      for (let i = 0; i < 20; i++) calls.push(settled(cook.slice(1)));
      const more = listeners() - before;
      if (isLate) await Promise.all(calls);
      await worker.terminate();
      await Promise.all([...calls, settled(cook.slice(31))]);
      return { 'more listeners': more };
    };
    return kitchen(cookOf, act, {}, []);
  };
  for (const isLate of [true, false]) {
    const trace = await closing(isLate);
    expect(trace).toGive({ 'more listeners': 0 }, ONE_LISTENER);
    expect(trace).toLeaveNothing();
  }
});

test('is no thenable, and each worker has calls of its own', async () => {
  const trace = await kitchen(cookOf, (cook) => typeof Reflect.get(cook, 'then') === 'function');
  expect(trace).toGive(false, NO_THENABLE);
  const answers = [
    { value: 'simmered 7' },
    exited(1),
    ...[8, 42].map((ms) => ({ value: `simmered ${ms}` })),
  ];
  for (const repeat of [again, together])
    await repeat(twoWorkers, (both) => expect(both).toGive(answers, EACH_WORKER));
});

test('does the same for real, on a thread of Node', async ({ task, skip }) => {
  type Kata = typeof import('./4-rpc.ts');
  const file = await realProgramOf<Kata>(task, ({ parentPort, own, exit }) => {
    own.serve(parentPort, {
      wait: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, ms)),
      burn: () => Promise.reject(Object.assign(new Error('rice'), { name: 'Burnt' })),
      never: () => new Promise(() => {}),
      leave: exit,
    });
  });
  await forReal({ task, skip }, async () => {
    const worker = new Worker(file);
    const cook =
      connect<Record<'wait' | 'burn' | 'never' | 'leave', (n: number) => unknown>>(worker);
    const never = settled(cook.never(0));
    const answers = await Promise.all([cook.wait(20), cook.wait(1), settled(cook.burn(0))]);
    expect(answers, ON_A_THREAD).toEqual([20, 1, { name: 'Burnt', message: 'rice' }]);
    expect(await Promise.all([settled(cook.leave(3)), never])).toEqual([exited(3), exited(3)]);
  });
});
