import { fc, items, iterable, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    // When two promises have rejected before the call, either reason will do.
    items: items({ settled: 'one rejects', thenables: true, again: true, plain: true, most: 12 }),
    iterable,
    changed: fc.boolean(),
  }),
  call({ gather }: typeof import('../1-gather.ts'), { items, iterable, changed }, tools) {
    const list = tools.inputs(items);
    if (!changed) tools.keeps(list);
    return tools.settles(() => {
      const report = gather(iterable === 'list' ? list : list.values());
      if (changed) list.reverse().pop();
      return report;
    });
  },
});
