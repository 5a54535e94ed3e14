import { ending, fc, reason, scenes, value } from '#scenes';

/** Free: whether two callbacks of one ms make one batch or two. Here each has a ms of its own, and so has each end. */
const STEP = 32;

const OBJECT = Object.freeze({ key: 'an object' });
const LIST = Object.freeze(['a', 'b']);
const PROMISE = Promise.resolve('a');
const TEXTS = ['a', 'b', 'constructor', '', '0'];
const KEYS = [...TEXTS, 0, Number.NaN, null, undefined, false, OBJECT, LIST, PROMISE];

/** What the second function is asked for. Free: which of the two calls first, so the keys say whose call it is. */
const OTHERS = new Map<unknown, unknown>(KEYS.map((key) => [key, Object.freeze({ other: key })]));

const key = fc.constantFrom(...KEYS);

scenes(import.meta.dirname, {
  duringCall: true,
  excuses: {
    'wrong-groups-of-a-hundred': 'No scene has a hundred keys.',
    'wrong-time-limit': 'No scene lasts for 5 s.',
    'wrong-error-by-stack': 'No value of these scenes has a stack and is no Error.',
    'wrong-object-is': 'Free: which of 0 and -0 is in the batch.',
    'wrong-by-id': 'No value of these scenes has the id of a key.',
    'wrong-ten-at-a-time': 'No scene has eleven calls at the same time.',
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
        noList: fc.constantFrom('', '', '', '', '', 'nothing', 'a Map', 'an Error'),
        /** It asks for one of the keys itself. */
        asks: fc.option(key, { nil: 'nothing' }),
        changes: fc.constantFrom('nothing', 'nothing', 'sorts it', 'empties it'),
      }),
      { minLength: 8, maxLength: 8 },
    ),
    isTwo: fc.constantFrom(false, false, true),
  }),
  call({ batch }: typeof import('../3-batch.ts'), { callbacks, answers, isTwo }, tools) {
    const calls = { '': 0, 'other ': 0 };
    const looks: (() => void)[] = [];
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
      const who = isTwo && [...OTHERS.values()].includes(keys?.[0]) ? 'other ' : '';
      const n = ++calls[who];
      const answer = answers[n % answers.length] as (typeof answers)[number];
      const { takes, end, throws, places, more, noList, asks, changes } = answer;
      const isArray = Array.isArray(keys);
      const own = isArray ? [...keys] : [];
      tools.note(`${who}call no. ${n} of loadMany gets ${tools.say(keys)}`);
      if (asks !== 'nothing' && n < 8)
        inside.push(settles(() => ask(asks, who !== ''), `the load of ${who}call no. ${n}`));
      const look = () => {
        const isSame = own.length === keys.length && own.every((key, i) => Object.is(key, keys[i]));
        if (changes === 'nothing' && isArray && !isSame)
          tools.note(`the keys of ${who}call no. ${n} have changed`);
      };
      looks.push(look);
      if (changes === 'sorts it') keys.sort();
      if (changes === 'empties it') keys.length = 0;
      const error = tools.label(new Error('failed'), `the error of ${who}call no. ${n}`);
      const why = 'rejects' in end ? end.rejects : error;
      const fails = 'rejects' in end || end.fails;
      if (fails && throws) throw why;
      const list: unknown[] = Array(Math.max(0, own.length + more));
      for (const i of list.keys()) {
        // It also writes the list into its error when that is too long.
        const told = (more === 0 && places[i]) || { value: `${who}no. ${n}, place ${i}` };
        // dataloader wants something in the last place.
        if (told !== 'a hole' || i === list.length - 1) list[i] = Object(told).value;
      }
      const others: Record<string, unknown> = {
        nothing: undefined,
        'a Map': new Map(own.entries()),
        'an Error': error,
      };
      const gives = noList ? others[noList] : list;
      const work = tools.lab.job<unknown>('loadMany', takes * STEP + 2 * n + (who ? 1 : 0), {
        gives,
        ...(fails && { failsWith: why }),
      });
      if (takes > 0) return work().finally(look) as Promise<unknown[]>;
      return (fails ? Promise.reject(why) : Promise.resolve(gives)) as Promise<unknown[]>;
    };
    const loads = [batch(loadMany), batch(loadMany)] as const;
    const ask = (key: unknown, isOther: boolean) =>
      isOther ? loads[1](OTHERS.get(key)) : loads[0](key);
    const asked = callbacks.map((keys, i) =>
      tools.at(i * STEP, () =>
        Promise.all(
          keys.map(async ({ key, microtasks }, j) => {
            for (let k = 0; k < microtasks; k++) await null;
            await settles(() => ask(key, isTwo && j % 2 === 1), `load no. ${i}.${j}`);
          }),
        ),
      ),
    );
    return Promise.all(asked).then(async () => {
      // What is asked for inside may ask again.
      for (const load of inside) await load;
      for (const look of looks) look();
    });
  },
});
