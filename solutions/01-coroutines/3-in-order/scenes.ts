import { fc, items, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    steps: items({ settled: 'any', again: true }),
    /** The same list in another call. */
    twice: fc.constantFrom('no', 'afterwards', 'meanwhile'),
  }),
  async call({ inOrder }: typeof import('../3-in-order.ts'), { steps, twice }, tools) {
    const list = tools.ops(steps) as (() => Promise<unknown>)[];
    tools.keeps(list);
    const first = tools.settles(() => inOrder(list));
    if (twice === 'afterwards') await first;
    if (twice !== 'no') await tools.settles(() => inOrder(list), 'the second call');
    await first;
  },
});
