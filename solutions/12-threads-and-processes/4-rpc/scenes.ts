import { Worker } from 'node:worker_threads';
import { delay, fc, ownCopyOf, rarely, reason, scenes, time, value } from '#scenes';

/**
 * Free: what becomes of a call in the ms in which the thread ends. So a thread ends in an odd ms, and all else happens
 * in even ones. A thread that ends itself does not compute, because that would put its end off.
 */
const even = (ms: number) => 4 * ms;
const odd = (ms: number) => 4 * ms + 1;

const end = fc.oneof(
  { weight: 3, arbitrary: fc.record({ gives: value }) },
  fc.record({ throws: reason }),
  fc.record({ burns: fc.constantFrom('soup', 'rice', '') }),
  fc.constant({ 'gives a function': true }),
);

const request = fc.record({
  at: delay.map(even),
  method: fc.constantFrom('wait', 'compute', 'end', 'list', 'fry', 'toString'),
  takes: time.map(even),
  end,
  given: fc.array(value, { maxLength: 3 }),
  isSecond: rarely,
});

const death = fc.oneof(
  fc.constant({ never: true }),
  fc.record({ at: delay.map(odd), terminates: fc.constant(true) }),
  fc.record({ at: delay.map(odd), exits: fc.constantFrom(0, 1, 3) }),
  fc.record({ at: delay.map(odd), throws: reason }),
);

const isCopied = (sent: unknown) => {
  try {
    structuredClone(sent);
    return true;
  } catch {
    return false;
  }
};

const endOf = (end: object): unknown => {
  if ('gives' in end) return end.gives;
  if ('throws' in end) throw end.throws;
  if ('burns' in end) throw Object.assign(new Error(String(end.burns)), { name: 'Burnt' });
  return () => {};
};

const endsOddly = (end: object) => 'gives a function' in end || !Object.values(end).every(isCopied);

type Methods = Record<string, (...given: unknown[]) => unknown>;

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-awaits-promises-only': 'No method of a scene returns a thenable of its own.',
    'wrong-hands-over-the-arguments': 'No scene looks at its arguments after the call.',
    'wrong-listener-of-a-failed-call': 'No scene counts listeners.',
    'wrong-listener-per-call': 'No scene counts listeners.',
  },
  input: fc.record({
    deaths: fc.tuple(death, death),
    requests: fc.array(request, { minLength: 1, maxLength: 5, size: 'max' }),
  }),
  call(kata: typeof import('../4-rpc.ts'), { deaths, requests }, tools) {
    const { connect } = kata;
    const cooks = deaths.map((death, i) => {
      const isByItself = 'exits' in death || 'throws' in death;
      const file = tools.lab.program(`cook ${tools.name(i)}`, (thread) => {
        const methods: Methods = {
          wait: (no) => thread.sleep(requests[Number(no)]?.takes ?? 0).then(() => no),
          compute: (no) => {
            if (!isByItself) thread.burn(requests[Number(no)]?.takes ?? 0);
            return no;
          },
          end: (no) => endOf(requests[Number(no)]?.end ?? {}),
        };
        const more = {
          salt: 'salt',
          list(...given: unknown[]) {
            return [this.salt, ...given];
          },
        };
        ownCopyOf(kata).serve(thread.parentPort, { ...methods, ...more });
        if (isByItself)
          thread.at(death.at, () => {
            if ('exits' in death) thread.exit(death.exits);
            if ('throws' in death) throw death.throws;
          });
      });
      const worker = new Worker(file);
      tools.at('terminates' in death ? death.at : odd(500), () => void worker.terminate());
      const cook = connect<Methods>(worker);
      tools.note(`it is ${typeof Reflect.get(cook, 'then') === 'function' ? 'a' : 'no'} thenable`);
      return cook;
    });
    const calls = requests.map(({ at, method, end, given, isSecond }, no) => {
      const isAnyError = method === 'end' ? endsOddly(end) : !isCopied(given);
      const ask = () => {
        const passed = method === 'list' ? given : [no];
        return cooks[isSecond ? 1 : 0]?.[method]?.(...passed).catch((error) => {
          if (!(error instanceof Error)) throw error;
          throw isAnyError && method !== 'fry' ? 'an Error' : `${error.name}: ${error.message}`;
        });
      };
      return tools.at(at, () => tools.settles(ask, `call no. ${no + 1}`));
    });
    return Promise.all(calls);
  },
});
