import { fc, scenes, time, work } from '#scenes';

scenes(import.meta.dirname, {
  duringCall: true,
  timers: true,
  input: fc.record({
    sleep: work({ settled: 'any' }),
    /** So many ms later there is another call with the same 'log' and 'sleep'. */
    again: fc.option(time, { nil: undefined }),
  }),
  call({ answer }: typeof import('../1-first-await.ts'), { sleep, again }, tools) {
    const rest = tools.op(tools.name(0), sleep);
    const log = tools.voice('log');
    const wait = (ms: number) => {
      log(`(sleep(${ms}) is called)`);
      return rest() as Promise<void>;
    };
    const once = async () => {
      const result = await answer(log, wait);
      log('(it has fulfilled)');
      return result;
    };
    return Promise.all([
      tools.settles(once),
      again && tools.at(again, () => tools.settles(once, 'the other call')),
    ]);
  },
});
