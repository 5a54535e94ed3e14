/// <reference types="vite/types/importMeta.d.ts" />
import { attemptsIn, judging, type Lab } from '#lab';
import { check, type Limit } from './8-your-own.ts';

const NO_PACKAGE = 'It imports a package that a learner does not have.';

/** Attempts at 07/1 by which no test is judged, each with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'right-p-limit': NO_PACKAGE,
  'right-p-queue': NO_PACKAGE,
  'right-rxjs': NO_PACKAGE,
  'wrong-polls': 'It waits by node:timers/promises, which no fake timers reach.',
};

/** How a check can notice `wrong-next-iteration`. */
const ABOUT_TURNS =
  'A fake setImmediate fires as soon as your check moves the clock, even by 0 ms. Keep the real one at the top of your file, and let one turn of that pass.';

// With the mark, each run gets a copy with variables of its own: some attempts keep something at their top.
const files = import.meta.glob<{ limit: Limit }>(
  '../../solutions/07-limits/1-limit{,/right-*,/wrong-*}.ts',
  { query: '?copy' },
);
const attempts = attemptsIn(import.meta.dirname, files, ({ limit }) => limit).filter(
  ({ name }) => !(name in LEFT_OUT),
);
const right = attempts.find(({ name }) => name === '1-limit');
if (!right) throw new Error('The reference of 07/1 is not here, and nothing can be judged.');

type Scene = (lab: Lab, limit: Limit) => unknown;

const usual: Scene = ({ job }, limit) => {
  const run = limit(2);
  const jobs = { a: 30, b: 10, c: 25, d: 20, e: 15 };
  return Promise.all(Object.entries(jobs).map(([name, ms]) => run(job(name, ms))));
};

/** Calls with work that ends in such a way; what comes of each is logged. Then one more. */
const outcomes =
  (how: 'gives' | 'failsWith' | 'throws'): Scene =>
  async ({ job, log }, limit) => {
    const run = limit(1);
    const tell = async (name: string, f: () => Promise<unknown>) => {
      const says = (how: string) => (value: unknown) =>
        log(`${name} ${how}: ${value === '' ? "''" : value}`);
      let result: Promise<unknown>;
      try {
        result = run(f);
      } catch (reason) {
        return says('throws')(reason);
      }
      await result.then(says('fulfils'), says('rejects'));
    };
    // Also what a careless `if` takes for nothing, or for a failure.
    const values = { a: undefined, b: '', c: new Error('an error') };
    const works = Object.entries(values).map(([name, value]) => {
      if (how !== 'throws') return tell(name, job<unknown>(name, 10, { [how]: value }));
      return tell(name, () => {
        throw value;
      });
    });
    await Promise.all([...works, tell('d', job('d', 10))]);
  };

const both: Scene = ({ job, log }, limit) => {
  const run = limit(2);
  const tell = (value: string) => log(value);
  return Promise.all(['a', 'b', 'c', 'd'].map((name) => run(job(name, 10)).then(tell)));
};

const atOnce: Scene = ({ job, log }, limit) => {
  const run = limit(2);
  const work = job('work', 10)();
  const tell = async (name: string) => log(`${name}: ${await run(() => work.then(() => name))}`);
  return Promise.all(['a', 'b'].map(tell));
};

const many: Scene = async ({ job, log }, limit) => {
  const run = limit(1);
  let calls = 0;
  const works = Array.from({ length: 150 }, () => run(async () => calls++));
  await Promise.allSettled([...works, run(job('no. 151', 10))]);
  log(`${calls} of the 150 before it were called`);
};

const apart: Scene = ({ job, log }, limit) => {
  const [one, other, wide] = [limit(1), limit(1), limit(3)] as const;
  log('one and other are limit(1), wide is limit(3)');
  const by = { 'one: a': one, 'one: b': one, 'other: c': other, 'wide: d': wide, 'wide: e': wide };
  return Promise.all(Object.entries(by).map(([name, run]) => run(job(name, 10))));
};

const theSame: Scene = ({ job }, limit) => {
  const run = limit(2);
  const f = job('f', 10);
  return Promise.all([run(f), run(f), run(f), run(f), run(f)]);
};

const samePromise: Scene = ({ job, log }, limit) => {
  const run = limit(2);
  const work = job('work', 10)();
  const calls = [1, 2, 3].map((i) => {
    return run(() => {
      log(`f${i}`);
      return work;
    });
  });
  return Promise.all(calls);
};

const idle: Scene = ({ job, at }, limit) => {
  const run = limit(2);
  run(job('a', 30));
  run(job('b', 10));
  at(20, () => ['c', 'd'].map((name) => run(job(name, 20))));
  at(70, () => run(job('e', 10)));
};

const numbers: Scene = ({ log, call, job }, limit) => {
  for (const n of [0, 1.5, Number.NaN])
    try {
      limit(n);
      log(`${n} is taken`);
    } catch (error) {
      log(`${n}: ${(error as Error).name}`);
    }
  return call('Infinity', () => limit(Infinity)(job('a', 10)));
};

/** The function of `a` makes a call, and one comes so many microtasks after the end of its work. */
const newcomer =
  (hops: number, isThrow: boolean): Scene =>
  async ({ job, log }, limit) => {
    const run = limit(1);
    const calls: Promise<unknown>[] = [];
    const ask = (name: string, by = '') => {
      log(`${by}'${name}' is asked for`);
      calls.push(run(job(name, 10)));
    };
    const later = (left: number): unknown =>
      left === 0 ? ask('new') : Promise.resolve().then(() => later(left - 1));
    const a = isThrow ? undefined : job('a', 10);
    const first = run(() => {
      ask('inside', 'limit(1), in the f of a: ');
      if (a) return a().finally(() => later(hops));
      later(hops);
      log('a throws');
      throw new Error('no bread');
    });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    // Free: in which microtask the f of 'a' is called.
    if (a) turn().then(() => ask('b'));
    await first.catch(() => {});
    await turn();
    await Promise.all(calls);
  };

const newcomers = [0, 1, 2, 3, 4, 5].flatMap((hops) => [
  newcomer(hops, false),
  newcomer(hops, true),
]);
const plain = [usual, idle, both, apart, theSame, samePromise, atOnce, many];
const ends = [outcomes('gives'), outcomes('failsWith'), outcomes('throws')];

/** The whole turn after an end. */
const aTurn: Scene = ({ job, log }, limit) => {
  const run = limit(1);
  const turn = () => setImmediate(() => log('a turn later'));
  run(() => job('a', 10)().finally(turn));
  return run(() => {
    log("the f of 'b' is called");
    return job('b', 10)();
  });
};

const { accepts, notices, andInItself } = judging<Limit>(check, {
  right,
  ifRefused:
    'Did your check let a whole turn pass before it looked? Right code may need many microtasks.',
  scene: [...plain, ...ends, ...newcomers, numbers],
});

for (const attempt of attempts) {
  const name = attempt === right ? 'the reference of 07/1' : `${attempt.name}: ${attempt.about}`;
  if (attempt.isRight) accepts(name, attempt);
  else if (attempt.name !== 'wrong-next-iteration') notices(name, attempt);
  else notices(name, { ...attempt, remark: ABOUT_TURNS }, aTurn);
}

andInItself();
