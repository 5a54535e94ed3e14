// No fakes: code that sets a timer gets an error. Work is settled from outside, and compared with a list of steps.
import assert, { deepEqual, equal } from 'node:assert/strict';

type Limit = (n: number) => <T>(f: () => Promise<T>) => Promise<T>;

const { setImmediate } = globalThis;
const turn = () => new Promise((resolve) => setImmediate(resolve));
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'] as const;

export async function check(limit: Limit): Promise<void> {
  const globals = globalThis as unknown as Record<string, unknown>;
  const real = TIMERS.map((name) => [name, globals[name]] as const);
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);
  for (const name of TIMERS)
    globals[name] = () => {
      throw new Error(`${name} is not needed here`);
    };
  try {
    for (const n of [0, -2, 2.5, Number.NaN, -Infinity]) assert.throws(() => limit(n), RangeError);
    for (const n of [1, 2, 4, Infinity]) await checkLine(limit, n);
    for (let i = 0; i < 9; i++) await checkEnd(limit, i);
    await checkFailures(limit);
    await checkSame(limit);
    await checkAtOnce(limit);
    deepEqual(unheard, []);
  } finally {
    process.off('unhandledRejection', hear);
    for (const [name, value] of real) globals[name] = value;
  }
}

/** A function by each name that notes its call; and the end of its work. */
function jobs() {
  const started: string[] = [];
  const ends: Record<string, (value?: unknown) => void> = {};
  const fails: Record<string, (reason?: unknown) => void> = {};
  const job = (name: string) => () => {
    started.push(name);
    return new Promise<unknown>((resolve, reject) => {
      ends[name] = resolve;
      fails[name] = reject;
    });
  };
  return { started, ends, fails, job };
}

async function checkLine(limit: Limit, n: number): Promise<void> {
  const [{ started, ends, job }, apart] = [jobs(), jobs()];
  const run = limit(n);
  const names = Array.from({ length: 120 }, (_, i) => `no. ${i}`);
  const settled: unknown[] = [];
  for (const name of names)
    run(job(name)).then(
      (value) => settled.push(value),
      () => settled.push('rejected'),
    );
  const beside = [limit(1), limit(n)];
  for (const other of beside) for (const name of ['x', 'y']) void other(apart.job(name));
  await turn();
  deepEqual(started, names.slice(0, n));
  deepEqual(apart.started.sort(), n === 1 ? ['x', 'x'] : ['x', 'x', 'y']);
  for (let ended = 1; ended <= 6; ended++) {
    // The last one first, so that no place belongs to anybody.
    const last = started.findLast((name) => ends[name]) as string;
    ends[last]?.(last);
    delete ends[last];
    await turn();
    deepEqual(started, names.slice(0, n + ended));
    deepEqual([settled.length, settled.at(-1)], [ended, last]);
  }
}

/** The end of the first one, and calls so many microtasks later: two wait, or nobody does. */
async function checkEnd(limit: Limit, hops: number): Promise<void> {
  for (const how of ['fulfils', 'rejects', 'throws'])
    for (const [n, waiting] of [
      [1, 2],
      [2, 0],
      [3, 1],
    ] as const) {
      const { started, ends, fails, job } = jobs();
      const run = limit(n);
      const asked: string[] = [];
      const ask = () => {
        const name = `${asked.length}`;
        asked.push(name);
        run(job(name)).catch(() => {});
      };
      const later = async () => {
        for (let i = 0; i < hops; i++) await undefined;
        ask();
        ask();
      };
      run(() => {
        ask();
        if (how !== 'throws') return job('first')();
        if (hops === 0) void later();
        else queueMicrotask(later);
        throw new Error('no bread');
      }).catch(() => {});
      for (let i = 0; i < waiting; i++) ask();
      await turn();
      if (how === 'fulfils') ends.first?.();
      if (how === 'rejects') fails.first?.();
      if (how !== 'throws') void later();
      await turn();
      let free = n;
      for (;;) {
        const own = started.filter((name) => name !== 'first');
        deepEqual(own, asked.slice(0, free));
        if (free >= asked.length + n) break;
        ends[`${free++ - n}`]?.();
        await turn();
      }
    }
}

async function checkFailures(limit: Limit): Promise<void> {
  const run = limit(1);
  for (const reason of ['a', 'b', 'c']) run(() => Promise.reject(reason)).catch(() => {});
  await turn();
  const outcomes: unknown[] = [];
  let throws = 0;
  const reasons = [undefined, '', new Error('no bread'), null];
  const values = [undefined, '', new Error('a result'), 0];
  const note = (how: string) => (what: unknown) => outcomes.push(how, what);
  for (const reason of reasons) {
    run(() => Promise.reject(reason)).then(note('fulfilled'), note('rejected'));
    run(() => {
      throws++;
      throw reason;
    }).then(note('fulfilled'), note('rejected'));
  }
  for (const value of values) run(async () => value).then(note('fulfilled'), note('rejected'));
  await turn();
  const expected = [
    ...reasons.flatMap((reason) => ['rejected', reason, 'rejected', reason]),
    ...values.flatMap((value) => ['fulfilled', value]),
  ];
  equal(outcomes.length, expected.length);
  equal(throws, reasons.length);
  for (const [i, one] of expected.entries()) equal(outcomes[i], one);
}

async function checkSame(limit: Limit): Promise<void> {
  const run = limit(2);
  let calls = 0;
  let end = () => {};
  const work = new Promise<void>((resolve) => {
    end = resolve;
  });
  const f = () => {
    calls++;
    return work;
  };
  let settled = 0;
  for (let i = 0; i < 5; i++) run(f).finally(() => settled++);
  await turn();
  equal(calls, 2);
  end();
  await turn();
  deepEqual([calls, settled], [5, 5]);
}

async function checkAtOnce(limit: Limit): Promise<void> {
  const { ends, started, job } = jobs();
  const run = limit(2);
  const values: unknown[] = [];
  for (const name of ['a', 'b', 'c', 'd']) run(job(name)).then((value) => values.push(value));
  await turn();
  ends.a?.('A');
  ends.b?.('B');
  await turn();
  deepEqual(
    [values, started],
    [
      ['A', 'B'],
      ['a', 'b', 'c', 'd'],
    ],
  );
}
