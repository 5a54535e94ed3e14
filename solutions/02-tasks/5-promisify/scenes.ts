import { EventEmitter } from 'node:events';
import { delay, fc, rarely, reason, scenes, value } from '#scenes';

/** As results they are values like any other. */
const NEVER = new Promise(() => {});
const ERROR = new Error('a result');
const values = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom(NEVER, ERROR) },
  ),
  { maxLength: 3 },
);
/** Free: whether an error that is falsy is one, unless it is null or undefined. */
const error = fc.oneof(
  { weight: 5, arbitrary: reason.filter(Boolean) },
  { weight: 1, arbitrary: fc.constantFrom(new Error(''), true) },
);

/** What f does with its callback: at 0 before it returns, or in a microtask. */
const answer = fc.record({
  at: delay,
  error: fc.option(error, { nil: undefined, freq: 2 }),
  none: fc.constantFrom(null, undefined),
  isSoon: rarely,
  results: values,
});
const call = fc.record({
  at: delay,
  args: fc.oneof(fc.constant(['menu']), values),
  answers: fc.array(answer, { maxLength: 3 }),
  returns: fc.constantFrom(undefined, undefined, 7),
  throws: fc.option(fc.record({ thrown: reason }), { nil: undefined, freq: 2 }),
  /** It is made of the same f by another call of promisify. */
  isAnother: rarely,
});

const args = fc.oneof(values, fc.constant([['x', 'y']]));
const name = fc.constantFrom('hot', 'hot', 'close', '', '__proto__');
const use = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), at: delay, oven: fc.nat(1), name }),
  fc.record({ do: fc.constant('emit' as const), at: delay, oven: fc.nat(1), name, args }),
  fc.record({ do: fc.constant('fail' as const), at: delay, oven: fc.nat(1), error: reason }),
  fc.record({
    do: fc.constantFrom('on' as const, 'once' as const),
    at: delay,
    oven: fc.nat(1),
    name,
  }),
);

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    calls: fc.array(call, { maxLength: 3 }),
    uses: fc.array(use, { maxLength: 8, size: 'max' }),
  }),
  async call(exports: typeof import('../5-promisify.ts'), { calls, uses }, tools) {
    const { promisify, nextEvent } = exports;
    tools.label(NEVER, 'a pending promise');
    let isInCall = false;
    let current = 0;
    type Callback = (error?: unknown, ...results: unknown[]) => void;
    const f = function (this: unknown, ...all: unknown[]) {
      const when = isInCall ? 'during the call' : 'later';
      tools.note(`f of ${tools.say(this)} is called ${when} with ${tools.say(all.slice(0, -1))}`);
      const { answers, throws, returns } = calls[current] ?? { answers: [] };
      const callback = all.at(-1) as Callback;
      for (const { at, error, none, isSoon, results } of answers) {
        const back = () => callback(error ?? none, ...results);
        if (at === 0 && isSoon) queueMicrotask(back);
        else if (at === 0) back();
        else tools.lab.at(at, back);
      }
      if (throws) throw throws.thrown;
      return returns;
    };
    const [read, another] = [promisify(f), promisify(f)];
    const ovens = [new EventEmitter(), new EventEmitter()] as const;
    const others = new Map<unknown, string>();
    const ovenOf = ({ oven }: { oven: number }) => ovens[oven] ?? ovens[0];
    const all = [
      ...calls.map(({ at, args, isAnother }, i) =>
        tools.at(at, () => {
          const self = tools.label({}, `disk ${i}`);
          const g = isAnother ? another : read;
          current = i;
          isInCall = true;
          void tools.settles(() => g.call(self, ...args), `call no. ${i}`);
          isInCall = false;
        }),
      ),
      ...uses.map((use, i) =>
        tools.at(use.at, () => {
          const oven = ovenOf(use);
          switch (use.do) {
            case 'wait':
              return void tools.settles(() => nextEvent(oven, use.name), `wait no. ${i}`);
            case 'emit':
              return void oven.emit(use.name, ...use.args);
            case 'fail':
              // Without a listener, the emitter itself would throw the error.
              return oven.listenerCount('error') > 0 && void oven.emit('error', use.error);
            default:
              oven[use.do](use.name, (...args) => tools.note(`a listener gets ${tools.say(args)}`));
              others.set(oven.rawListeners(use.name).at(-1), `${use.do} no. ${i}`);
          }
        }),
      ),
    ];
    await Promise.all(all);
    await tools.lab.sleep(200);
    // Those that wait to the end have two listeners each.
    for (const oven of ovens)
      for (const name of ['hot', 'close', '', '__proto__', 'error']) {
        const all = oven.rawListeners(name);
        const kept = all.map((it) => others.get(it)).filter(Boolean);
        tools.noteAnyTime(`'${name}' has ${all.length} listeners, and of others ${kept.join()}`);
      }
  },
  excuses: {
    'wrong-removes-in-a-next-tick':
      'The events of a scene come from timers, and a nextTick job runs before the microtasks that follow one.',
  },
});
