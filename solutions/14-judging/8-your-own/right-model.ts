// A seeded list of what comes next (a call, an end, a turn), and a model that says how far things must be.
import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { install } from '@sinonjs/fake-timers';

type Limit = (n: number) => <T>(f: () => Promise<T>) => Promise<T>;

const { setImmediate } = globalThis;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Whole numbers below `most`, the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (most: number) => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * most);
  };
}

const VALUES = [undefined, null, 0, '', new Error('as it is'), 'bread', new Map()];

export async function check(limit: Limit): Promise<void> {
  let unheard = 0;
  const hear = () => unheard++;
  process.on('unhandledRejection', hear);
  // By itself, it would take nextTick and queueMicrotask as well, and stop right code.
  const clock = install({ toFake: ['setTimeout', 'setInterval', 'setImmediate'] });
  try {
    for (const n of [0, -1, 1.5, Number.NaN, -Infinity]) throws(() => limit(n), RangeError);
    limit(Infinity);
    for (let seed = 1; seed <= 40; seed++) await play(limit, seed);
    await shareOneFunction(limit);
    await playLongLine(limit);
    equal(unheard, 0);
    equal(clock.countTimers(), 0);
  } finally {
    clock.uninstall();
    process.off('unhandledRejection', hear);
  }
}

class Model {
  readonly run: ReturnType<Limit>;
  readonly n: number;
  asked = 0;
  started = 0;
  ended = 0;
  wrong = '';
  readonly states: string[] = [];
  readonly inFlight: (() => void)[] = [];
  #endsInTurn = 0;

  constructor(limit: Limit, n: number) {
    this.run = limit(n);
    this.n = n;
  }

  ask(roll: (most: number) => number, depth = 0): void {
    const me = this.asked++;
    const value = VALUES[roll(VALUES.length)];
    const how = ['fulfils', 'rejects', 'throws'][roll(3)] as string;
    const [inside, hops] = depth < 2 ? [roll(2), roll(8)] : [0, 9];
    this.states[me] = 'pending';
    const asks = () => {
      if (hops < 7) void this.later(hops, () => this.askInOrder(roll, depth + 1));
    };
    const settle = (got: unknown, as: string) => {
      const isRight = Object.is(got, value) && (as === 'rejects') === (how !== 'fulfils');
      if (!isRight || this.states[me] !== 'over') this.wrong = `call ${me}: ${as}`;
      this.states[me] = 'settled';
    };
    this.run(() => {
      if (me !== this.started++) this.wrong = `call ${me} is out of its turn`;
      if (this.started - this.ended > this.n) this.wrong = 'too many';
      if (inside) this.askInOrder(roll, depth + 1);
      const end = () => {
        this.ended++;
        this.#endsInTurn++;
        this.states[me] = 'over';
        asks();
      };
      if (how === 'throws') {
        end();
        throw value;
      }
      return new Promise((resolve, reject) => {
        this.inFlight.push(() => {
          end();
          (how === 'fulfils' ? resolve : reject)(value);
        });
      });
    }).then(
      (got) => settle(got, 'fulfils'),
      (got) => settle(got, 'rejects'),
    );
  }

  /** When several have ended in one turn, a new call may go before one that waits: the contract leaves that open. */
  askInOrder(roll: (most: number) => number, depth = 0): void {
    if (this.#endsInTurn < 2) this.ask(roll, depth);
  }

  async later(hops: number, act: () => void): Promise<void> {
    for (let i = 0; i < hops; i++) await undefined;
    act();
  }

  look(): void {
    this.#endsInTurn = 0;
    equal(this.wrong, '');
    equal(this.started, Math.min(this.asked, this.ended + this.n));
    ok(!this.states.includes('over'));
  }
}

async function play(limit: Limit, seed: number): Promise<void> {
  const roll = dice(seed);
  const models = [1, 2, 2].map((n) => new Model(limit, n));
  for (let step = 0; step < 12; step++) {
    const model = models[roll(3)] as Model;
    if (roll(2)) model.askInOrder(roll);
    else {
      model.inFlight.splice(roll(2), 1)[0]?.();
      await turn();
      for (const one of models) one.look();
    }
  }
  await turn();
  for (const one of models) one.look();
}

async function playLongLine(limit: Limit): Promise<void> {
  for (const n of [3, Infinity]) {
    const model = new Model(limit, n);
    const roll = dice(7);
    for (let i = 0; i < 130; i++) model.ask(roll, 2);
    await turn();
    model.look();
    while (model.ended < 130) {
      for (const end of model.inFlight.splice(-2)) end();
      await turn();
      model.look();
    }
  }
}

async function shareOneFunction(limit: Limit): Promise<void> {
  const run = limit(2);
  const calls: string[] = [];
  let end = (_: string) => {};
  const work = new Promise<string>((resolve) => {
    end = resolve;
  });
  const f = () => {
    calls.push('f');
    return work;
  };
  const values: string[] = [];
  for (let i = 0; i < 6; i++)
    run(f).then(
      (value) => values.push(value),
      () => {},
    );
  await turn();
  equal(calls.length, 2);
  end('bread');
  await turn();
  deepEqual([calls.length, values.length], [6, 6]);
}
