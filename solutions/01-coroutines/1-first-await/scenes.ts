import { fc, scenes, work } from '#scenes';

scenes(import.meta.dirname, {
  duringCall: true,
  timers: true,
  input: fc.record({ sleep: work({ settled: 'any' }) }),
  call({ answer }: typeof import('../1-first-await.ts'), { sleep }, tools) {
    const rest = tools.op(tools.name(0), sleep);
    const log = tools.voice('log');
    const wait = (ms: number) => {
      log(`(sleep(${ms}) is called)`);
      return rest() as Promise<void>;
    };
    return tools.settles(async () => {
      const result = await answer(log, wait);
      log('(it has fulfilled)');
      return result;
    });
  },
});
