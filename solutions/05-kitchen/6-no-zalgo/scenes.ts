import { delay, ending, fc, rarely, scenes, time } from '#scenes';

const get = fc.record({
  at: delay,
  key: fc.constantFrom('page', 'constructor', '__proto__'),
  throws: rarely,
  /** Its callback asks for the same key again. */
  again: rarely,
});

/** So a callback that comes a ms later meets the same loads. */
const APART = 16;

/** Free: what a callback gets for a falsy reason: by Node's convention, such an error is none. */
const end = ending().filter((it) => !('rejects' in it) || Boolean(it.rejects));

scenes(import.meta.dirname, {
  // Free: whether a callback is called by a microtask or by a timer.
  anyTime: true,
  input: fc.record({
    loads: fc.array(fc.tuple(time, end), { minLength: 1, maxLength: 4 }),
    gets: fc.array(get, { maxLength: 5 }),
  }),
  call({ makeGet }: typeof import('../6-no-zalgo.ts'), { loads, gets }, tools) {
    let count = 0;
    const ask = makeGet((key) => {
      const [takes, end] = loads[count % loads.length] ?? [1, {}];
      return tools.op(`load no. ${++count} (${key})`, {
        takes: APART * takes + APART / 2,
        ...end,
      })();
    });
    const getOnce = (key: string, name: string, throws: boolean, again: boolean) => {
      let isInCall = true;
      ask(key, (...got) => {
        tools.note(`${name} gets ${tools.say(got)}${isInCall ? ', during the call' : ''}`);
        if (again) getOnce(key, `${name}, again`, false, false);
        if (throws) throw tools.label(new Error(name), `the error of ${name}`);
      });
      isInCall = false;
    };
    const all = gets.map(({ at, key, throws, again }, i) =>
      tools.at(APART * at, () => getOnce(key, `${key} no. ${i}${tools.name(0)}`, throws, again)),
    );
    return Promise.all(all).then(() => tools.lab.sleep(APART * 200));
  },
});
