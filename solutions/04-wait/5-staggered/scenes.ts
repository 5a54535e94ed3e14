import { fc, items, scenes, time } from '#scenes';

/** Free: which comes first when an attempt ends in the same ms in which the delay is over. Here none does. */
const APART = 16;

const kinds = { settled: 'any', stops: true, throws: true, again: true, never: true } as const;

scenes(import.meta.dirname, {
  input: fc.record({
    attempts: fc.oneof(
      items({ ...kinds, rejects: 'often' }),
      items({ ...kinds, rejects: 'rarely' }),
    ),
    delay: time,
  }),
  call({ staggered }: typeof import('../5-staggered.ts'), { attempts, delay }, tools) {
    const won: AbortSignal[] = [];
    const apart = attempts.map((item) =>
      item.takes === undefined ? item : { ...item, takes: APART * item.takes },
    );
    const list = tools.ops(apart, (promise, signal) =>
      promise.then((value) => {
        won.push(signal);
        return value;
      }),
    );
    tools.keeps(list);
    tools.finally(() => {
      if (won[0]?.aborted) tools.noteAnyTime('the signal of the winner is aborted');
    });
    return tools.settles(() => staggered(list, APART * delay + 1));
  },
});
