import { fc, scenes } from '#scenes';

scenes(import.meta.dirname, {
  calls: 1,
  // What comes first when there is more to slice than fits into a simmer is free.
  input: fc.record({ stews: fc.nat(6), sushi: fc.nat(6) }),
  call({ dinner }: typeof import('../2-dinner.ts'), order, tools) {
    const kitchen = tools.lab.kitchen();
    const counted = <T>(name: 'stir' | 'slice' | 'simmer', f: (ms: number) => T) => {
      return (ms: number) => {
        tools.noteAnyTime(`${name} ${ms} ms`);
        return f(ms);
      };
    };
    return tools.settles(() =>
      dinner(order, {
        stir: counted('stir', kitchen.stir),
        slice: counted('slice', kitchen.slice),
        simmer: counted('simmer', kitchen.simmer),
      }),
    );
  },
});
