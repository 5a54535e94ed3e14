import { ending, fc, reason, scenes, value } from '#scenes';

/** Free: whether two callbacks of one ms make one batch or two. Here each has a ms of its own, and so has each end. */
const STEP = 16;

const OBJECT = Object.freeze({ key: 'an object' });
const KEYS = ['a', 'b', 'constructor', '', 0, '0', Number.NaN, null, undefined, false, OBJECT];

const key = fc.constantFrom(...KEYS);

scenes(import.meta.dirname, {
  duringCall: true,
  excuses: {
    'wrong-groups-of-a-hundred': 'No scene has a hundred keys.',
    'wrong-time-limit': 'No scene lasts for 5 s.',
    'wrong-error-by-stack': 'No value of these scenes has a stack and is no Error.',
    'wrong-circuit-breaker': 'No scene has twenty failures.',
  },
  input: fc.record({
    /** What each callback asks for. */
    callbacks: fc.array(
      fc.array(fc.record({ key, microtasks: fc.constantFrom(0, 0, 1, 2, 5, 9, 211) }), {
        minLength: 1,
        maxLength: 5,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    /** What becomes of each call of `loadMany`. */
    answers: fc.array(
      fc.record({
        takes: fc.nat(3),
        end: ending({ rejects: 'sometimes' }),
        throws: fc.constantFrom(false, false, false, true),
        /** What is in each place: its number, unless it is told; or nothing was ever put there. */
        places: fc.array(
          fc
            .constantFrom(undefined, 'a hole')
            .chain((none) =>
              fc.option(fc.record({ value: fc.oneof(value, reason) }), { nil: none, freq: 2 }),
            ),
          { maxLength: 5 },
        ),
        /** So many places too many. */
        more: fc.constantFrom(0, 0, 0, 0, -1, 1),
        isNoList: fc.constantFrom(false, false, false, false, false, true),
        /** It asks for one of the keys itself. */
        asks: fc.option(key, { nil: 'nothing' }),
        changes: fc.constantFrom('nothing', 'nothing', 'sorts it', 'empties it'),
      }),
      { minLength: 8, maxLength: 8 },
    ),
    isTwo: fc.constantFrom(false, false, true),
  }),
  call({ batch }: typeof import('../3-batch.ts'), { callbacks, answers, isTwo }, tools) {
    let calls = 0;
    const settles = (load: () => Promise<unknown>, name: string) =>
      tools.settles(
        () =>
          load().catch((error: unknown) => {
            // Free: the text of that error.
            const isOurs = answers.some(({ end }) => end.rejects === error);
            throw error instanceof TypeError && !isOurs ? 'a TypeError' : error;
          }),
        name,
      );
    const inside: Promise<void>[] = [];
    const loadMany = (keys: unknown[]) => {
      const n = ++calls;
      const answer = answers[n % answers.length] as (typeof answers)[number];
      const { takes, end, throws, places, more, isNoList, asks, changes } = answer;
      const isArray = Array.isArray(keys);
      const own = isArray ? [...keys] : [];
      tools.note(`call no. ${n} of loadMany gets ${tools.say(keys)}`);
      if (asks !== 'nothing' && n < 8)
        inside.push(settles(() => loads[0](asks), `the load of call no. ${n}`));
      const look = () => {
        if (changes === 'nothing' && isArray && own.some((key, i) => !Object.is(key, keys[i])))
          tools.note(`the keys of call no. ${n} have changed`);
      };
      if (changes === 'sorts it') keys.sort();
      if (changes === 'empties it') keys.length = 0;
      const error = tools.label(new Error('failed'), `the error of call no. ${n}`);
      const why = 'rejects' in end ? end.rejects : error;
      const fails = 'rejects' in end || end.fails;
      if (fails && throws) throw why;
      const list: unknown[] = Array(Math.max(0, own.length + more));
      for (const i of list.keys()) {
        // It also writes the list into its error when that is too long.
        const told = (more === 0 && places[i]) || { value: `no. ${n}, place ${i}` };
        // dataloader wants something in the last place.
        if (told !== 'a hole' || i === list.length - 1) list[i] = Object(told).value;
      }
      const gives: unknown = isNoList ? undefined : list;
      const work = tools.lab.job<unknown>('loadMany', takes * STEP + 1 + n, {
        gives,
        ...(fails && { failsWith: why }),
      });
      if (takes > 0) return work().finally(look) as Promise<unknown[]>;
      return (fails ? Promise.reject(why) : Promise.resolve(gives)) as Promise<unknown[]>;
    };
    const loads = [batch(loadMany), batch(loadMany)] as const;
    const asked = callbacks.map((keys, i) =>
      tools.at(i * STEP, () =>
        Promise.all(
          keys.map(async ({ key, microtasks }, j) => {
            for (let k = 0; k < microtasks; k++) await null;
            await settles(() => loads[isTwo && j % 2 === 1 ? 1 : 0](key), `load no. ${i}.${j}`);
          }),
        ),
      ),
    );
    return Promise.all(asked).then(async () => {
      // What is asked for inside may ask again.
      for (const load of inside) await load;
    });
  },
});
