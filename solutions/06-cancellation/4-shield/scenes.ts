import { delay, fc, reason, scenes, type Work, work } from '#scenes';

/** Free: which end it is when the abort comes in the ms in which the work ends. Even times never meet odd ones. */
const even = (ms: number) => 2 * ms;
const odd = (ms: number) => 2 * ms + 1;

const caller = fc.record({
  at: delay.map(even),
  /** Which of two pieces of work, and which of two functions for a failure that is lost. */
  work: fc.nat(1),
  onLost: fc.nat(1),
  /** The second signal, as it is or as `AbortSignal.any` joined it; or one that the caller aborts after a failure. */
  under: fc.constantFrom('first', 'second', 'joined', 'own'),
});

const TIMEOUT = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
const THENABLE = { then: (fulfil: (value: string) => void) => fulfil('unwrapped') };

const abort = fc.record({
  when: fc.oneof(fc.constantFrom('before', 'right after the calls', 'never'), delay.map(odd)),
  reason: fc.oneof(
    { weight: 9, arbitrary: reason },
    { weight: 1, arbitrary: fc.constantFrom(TIMEOUT, THENABLE) },
  ),
  /** When the owner of the signal sets its `onabort`: before all calls, or at this ms. */
  ownerAt: fc.option(delay.map(odd)),
});

const kinds = { settled: 'any', throws: true, rejects: 'often' } as const;

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  excuses: {
    'wrong-leaves-in-the-catch':
      'It loses a failure only in the ms of the abort, and these scenes keep the two apart.',
  },
  input: fc.record({
    works: fc.tuple(work(kinds), work(kinds)),
    /** The first one returns the same promise again and again. */
    isShared: fc.boolean(),
    callers: fc.array(caller, { minLength: 1, maxLength: 4, size: 'max' }),
    first: abort,
    second: abort,
  }),
  call({ shield }: typeof import('../4-shield.ts'), input, tools) {
    const { works, isShared, callers, first, second } = input;
    tools.label(TIMEOUT, 'the TimeoutError');
    tools.label(THENABLE, 'the thenable');
    const controllerOf = (name: string, { when, reason, ownerAt }: typeof first) => {
      const controller = tools.lab.controller();
      const { signal } = controller;
      const happen = () => {
        controller.abort(reason);
        if (reason === undefined) tools.label(signal.reason, `the reason of the ${name} signal`);
      };
      const listen = () => {
        signal.onabort = () => tools.note(`onabort of the ${name} signal`);
      };
      if (ownerAt === null) listen();
      else tools.at(ownerAt, listen);
      if (when === 'before') happen();
      if (typeof when === 'number') tools.at(when, happen);
      return { signal, afterTheCalls: () => when === 'right after the calls' && happen() };
    };
    const [one, two] = [controllerOf('first', first), controllerOf('second', second)];
    let shared: Promise<unknown> | undefined;
    const [f, g] = works.map((work, i) => {
      const start = tools.op(tools.name(i), timed(work, [first.when, second.when]));
      return (...args: unknown[]) => {
        if (args.length > 0) tools.note('work is called with an argument');
        if (i > 0 || !isShared) return start();
        shared ??= start();
        return shared;
      };
    }) as [() => Promise<unknown>, () => Promise<unknown>];
    const [lostA, lostB] = ['A', 'B'].map((name) => (error: unknown) => {
      tools.note(`onLost ${name} is called with ${tools.say(error)}`);
    }) as [(error: unknown) => void, (error: unknown) => void];

    const calls = callers.map(({ at, work, under, onLost }, i) => {
      const own = tools.lab.controller();
      const signal = {
        first: one.signal,
        second: two.signal,
        joined: AbortSignal.any([two.signal]),
        own: own.signal,
      }[under];
      const begin = () => {
        const result = shield(work ? g : f, signal, onLost ? lostB : lostA);
        result.catch(() => own.abort());
        return result;
      };
      return tools.at(at, () => tools.settles(begin, `call no. ${i + 1}`));
    });
    one.afterTheCalls();
    two.afterTheCalls();
    return Promise.all(calls);
  },
});

/** Free: which end it is when the work has settled already, and the line after the call aborts. */
function timed(work: Work, aborts: readonly unknown[]): Work {
  if (work.takes !== undefined) return { ...work, takes: even(work.takes) };
  const isMeeting = aborts.includes('right after the calls');
  return isMeeting && !work.throws ? { ...work, takes: 2 } : work;
}
