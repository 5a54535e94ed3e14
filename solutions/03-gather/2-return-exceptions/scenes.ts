import { fc, items, iterable, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    items: items({
      settled: 'any',
      thenables: ['object', 'function', 'nested'],
      again: true,
      plain: true,
      most: 12,
    }),
    iterable,
    changed: fc.boolean(),
  }),
  call(
    { gatherSettled }: typeof import('../2-return-exceptions.ts'),
    { items, iterable, changed },
    tools,
  ) {
    const list = tools.inputs(items);
    return tools.settles(() => {
      const report = gatherSettled(changed ? list : tools.iterable(iterable, list));
      if (changed) list.reverse().pop();
      return report;
    });
  },
});
