import { fc, hasRejected, items, scenes } from '#scenes';

// Free: which reason counts when two downloads have rejected as soon as they are called.
const kinds = { settled: 'one rejects', stops: true, again: true } as const;

scenes(import.meta.dirname, {
  timers: true,
  input: fc.record({
    downloads: fc.oneof(items(kinds), items({ ...kinds, rejects: 'often' })),
    changed: fc.boolean(),
    /** The first download rejects right after another one has, in the same callback. */
    follows: fc.boolean(),
  }),
  call({ downloadAll }: typeof import('../3-stop-the-rest.ts'), input, tools) {
    const { downloads, changed, follows } = input;
    const follower = tools.label(new Error('too'), 'the error of the one that follows');
    let follow = (_error: Error) => {};
    const called = tools.lab.now();
    const rejects = () => {
      // Free, again: which reason counts at the time of the call.
      if (tools.lab.now() > called) follow(follower);
    };
    const signals: AbortSignal[] = [];
    const list = tools.ops(downloads, (promise, signal) => {
      if (signals.push(signal) > 1) promise.catch(rejects);
      else if (follows && downloads[0] && !hasRejected(downloads[0]))
        return new Promise((resolve, reject) => {
          promise.then(resolve, reject);
          follow = reject;
        });
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
});
