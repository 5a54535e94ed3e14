import { delay, ending, fc, rarely, scenes, time } from '#scenes';

/** So a callback that comes a few ms later meets the same loads. */
const APART = 16;

/** In ms: no callback is later than that. */
const SOON = 2;

const KEYS = ['page', 'Page', ' page', 'constructor', '__proto__', ''] as const;

interface Get {
  readonly at: number;
  readonly key: string;
  /** Which of two, made with the same 'load'. */
  readonly which: number;
  readonly throws: 'no' | 'an error' | 'undefined';
  /** It returns a promise that never settles. */
  readonly pending: boolean;
  /** The same callback waits twice. */
  readonly twice: boolean;
  /** Its callback asks for the same key again. */
  readonly again: boolean;
}

const get: fc.Arbitrary<Get> = fc.record({
  at: delay,
  key: fc.constantFrom(...KEYS),
  which: fc.nat(1),
  throws: fc.constantFrom('no', 'no', 'an error', 'undefined'),
  pending: rarely,
  twice: rarely,
  again: rarely,
});

const loads = (rejects: 'sometimes' | 'often') =>
  fc.array(fc.tuple(fc.option(time, { nil: 0 }), ending({ rejects })), {
    minLength: 1,
    maxLength: 4,
  });

scenes(import.meta.dirname, {
  // Free: whether a callback is called by a microtask or by a timer.
  anyTime: true,
  input: fc.record({
    loads: fc.oneof(loads('sometimes'), loads('often')),
    gets: fc.array(get, { maxLength: 5 }),
    /** All ask the same 'get' for the same key. */
    isOneKey: fc.boolean(),
    /** Nothing but the loads keeps the program running until each get has called back. */
    isAlone: fc.boolean(),
  }),
  async call({ makeGet }: typeof import('../6-no-zalgo.ts'), input, tools) {
    const { loads, isOneKey, isAlone } = input;
    const [first] = input.gets;
    const gets = isOneKey
      ? input.gets.map((it) => ({ ...it, key: first?.key ?? '', which: 0 }))
      : input.gets;
    const { now } = tools.lab;
    let count = 0;
    const loadEnds = new Map<string, number>();
    const load = (key: string) => {
      const [takes, end] = loads[count % loads.length] ?? [1, {}];
      // Free: which load a callback meets that asks again, when that load settles in the same callback.
      const isSettled = takes === 0 && gets.every(({ again }) => !again);
      const work = isSettled ? end : { ...end, takes: APART * takes + APART / 2 };
      return tools
        .op(`load no. ${++count} (${key})`, work)()
        .finally(() => loadEnds.set(key, now()));
    };
    // Free: what a callback gets for a falsy reason: by Node's convention, such an error is none.
    const isSilent = loads.some(([, end]) => 'rejects' in end && !end.rejects);
    const both = [makeGet(load), makeGet(load)];
    const ask = (name: string, it: Omit<Get, 'at'>, hasCalled = () => {}) => {
      let isInCall = true;
      const asked = now();
      const callback = (...[error, value]: unknown[]) => {
        const got = isSilent ? 'something' : `${tools.say(error)} and ${tools.say(value)}`;
        const due = Math.max(asked, loadEnds.get(it.key) ?? 0);
        const late = now() - due > SOON ? ', late' : '';
        tools.note(`${name} gets ${got}${isInCall ? ', during the call' : ''}${late}`);
        hasCalled();
        if (it.again) ask(`${name}, again`, { ...it, again: false, throws: 'no' });
        if (it.throws === 'undefined') throw undefined;
        if (it.throws !== 'no') throw tools.label(new Error(name), `the error of ${name}`);
        return it.pending ? new Promise(() => {}) : undefined;
      };
      for (let times = 0; times < (it.twice ? 2 : 1); times++) both[it.which]?.(it.key, callback);
      isInCall = false;
    };
    const all = gets.map(({ at, ...it }, i) => {
      const name = `${it.key} no. ${i}${tools.name(0)}`;
      return new Promise<void>((resolve) => {
        tools.at(APART * at, () => ask(name, it, resolve));
        if (!isAlone) resolve();
      });
    });
    await Promise.all(all);
    await tools.lab.sleep(APART * 200);
  },
});
