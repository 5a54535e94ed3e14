import { fc, items, scenes } from '#scenes';

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    // Free: which reason counts when two downloads have rejected as soon as they are called.
    downloads: items({ settled: 'one rejects', stops: true, again: true }),
    changed: fc.boolean(),
  }),
  call({ downloadAll }: typeof import('../3-stop-the-rest.ts'), { downloads, changed }, tools) {
    const signals: AbortSignal[] = [];
    const list = tools.ops(downloads, (promise, signal) => {
      signals.push(signal);
      return promise;
    });
    if (!changed) tools.keeps(list);
    return tools.settles(async () => {
      const downloading = downloadAll(list);
      if (changed) list.reverse().pop();
      const results = await downloading;
      tools.finally(() => {
        if (signals.some(({ aborted }) => aborted)) tools.noteAnyTime('a signal is aborted');
      });
      return results;
    });
  },
  excuses: {
    'wrong-first-of-the-moment':
      'It takes another reason only when two downloads reject in one callback; here each rejects in its own.',
  },
});
