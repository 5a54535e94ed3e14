import { ending, fc, scenes } from '#scenes';

interface Part {
  readonly computes?: number;
  readonly waits?: number;
}

const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ computes: fc.integer({ min: 40, max: 300 }) }) },
  { weight: 8, arbitrary: fc.record({ waits: fc.integer({ min: 1, max: 300 }) }) },
  // It may end before the first beat.
  { weight: 4, arbitrary: fc.record({ waits: fc.integer({ min: 1, max: 9 }) }) },
);
const long: Part[] = [{ computes: 17_000 }, { waits: 5100 }, { waits: 11_000 }];

/** Free: what it says when the shares are so alike that a heartbeat of a few ms cannot tell. */
const isClear = (parts: readonly Part[]) => {
  const computes = parts.reduce((sum, { computes = 0 }) => sum + computes, 0);
  const waits = parts.reduce((sum, { waits = 0 }) => sum + waits, 0);
  if (computes === 0 || waits === 0) return true;
  return Math.abs(computes - waits) > 0.02 * (computes + waits) + 25 * parts.length;
};
const parts = fc
  .oneof(
    { weight: 12, arbitrary: fc.array(part, { minLength: 1, maxLength: 6 }) },
    // Rarely: a heartbeat costs as many timers as it beats.
    fc.shuffledSubarray(long, { minLength: 1 }),
  )
  .filter(isClear);

scenes(import.meta.dirname, {
  calls: 1,
  // Free: when it settles, as a heartbeat may have to come to its end.
  anyTime: true,
  input: fc.record({
    before: fc.option(part, { nil: {} as Part }),
    parts,
    /** What the same function does when it is measured again. */
    again: fc.option(parts, { nil: undefined }),
    how: fc.constantFrom('async', 'thenable', 'function', 'throws'),
    end: ending(),
  }),
  async call({ kindOf }: typeof import('../3-diagnose.ts'), input, tools) {
    const { before, parts, again, how, end } = input;
    const { job, burn, now } = tools.lab;
    const perform = async ({ computes, waits }: Part) => {
      if (computes) burn(computes);
      if (waits) await job('wait', waits)();
    };
    await perform(before);
    const last = tools.op('its end', end);
    let next = parts;
    let called = 0;
    const f = () => {
      tools.note(`f is called${now() > called ? ', late' : ''}`);
      if (how === 'throws' && ('rejects' in end || end.fails)) {
        burn(100);
        throw end.rejects;
      }
      const result = (async () => {
        for (const part of next) await perform(part);
        return last();
      })();
      const thenable = { then: result.then.bind(result) };
      if (how === 'function') return Object.assign(() => 'called', thenable);
      return how === 'thenable' ? thenable : result;
    };
    const every = (ms: number, beat: () => void) => {
      const timer = setInterval(beat, ms);
      return () => clearInterval(timer);
    };
    const measure = () => {
      called = now();
      return kindOf(f, { now, every });
    };
    await tools.settles(measure);
    if (!again) return;
    next = again;
    await tools.settles(measure, 'the second call');
  },
});
