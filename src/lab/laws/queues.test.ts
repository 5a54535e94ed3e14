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

/** What is said when these lines come in the order of the first list. */
const told = async (
  came: readonly string[],
  ...turns: Parameters<typeof toRunInTurns> extends [unknown, ...infer Turns] ? Turns : never
) => {
  const trace = await observe(({ log, sleep }) => {
    for (const line of came) log(line);
    return sleep(10);
  });
  return toRunInTurns(trace, ...turns)?.possible;
};

test('toRunInTurns: by callback, and after each by queue', async () => {
  const trace = await queued();
  const call = { call: ['now'], ticks: ['tick'], micros: ['micro'] };
  expect(toRunInTurns(trace, call, { call: ['immediate'] })).toBeUndefined();
});

test('toRunInTurns: why one cannot come before the other', async () => {
  const trace = await queued();
  const wanted = { call: ['now'], ticks: ['micro'], micros: ['tick'] };
  expect(toRunInTurns(trace, wanted, { call: ['immediate'] })).toMatchInlineSnapshot(`
    {
      "fact": "'tick' was logged before 'micro'; expected 'micro' first.",
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
      "possible": "When a callback has ended, Node first runs all nextTick jobs, then all microtasks (queueMicrotask, then, code after an await). In which of the two queues are 'tick' and 'micro'?",
    }
  `);
});

test('toRunInTurns: what runs synchronously waits for no callback', async () => {
  expect(
    await told(['macro', 'now'], { call: ['now'] }, { call: ['macro'] }),
  ).toMatchInlineSnapshot(
    `"Code that runs synchronously comes before everything that it queues. Was 'now' queued as well?"`,
  );
  expect(await told(['tick', 'now'], { call: ['now'], ticks: ['tick'] })).toMatchInlineSnapshot(
    `"Code that runs synchronously comes before everything that it queues. Was 'now' queued as well?"`,
  );
  expect(await told(['now 2', 'now 1'], { call: ['now 1', 'now 2'] })).toMatchInlineSnapshot(
    `"Both run synchronously. Is 'now 2' called before 'now 1'?"`,
  );
});

test('toRunInTurns: first in, first out', async () => {
  expect(await told(['tick 2', 'tick 1'], { ticks: ['tick 1', 'tick 2'] })).toMatchInlineSnapshot(
    `"A queue is first in, first out. Was 'tick 2' added before 'tick 1'?"`,
  );
  expect(
    await told(['macro 2', 'macro 1'], {}, { call: ['macro 1'] }, { call: ['macro 2'] }),
  ).toMatchInlineSnapshot(
    `"Callbacks run one after another, in the order in which they were set. Was 'macro 2' set before 'macro 1'?"`,
  );
});

test('toRunInTurns: both queues are emptied before the next callback', async () => {
  expect(
    await told(['macro', 'tick'], { ticks: ['tick'] }, { call: ['macro'] }),
  ).toMatchInlineSnapshot(
    `"Before the next timer or immediate runs, Node empties both queues: all nextTick jobs and microtasks, and what they add. Is 'macro' itself in one of these queues, or 'tick' in an immediate?"`,
  );
  expect(
    await told(['macro 2', 'micro'], {}, { micros: ['micro'] }, { call: ['macro 2'] }),
  ).toMatchInlineSnapshot(
    `"Before the next timer or immediate runs, Node empties both queues: all nextTick jobs and microtasks, and what they add. Did 'macro 2' share one timer or immediate with the job before it?"`,
  );

  const late = await observe(({ log, sleep }) => {
    setTimeout(() => log('tick'), 1);
    setImmediate(() => log('macro'));
    return sleep(10);
  });
  expect(
    toRunInTurns(late, { ticks: ['tick'] }, { call: ['macro'] })?.possible,
  ).toMatchInlineSnapshot(
    `"'tick' was logged at 1 ms, so time had passed. nextTick jobs and microtasks run before any time passes, and before every timer. Did 'tick' wait for a timer?"`,
  );
});
