import { delay, ending, fc, rarely, scenes, time } from '#scenes';

/** So a callback that comes a few ms later meets the same loads. */
const APART = 16;

const get = fc.record({
  at: delay,
  key: fc.constantFrom('page', 'Page', ' page', 'constructor', '__proto__', ''),
  /** Which of two, made with the same 'load'. */
  which: fc.nat(1),
  throws: fc.constantFrom('no', 'no', 'an error', 'undefined'),
  /** It returns a promise that never settles. */
  pending: rarely,
  /** The same callback waits twice. */
  twice: rarely,
  /** Its callback asks for the same key again. */
  again: rarely,
});

scenes(import.meta.dirname, {
  // Free: whether a callback is called by a microtask or by a timer.
  anyTime: true,
  input: fc.record({
    loads: fc.array(fc.tuple(fc.option(time, { nil: 0 }), ending()), {
      minLength: 1,
      maxLength: 4,
    }),
    gets: fc.array(get, { maxLength: 5 }),
  }),
  async call({ makeGet }: typeof import('../6-no-zalgo.ts'), { loads, gets }, tools) {
    const { now } = tools.lab;
    let count = 0;
    let loadEnds = 0;
    const load = (key: string) => {
      const [takes, end] = loads[count % loads.length] ?? [1, {}];
      // Free: which load a callback meets that asks again, when that load settles in the same callback.
      const isSettled = takes === 0 && gets.every(({ again }) => !again);
      const work = isSettled ? end : { ...end, takes: APART * takes + APART / 2 };
      return tools
        .op(`load no. ${++count} (${key})`, work)()
        .finally(() => {
          loadEnds = now();
        });
    };
    // Free: what a callback gets for a falsy reason: by Node's convention, such an error is none.
    const isSilent = loads.some(([, end]) => 'rejects' in end && !end.rejects);
    const both = [makeGet(load), makeGet(load)];
    const ask = (name: string, it: (typeof gets)[number]) => {
      let isInCall = true;
      const asked = now();
      const callback = (...[error, value]: unknown[]) => {
        const got = isSilent ? 'something' : `${tools.say(error)} and ${tools.say(value)}`;
        const late = now() - Math.max(asked, loadEnds) > 2 ? ', late' : '';
        tools.note(`${name} gets ${got}${isInCall ? ', during the call' : ''}${late}`);
        if (it.again) ask(`${name}, again`, { ...it, again: false, throws: 'no' });
        if (it.throws === 'undefined') throw undefined;
        if (it.throws !== 'no') throw tools.label(new Error(name), `the error of ${name}`);
        return it.pending ? new Promise(() => {}) : undefined;
      };
      for (let times = 0; times < (it.twice ? 2 : 1); times++) both[it.which]?.(it.key, callback);
      isInCall = false;
    };
    const all = gets.map((it, i) =>
      tools.at(APART * it.at, () => ask(`${it.key} no. ${i}${tools.name(0)}`, it)),
    );
    await Promise.all(all);
    await tools.lab.sleep(APART * 200);
  },
});
