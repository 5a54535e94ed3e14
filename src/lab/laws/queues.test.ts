import { expect, observe, test } from '#lab';
import { toRunInTurns } from './queues.ts';

const queued = () =>
  observe(({ log, sleep }) => {
    setImmediate(() => log('immediate'));
    queueMicrotask(() => log('micro'));
    process.nextTick(() => log('tick'));
    log('now');
    return sleep(10);
  });

test('toRunInTurns: by turn, and in each by queue', async () => {
  const trace = await queued();
  const call = { call: ['now'], ticks: ['tick'], micros: ['micro'] };
  expect(toRunInTurns(trace, call, { call: ['immediate'] })).toBeUndefined();
});

test('toRunInTurns: why one cannot come before the other', async () => {
  const trace = await queued();
  const wanted = { call: ['now'], ticks: ['micro'], micros: ['tick'] };
  expect(toRunInTurns(trace, wanted, { call: ['immediate'] })).toMatchInlineSnapshot(`
    {
      "fact": "'tick' came before 'micro'; 'micro' comes first.",
      "lists": {
        "to reach": [
          "now",
          "micro",
          "tick",
          "immediate",
        ],
        "yours": [
          "now",
          "tick",
          "micro",
          "immediate",
        ],
      },
      "picture": false,
      "possible": "When a callback is over, Node takes the ticks first (process.nextTick), all of them, and then the microtasks (queueMicrotask, then, await). In which of the two do 'tick' and 'micro' wait?",
    }
  `);
});
