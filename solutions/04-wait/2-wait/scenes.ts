import { fc, items, iterable, scenes, time } from '#scenes';

const MODES = [undefined, 'ALL_COMPLETED', 'FIRST_COMPLETED', 'FIRST_EXCEPTION'] as const;

const kinds = { settled: 'any', again: true, never: true } as const;

scenes(import.meta.dirname, {
  input: fc.record({
    items: fc.oneof(items(kinds), items({ ...kinds, rejects: 'often' })),
    iterable,
    options: fc.option(
      fc.record({
        returnWhen: fc.constantFrom(...MODES),
        timeout: fc.option(fc.oneof(time, fc.constant(0)), { nil: undefined, freq: 2 }),
      }),
      { nil: undefined },
    ),
    changed: fc.boolean(),
  }),
  call({ wait }: typeof import('../2-wait.ts'), { items, iterable, options, changed }, tools) {
    // Free: whether a timeout of 0 lasts 0 or 1 ms. Work of 1 ms would show it, and so would the time.
    const isZero = options?.timeout === 0;
    const list = tools.inputs(
      isZero ? items.map((item) => (item.takes === 1 ? { ...item, takes: 2 } : item)) : items,
    );
    const call = () => {
      const result = wait(changed ? list : tools.iterable(iterable, list), options);
      if (changed) list.reverse().pop();
      return result;
    };
    return isZero ? tools.settlesAnyTime(call) : tools.settles(call);
  },
});
