import { fc, items, iterable, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    // Free: which reason counts when two promises have rejected before the call.
    items: items({
      settled: 'one rejects',
      thenables: ['object', 'function', 'nested'],
      again: true,
      plain: true,
      rejects: 'rarely',
      most: 12,
    }),
    iterable,
    changed: fc.boolean(),
  }),
  call({ gather }: typeof import('../1-gather.ts'), { items, iterable, changed }, tools) {
    const list = tools.inputs(items);
    return tools.settles(() => {
      const report = gather(changed ? list : tools.iterable(iterable, list));
      if (changed) list.reverse().pop();
      return report;
    });
  },
});
