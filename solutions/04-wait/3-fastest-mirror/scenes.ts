import { fc, items, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  input: fc.record({
    mirrors: items({ settled: 'any', stops: true, throws: true, again: true, rejects: 'often' }),
  }),
  call({ fastest }: typeof import('../3-fastest-mirror.ts'), { mirrors }, tools) {
    const list = tools.ops(mirrors);
    tools.keeps(list);
    return tools.settles(() => fastest(list));
  },
});
