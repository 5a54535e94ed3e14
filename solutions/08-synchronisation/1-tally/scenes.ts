import { delay, fc, scenes, work } from '#scenes';

type Count = () => Promise<number>;

/** Sums of these are the same in every order. */
const number = fc.constantFrom(0, 1, 1, 2, 5, 7, -3, 0.0625, 2 ** 33);

const place = fc.record({
  at: delay,
  number,
  work: work({ settled: 'any', throws: true, rejects: 'rarely' }),
  /** Most are added to the first of two tallies. */
  tally: fc.constantFrom(0, 0, 0, 1),
  /** It gets the function of the place before it, or the promise of that. */
  shares: fc.constantFrom('nothing', 'nothing', 'nothing', 'function', 'promise'),
  /** It adds 1 when its count is called, or when that has fulfilled. */
  adds: fc.constantFrom('nothing', 'nothing', 'nothing', 'first', 'last'),
});

scenes(import.meta.dirname, {
  duringCall: true,
  input: fc.record({
    places: fc.array(place, { minLength: 1, maxLength: 6, size: 'max' }),
    /** So many counts end in one callback, so many microtasks apart. */
    together: fc.constantFrom(0, 0, 2, 3),
    hops: fc.nat(3),
  }),
  excuses: {
    'wrong-gives-up': 'No scene lasts for a minute.',
    'wrong-unwraps-the-cause': 'No reason of a scene has a cause.',
  },
  async call({ Tally }: typeof import('../1-tally.ts'), { places, together, hops }, tools) {
    const tallies = [new Tally(), new Tally()];
    const isAlone = places.length === 1 && together === 0 && places[0]?.adds === 'nothing';
    // Free: the total within a ms in which several counts end; a number may come an immediate late.
    const tell = async () => {
      for (let turn = 0; turn < 3 && !isAlone; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      tools.note(`the totals are ${tallies.map(({ total }) => tools.say(total)).join(' and ')}`);
    };
    const add = (i: number, count: Count, name: string) =>
      tools.settles(() => tallies[i]?.add(count), name).then(tell);
    const counts: Count[] = [];
    const promises: (Promise<number> | undefined)[] = [];
    const inner: Promise<void>[] = [];
    for (const [i, { number, work, shares, adds, tally }] of places.entries()) {
      const fails = work.fails || 'rejects' in work;
      const op = tools.op(tools.name(i), fails ? work : { ...work, fulfils: number }) as Count;
      const addOne = () => {
        inner.push(add(tally, () => Promise.resolve(1), `the call within call no. ${i}`));
      };
      const count: Count = (...args: unknown[]) => {
        if (args.length > 0) tools.note(`the count of call no. ${i} gets arguments`);
        if (shares === 'promise' && promises[i - 1]) return promises[i - 1] as Promise<number>;
        if (adds === 'first') addOne();
        const counting = op();
        promises[i] = counting;
        if (adds !== 'last') return counting;
        return counting.then((n) => {
          addOne();
          return n;
        });
      };
      counts[i] = (shares === 'function' && counts[i - 1]) || count;
    }
    const calls = places.map(({ at, tally }, i) =>
      tools.at(at, () => add(tally, counts[i] as Count, `call no. ${i}`)),
    );
    const ends: (() => void)[] = [];
    for (let n = 1; n <= together; n++) {
      const count = () => new Promise<number>((resolve) => ends.push(() => resolve(n)));
      calls.push(add(0, count, `call no. ${n} of those that end together`));
    }
    const endAll = async () => {
      for (const end of ends) {
        end();
        for (let hop = 0; hop < hops; hop++) await undefined;
      }
    };
    calls.push(tools.at(17, endAll));
    await Promise.all(calls);
    await Promise.all(inner);
    await tell();
  },
});
