import { expect, vi } from 'vitest';

/** Returns a function that calls the functions that it gets, with at most `n` pieces of work in flight. */
export type Limit = (n: number) => <T>(f: () => Promise<T>) => Promise<T>;

const WAYS = ['fulfils', 'rejects', 'throws'] as const;

type End = readonly [how: (typeof WAYS)[number], value: unknown];

const BREAD: End = ['fulfils', 'bread'];

/** Also what a careless `if` takes for nothing, or for a failure. */
const ENDS: readonly End[] = [
  ['fulfils', undefined],
  ['fulfils', new Error('a result')],
  ['rejects', undefined],
  ['rejects', new Error('no bread')],
  ['throws', ''],
  ['throws', new Error('no butter')],
  BREAD,
];

/** Taken before the fakes: everything that is queued by now runs first, however many microtasks that takes. */
const { setImmediate } = globalThis;
const turn = () => new Promise((resolve) => setImmediate(resolve));

const later = (hops: number, act: () => void): unknown =>
  hops === 0 ? act() : Promise.resolve().then(() => later(hops - 1, act));

/** One function of `limit`, all that it is asked for, and what has to be true of it in any case. */
class Counter {
  readonly #run: ReturnType<Limit>;
  readonly #n: number;
  /** Its calls, by their numbers, in the order of their start. */
  readonly #started: number[] = [];
  readonly #hasEnded: boolean[] = [];
  readonly #outcomes: string[] = [];
  readonly inFlight: (() => void)[] = [];
  #ended = 0;
  #peak = 0;

  constructor(limit: Limit, n: number) {
    this.#run = limit(n);
    this.#n = n;
  }

  ask([how, value]: End, inside = () => {}, after = () => {}): void {
    const me = this.#outcomes.push('pending') - 1;
    const end = () => {
      this.#hasEnded[me] = true;
      this.#ended++;
      after();
    };
    const told = (as: 'fulfils' | 'rejects') => (got: unknown) => {
      const isItsOwn = Object.is(got, value) && (as === 'fulfils') === (how === 'fulfils');
      this.#outcomes[me] = isItsOwn ? 'its own' : 'of another';
    };
    this.#run(() => {
      this.#started.push(me);
      this.#peak = Math.max(this.#peak, this.#started.length - this.#ended);
      inside();
      if (how === 'throws') {
        end();
        throw value;
      }
      return new Promise((resolve, reject) => {
        this.inFlight.push(() => {
          (how === 'fulfils' ? resolve : reject)(value);
          end();
        });
      });
    }).then(told('fulfils'), told('rejects'));
  }

  async look(): Promise<void> {
    await turn();
    const asked = [...this.#outcomes.keys()];
    expect(this.#peak).toBeLessThanOrEqual(this.#n);
    expect(this.#started).toEqual(asked.slice(0, this.#ended + this.#n));
    expect(this.#outcomes).toEqual(asked.map((i) => (this.#hasEnded[i] ? 'its own' : 'pending')));
  }
}

/**
 * A test of `limit` of 07/1, your own and everybody's. It resolves for every implementation that keeps the contract in
 * `katas/07-limits/1-limit.ts`, and rejects, with any error, for every other one. In short:
 *
 * > Each `f` is called once, in the order of the calls, wherever those are made: in the first millisecond in which fewer than
 * > `n` are in flight, without a timer. Work ends when its promise settles, or `f` throws. Then its call settles in the same
 * > way, with the same value or reason, whatever that is. Each function that `limit` returns has its own places. An `n` that
 * > is neither Infinity nor a whole number from 1 on is a RangeError in the call of `limit`.
 *
 * One case is left open: several pieces of work end in one event-loop iteration. Then a new call of that iteration may take a
 * free place before a call that waits takes another one. A `check` must not expect an order there.
 *
 * - Accepts the right attempts at 07/1 in `solutions/07-limits/1-limit/`, however many microtasks they take.
 * - Notices the wrong ones there: each mistake, also a rejection that no code handles.
 * - Takes no real time.
 * - Comes to an end with every implementation, and leaves nothing behind, whether it resolves or rejects.
 */
export async function check(limit: Limit): Promise<void> {
  let unhandled = 0;
  const count = () => unhandled++;
  process.on('unhandledRejection', count);
  // Nobody moves the clock: what waits for a timer does not go on.
  vi.useFakeTimers();
  try {
    for (const n of [0, -1, 1.5, Number.NaN, -Infinity]) expect(() => limit(n)).toThrow(RangeError);
    for (const n of [1, 2, Infinity]) await checkOrder(limit, n);
    for (let hops = 0; hops < 8; hops++) await checkNewcomers(limit, hops);
    await checkApart(limit);
    await checkTheSame(limit);
    expect(unhandled).toBe(0);
  } finally {
    vi.useRealTimers();
    process.off('unhandledRejection', count);
  }
}

/** Many calls, of which now the last one in flight ends, now all of them. */
async function checkOrder(limit: Limit, n: number): Promise<void> {
  const counter = new Counter(limit, n);
  for (let i = 0; i < 105; i++) counter.ask(ENDS[i % ENDS.length] as End);
  await counter.look();
  for (let i = 0; i < 9; i++) {
    const ends = counter.inFlight.splice(i % 3 === 0 ? 0 : -1);
    for (const end of ends) end();
    await counter.look();
  }
}

/** New calls inside of an `f`, and so many microtasks after the end of its work; with and without a line. */
async function checkNewcomers(limit: Limit, hops: number): Promise<void> {
  for (const how of WAYS)
    for (const [n, waiting] of [
      [1, 2],
      [2, 0],
    ] as const) {
      const counter = new Counter(limit, n);
      const ask = () => counter.ask(BREAD);
      const askTwo = () => {
        ask();
        ask();
      };
      counter.ask([how, how], ask, () => later(hops, askTwo));
      for (let i = 0; i < waiting; i++) ask();
      await counter.look();
      while (counter.inFlight.length > 0) {
        counter.inFlight.shift()?.();
        await counter.look();
      }
      ask();
      await counter.look();
    }
}

/** Functions that were made by several calls of `limit`. */
async function checkApart(limit: Limit): Promise<void> {
  const counters = [1, 1, 3].map((n) => new Counter(limit, n));
  for (const counter of counters) for (const end of ENDS) counter.ask(end);
  for (const counter of counters) await counter.look();
}

/** One function for all calls, and one promise for all their work. */
async function checkTheSame(limit: Limit): Promise<void> {
  const run = limit(2);
  let end: (value: string) => void = () => {};
  const work = new Promise((resolve) => {
    end = resolve;
  });
  const f = vi.fn(() => work);
  const results = Promise.all([1, 2, 3, 4, 5].map(() => run(f)));
  await turn();
  expect(f).toHaveBeenCalledTimes(2);
  end('bread');
  await turn();
  expect(f).toHaveBeenCalledTimes(5);
  expect(await Promise.race([results, turn()])).toEqual(Array(5).fill('bread'));
}
