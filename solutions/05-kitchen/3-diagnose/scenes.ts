import { ending, fc, scenes } from '#scenes';

const part = fc.oneof(
  fc.record({ computes: fc.integer({ min: 40, max: 300 }) }),
  fc.record({ waits: fc.integer({ min: 1, max: 300 }) }),
);

/** How much of each, in ms. */
const shares = (parts: readonly { computes?: number; waits?: number }[]) => ({
  computes: parts.reduce((sum, { computes = 0 }) => sum + computes, 0),
  waits: parts.reduce((sum, { waits = 0 }) => sum + waits, 0),
});

scenes(import.meta.dirname, {
  calls: 1,
  input: fc.record({
    before: fc.option(part, { nil: {} as { computes?: number; waits?: number } }),
    // Where neither share is much larger, a heartbeat of a few ms cannot tell.
    parts: fc.array(part, { minLength: 1, maxLength: 6 }).filter((parts) => {
      const { computes, waits } = shares(parts);
      return Math.abs(computes - waits) > 0.2 * (computes + waits);
    }),
    end: ending(),
  }),
  async call({ kindOf }: typeof import('../3-diagnose.ts'), { before, parts, end }, tools) {
    const { job, burn, now } = tools.lab;
    const perform = async ({ computes, waits }: { computes?: number; waits?: number }) => {
      if (computes) burn(computes);
      if (waits) await job('wait', waits)();
    };
    await perform(before);
    const result = tools.op('its end', end);
    const f = async () => {
      for (const part of parts) await perform(part);
      return result();
    };
    const every = (ms: number, beat: () => void) => {
      const timer = setInterval(beat, ms);
      return () => clearInterval(timer);
    };
    // Free: when it settles, as a heartbeat may have to come to its end.
    return tools.settlesAnyTime(() => kindOf(f, { now, every }));
  },
});
