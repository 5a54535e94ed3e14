import { fc, reason, scenes, time } from '#scenes';

scenes(import.meta.dirname, {
  calls: 1,
  input: fc.record({
    items: fc.array(time, { maxLength: 30 }),
    slice: fc.integer({ min: 1, max: 40 }),
    throwsAt: fc.option(fc.record({ place: fc.nat(29), error: reason }), { nil: undefined }),
  }),
  async call({ chunked }: typeof import('../4-cooperate.ts'), { items, slice, throwsAt }, tools) {
    const { burn, now } = tools.lab;
    const ends: number[] = [];
    const works = tools.voice('work');
    const work = (item: number) => {
      // When it pauses, and for how many ms up to 1, is free.
      tools.noteAnyTime(`work no. ${ends.length + 1}: ${item}`);
      const idle = now() - (ends.at(-1) ?? now());
      if (idle > 1) works(`${idle} ms were lost before it`);
      burn(item);
      ends.push(now());
      if (ends.length === (throwsAt?.place ?? -1) + 1) throw throwsAt?.error;
    };
    const longest = Math.max(0, ...items);
    tools.finally(({ silences }) => {
      const blocked = silences.map(([from, to]) => to - from);
      if (blocked.some((ms) => ms > slice + longest)) tools.noteAnyTime('it blocks for too long');
      if (blocked.slice(0, -1).some((ms) => ms < slice - longest))
        tools.noteAnyTime('it yields too early');
    });
    try {
      const result: unknown = await chunked(items, work, slice);
      tools.noteAnyTime(`the call fulfils with ${tools.say(result)}`);
    } catch (error) {
      tools.noteAnyTime(`the call rejects with ${tools.say(error)}`);
    }
    if (now() - (ends.at(-1) ?? now()) > 1) tools.noteAnyTime('it settles too late');
  },
});
