import { AsyncLocalStorage } from 'node:async_hooks';
import { delay, fc, reason, scenes, value } from '#scenes';

const users = new AsyncLocalStorage<string>();

const step = fc.record({
  what: fc.constantFrom('await', 'timer', 'microtask', 'immediate', 'request', 'request'),
  ms: delay,
});

const request = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3', '', ' r1', 'toString', 'e\u0301', '\ud800', '4'.repeat(70)),
  steps: fc.array(step, { maxLength: 5, size: 'max' }),
  /** How `f` ends: at once, with a value or a throw, or as a promise. */
  ends: fc.constantFrom('returns', 'throws', 'fulfils', 'rejects', 'fulfils', 'rejects'),
  value,
  reason,
});

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-passes-the-id': 'No function looks at its arguments.',
    'wrong-handles-the-rejection': 'Each rejection is handled by the scene, too.',
    'wrong-ten-deep': 'No scene has eleven requests within each other.',
    'wrong-two-hundred': 'No scene has 201 requests.',
    'wrong-asks-for-then': 'No value is a thenable.',
    'wrong-an-hour': 'No scene lasts for an hour.',
    'wrong-by-function': 'Each request has a function of its own.',
    'wrong-snapshot-of-the-first-call': 'Each request has a function of its own.',
    'wrong-patches-the-promise': 'No scene looks at the properties of a promise.',
  },
  input: fc.record({
    user: fc.constantFrom(undefined, 'Ada', 'Ben'),
    /** The first is called by the scene, and each next one by a step of the one before it. */
    requests: fc.array(request, { minLength: 1, maxLength: 4, size: 'max' }),
  }),
  async call({ withRequest, requestId }: typeof import('../1-request-id.ts'), input, tools) {
    const tell = (what: string) =>
      tools.note(`${what}: request ${tools.say(requestId())}, user ${users.getStore()}`);
    const ends: Promise<unknown>[] = [];

    const open = (level: number): void => {
      const one = input.requests[level];
      if (!one) return;
      const name = tools.name(level);
      const start = (i: number): void | Promise<void> => {
        const { what, ms } = one.steps[i] as (typeof one.steps)[number];
        const happens = () => tell(`${name}, ${what} no. ${i}`);
        if (what === 'request') return open(level + 1);
        const happening = new Promise<void>((resolve) => {
          const now = () => {
            happens();
            resolve();
          };
          if (what === 'microtask') queueMicrotask(now);
          else if (what === 'immediate') setImmediate(now);
          else setTimeout(now, ms);
        });
        ends.push(happening);
        return what === 'await' ? happening.then(happens) : undefined;
      };
      const inOrder = async () => {
        for (const i of one.steps.keys()) {
          await start(i);
          tell(`${name}, after step ${i}`);
        }
        if (one.ends === 'rejects') throw one.reason;
        return one.value;
      };
      let made: unknown;
      const f = () => {
        tell(`${name}, in the call`);
        if (one.ends === 'fulfils' || one.ends === 'rejects') {
          made = inOrder();
          return made;
        }
        for (const i of one.steps.keys()) void start(i);
        if (one.ends === 'throws') throw one.reason;
        return one.value;
      };
      try {
        const result = withRequest(one.id, f);
        const isSame = made ? result === made : Object.is(result, one.value);
        tools.note(`${name} returns ${isSame ? 'the very thing' : 'something else'}`);
        if (result instanceof Promise) ends.push(result.catch(() => {}));
      } catch (error) {
        tools.note(`${name} throws ${tools.say(error)}`);
      }
      tell(`${name}, after the call`);
    };

    if (input.user) users.run(input.user, () => open(0));
    else open(0);
    for (const end of ends) await end;
    tell('at the end');
  },
});
