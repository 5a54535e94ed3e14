import { delay, fc, reason, scenes } from '#scenes';

/** A reason is passed on as it is, also if awaiting it would give another value. */
const thenable = { then: (fulfil: (value: unknown) => void) => fulfil('inside') };

const call = fc.record({
  what: fc.constant('wait' as const),
  at: delay,
  /** So many calls, one right after the other. */
  times: fc.constantFrom(1, 1, 1, 2, 3, 12),
  /** So many microtasks after the event. Free, where other calls come in that ms: which of them comes first. */
  hops: fc.constantFrom(0, 0, 1, 2, 4),
  /** Most use the first of two barriers. */
  isApart: fc.constantFrom(false, false, false, true),
});

const abort = fc.record({
  what: fc.constant('abort' as const),
  at: delay,
  hops: fc.constantFrom(0, 0, 1, 2, 4),
  isApart: fc.constantFrom(false, false, false, true),
  reason: fc.oneof({ weight: 6, arbitrary: reason }, fc.constant(thenable)),
});

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    parties: fc.constantFrom(1, 2, 2, 3, 3, 4, 11, Infinity, 2 ** 40, 0, -1, 1.5, Number.NaN),
    events: fc.array(fc.oneof({ weight: 5, arbitrary: call }, { weight: 1, arbitrary: abort }), {
      maxLength: 13,
      size: 'max',
    }),
  }),
  async call({ Barrier }: typeof import('../5-barrier.ts'), { parties, events }, tools) {
    const isCount = parties === Infinity || (Number.isInteger(parties) && parties > 0);
    const barriers: InstanceType<typeof Barrier>[] = [];
    try {
      barriers.push(new Barrier(parties), new Barrier(parties));
    } catch (error) {
      // The text of the error is free.
      return tools.note(error instanceof RangeError ? 'a RangeError' : 'another error');
    }
    if (!isCount) return tools.note('no error');
    let calls = 0;
    const happen = (event: (typeof events)[number]) => {
      const barrier = barriers[event.isApart ? 1 : 0];
      if (!barrier) return;
      if (event.what === 'abort') {
        try {
          barrier.abort(event.reason);
        } catch (error) {
          tools.note(`abort throws ${tools.say(error)}`);
        }
        return;
      }
      // Nothing waits for that: calls may wait for ever.
      for (let i = 0; i < event.times; i++)
        void tools.settles(() => barrier.wait(), `call no. ${++calls}`);
    };
    const later = (hops: number, act: () => void): unknown =>
      hops === 0 ? act() : Promise.resolve().then(() => later(hops - 1, act));
    await Promise.all(
      events.map((event) => tools.at(event.at, () => later(event.hops, () => happen(event)))),
    );
    await tools.at(67, () => {});
  },
});
