import { delay, fc, scenes, work } from '#scenes';

const handler = fc.constantFrom('none', 'returns', 'throws');

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    f: work({ settled: 'any' }),
    uses: fc.array(
      fc.record({
        at: delay,
        object: fc.nat(1),
        how: fc.constantFrom('read', 'write', 'await', 'then'),
        onValue: handler,
        onError: handler,
      }),
      { maxLength: 4 },
    ),
  }),
  call({ lazy }: typeof import('../4-lazy.ts'), { f, uses }, tools) {
    const work = tools.op(tools.name(0), f);
    const objects = [lazy(work), lazy(work)];
    const handlerOf = (how: string, what: string, isCalling: () => boolean) => {
      if (how === 'none') return undefined;
      return (got: unknown) => {
        tools.note(
          `${what} gets ${tools.say(got)}${isCalling() ? ', during the call of then' : ''}`,
        );
        if (how === 'throws') throw tools.label(new Error(what), `the error of ${what}`);
        return `result of ${what}`;
      };
    };
    return Promise.all(
      uses.map(async ({ at, object, how, onValue, onError }, i) => {
        const it = objects[object] as PromiseLike<unknown>;
        await tools.at(at, () => {
          if (how === 'read') return void it.then;
          if (how === 'write') return void JSON.stringify(it);
          if (how === 'await') return tools.settles(async () => await it, `await no. ${i}`);
          let isCalling = true;
          const chained = it.then(
            handlerOf(onValue, `onValue no. ${i}`, () => isCalling),
            handlerOf(onError, `onError no. ${i}`, () => isCalling),
          );
          isCalling = false;
          if (!(chained instanceof Promise)) tools.note(`then no. ${i} returns no promise`);
          return tools.settles(() => chained, `then no. ${i}`);
        });
      }),
    );
  },
});
