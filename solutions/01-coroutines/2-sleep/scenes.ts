import { delay, fc, scenes, time } from '#scenes';

const ms = fc.oneof(time, fc.integer({ min: 1, max: 5000 }));
/** `awaitedAt`: in ms after the call. */
const one = fc.record({ ms, awaitedAt: delay });

scenes(import.meta.dirname, {
  timers: true,
  input: fc.array(one, { minLength: 1, maxLength: 12, size: 'max' }),
  call: ({ sleep }: typeof import('../2-sleep.ts'), sleepers, tools) =>
    Promise.all(
      sleepers.map(({ ms, awaitedAt }, i) =>
        tools.settles(
          async () => {
            const nap = sleep(ms);
            await tools.at(awaitedAt, () => {});
            await nap;
          },
          `sleep no. ${i + 1}`,
        ),
      ),
    ),
});
