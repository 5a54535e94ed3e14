import { fc, items, scenes } from '#scenes';

const KEYS = ['a', 'b', '__proto__', 'constructor', '7', ''];

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    keys: fc.shuffledSubarray(KEYS),
    // Free: which reason counts when two promises have rejected before the call.
    items: items({
      settled: 'one rejects',
      thenables: ['object', 'function', 'nested'],
      again: true,
    }),
    inherits: fc.boolean(),
    changed: fc.boolean(),
  }),
  call(
    { gatherProps }: typeof import('../4-gather-props.ts'),
    { keys, items, inherits, changed },
    tools,
  ) {
    const promises: object = inherits ? Object.create({ inherited: Promise.resolve(1) }) : {};
    for (const [i, value] of tools.inputs(items).slice(0, keys.length).entries()) {
      const own = { enumerable: true, configurable: true, writable: true };
      Object.defineProperty(promises, keys[i] as string, { value, ...own });
    }
    if (!changed) tools.keeps(promises, 'the object');
    return tools.settles(async () => {
      const report = gatherProps(promises as Record<string, Promise<unknown>>);
      if (changed) for (const key of keys) Reflect.deleteProperty(promises, key);
      const result = await report;
      tools.note(`its keys are ${tools.say(Object.keys(result))}`);
      return result;
    });
  },
});
