import { fc, scenes } from '#scenes';

scenes(import.meta.dirname, {
  calls: 1,
  // Free: what is done first, and how often it yields.
  input: fc.record({
    stews: fc.nat(6),
    sushi: fc.nat(6),
    again: fc.constantFrom('no', 'afterwards', 'meanwhile'),
    /** When the last stew has simmered, somebody else's callback is due, and computes. */
    isBusy: fc.boolean(),
  }),
  async call({ dinner }: typeof import('../2-dinner.ts'), { again, isBusy, ...order }, tools) {
    const { at, burn } = tools.lab;
    const kitchen = tools.lab.kitchen();
    const counted = <T>(name: 'stir' | 'slice' | 'simmer', f: (ms: number) => T) => {
      return (ms: number) => {
        tools.noteAnyTime(`${name} ${ms} ms`);
        return f(ms);
      };
    };
    let pots = 0;
    const simmer = (ms: number) => {
      const simmering = kitchen.simmer(ms);
      // Free, with sushi: whether that callback comes before the last slice.
      const isAlone = again === 'no' && order.sushi === 0;
      if (isBusy && isAlone && ++pots === order.stews) at(ms, () => burn(20, 'another'));
      return simmering;
    };
    const k = {
      stir: counted('stir', kitchen.stir),
      slice: counted('slice', kitchen.slice),
      simmer: counted('simmer', simmer),
    };
    tools.keeps(order, 'the order');
    tools.finally(({ spans }) => {
      const burns = spans.filter(({ kind }) => kind === 'burn');
      const last = burns.findLastIndex(({ name }) => name === 'slice');
      const isIdle = burns
        .slice(1, last + 1)
        .some(({ start }, i) => start.at - (burns[i]?.end?.at ?? 0) > 1);
      if (isIdle || (burns[0]?.start.at ?? 0) > 1) tools.noteAnyTime('idle before the last slice');
    });
    const first = tools.settles(() => dinner(order, k));
    if (again === 'afterwards') await first;
    // Free: when which of two calls slices.
    if (again === 'afterwards' || (again === 'meanwhile' && order.sushi === 0))
      await tools.settles(() => dinner(order, k), 'the second call');
    await first;
  },
});
