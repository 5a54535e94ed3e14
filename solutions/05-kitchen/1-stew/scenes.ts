import { fc, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  burns: true,
  calls: 1,
  input: fc.nat(8),
  call({ cook }: typeof import('../1-stew.ts'), pots, tools) {
    const { stir, simmer } = tools.lab.kitchen();
    const k = {
      stir,
      simmer: (ms: number) => {
        tools.note(`simmers for ${ms} ms`);
        return simmer(ms);
      },
    };
    return tools.settles(() => cook(pots, k));
  },
});
