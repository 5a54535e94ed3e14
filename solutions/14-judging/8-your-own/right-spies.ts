// Watches the timers with spies, and lets a message to itself pass where others let setImmediate pass.
import { MessageChannel } from 'node:worker_threads';
import { expect, vi } from 'vitest';

type Limit = (n: number) => <T>(f: () => Promise<T>) => Promise<T>;

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

const turn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', () => {
      port2.close();
      resolve();
    });
    port1.postMessage('next');
  });

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

export async function check(limit: Limit): Promise<void> {
  let unhandled = 0;
  const count = () => unhandled++;
  process.on('unhandledRejection', count);
  const timers = (['setTimeout', 'setInterval', 'setImmediate'] as const).map((name) =>
    vi.spyOn(globalThis, name),
  );
  try {
    for (const n of [0, -1, 1.5, Number.NaN, -Infinity]) expect(() => limit(n)).toThrow(RangeError);
    for (const n of [1, 2, Infinity]) await checkOrder(limit, n);
    for (let hops = 0; hops < 8; hops++) await checkNewcomers(limit, hops);
    await checkApart(limit);
    await checkTheSame(limit);
    expect(unhandled).toBe(0);
    for (const timer of timers) expect(timer).not.toHaveBeenCalled();
  } finally {
    for (const timer of timers) timer.mockRestore();
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
