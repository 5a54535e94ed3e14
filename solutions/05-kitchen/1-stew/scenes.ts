import { fc, scenes } from '#scenes';

const pots = fc.oneof({ weight: 4, arbitrary: fc.nat(8) }, fc.integer({ min: 50, max: 60 }));

scenes(import.meta.dirname, {
  timers: true,
  calls: 1,
  input: fc.record({ pots, second: fc.option(pots, { nil: undefined }) }),
  call({ cook }: typeof import('../1-stew.ts'), { pots, second }, tools) {
    const { stir, simmer } = tools.lab.kitchen();
    // Free: which of two calls stirs first.
    const note = (text: string) =>
      second === undefined ? tools.note(text) : tools.noteAnyTime(text);
    const k = {
      stir: (ms: number) => {
        note(`stirs for ${ms} ms`);
        stir(ms);
      },
      simmer: (ms: number) => {
        note(`a pot simmers for ${ms} ms`);
        return simmer(ms);
      },
    };
    if (second === undefined) return tools.settles(() => cook(pots, k));
    return tools.settles(() => Promise.all([cook(pots, k), cook(second, k)]));
  },
});
