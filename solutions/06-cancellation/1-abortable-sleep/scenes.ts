import { delay, fc, reason, scenes, time } from '#scenes';

/** Free: which end it is when the abort comes in the ms in which the time is over. Even times never meet odd ones. */
const even = (ms: number) => 2 * ms;
const odd = (ms: number) => 2 * ms + 1;

const sleeper = fc.record({
  at: delay.map(even),
  ms: fc.oneof(time, fc.integer({ min: 1, max: 5000 })).map(even),
  /** Which of the two signals, the second one as it is or as one that `AbortSignal.any` made of it. */
  under: fc.constantFrom('no signal', 'first', 'second', 'joined'),
});

const abort = fc.record({
  when: fc.oneof(fc.constantFrom('before', 'right after the calls', 'never'), delay.map(odd)),
  reason,
});

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    sleepers: fc.array(sleeper, { minLength: 1, maxLength: 5, size: 'max' }),
    first: abort,
    second: abort,
  }),
  call({ sleep }: typeof import('../1-abortable-sleep.ts'), { sleepers, first, second }, tools) {
    const controllerOf = (name: string, { when, reason }: typeof first) => {
      const controller = tools.lab.controller();
      const { signal } = controller;
      const happen = () => {
        controller.abort(reason);
        if (reason === undefined) tools.label(signal.reason, `the reason of the ${name} signal`);
      };
      signal.onabort = () => tools.note(`onabort of the ${name} signal`);
      if (when === 'before') happen();
      if (typeof when === 'number') tools.at(when, happen);
      return { signal, afterTheCalls: () => when === 'right after the calls' && happen() };
    };
    const [one, two] = [controllerOf('first', first), controllerOf('second', second)];
    const signals = {
      'no signal': undefined,
      first: one.signal,
      second: two.signal,
      joined: AbortSignal.any([two.signal]),
    };
    const sleeps = sleepers.map(({ at, ms, under }, i) =>
      tools.at(at, () => tools.settles(() => sleep(ms, signals[under]), `sleep no. ${i + 1}`)),
    );
    one.signal.addEventListener('abort', () => tools.note('another listener'), { once: true });
    one.afterTheCalls();
    two.afterTheCalls();
    return Promise.all(sleeps);
  },
});
