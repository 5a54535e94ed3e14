import { MessageChannel } from 'node:worker_threads';
import { expect, observe, test } from '#lab';
import { native } from './native.ts';

/** Gives way as MessageChannel does: the next turn of the loop brings the message, and needs no time. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port2.once('message', () => {
      port1.close();
      resolve();
    });
    port1.postMessage(null);
  });
}

test('a message is there before the clock moves on', async () => {
  const trace = await observe(async ({ burn, log, at, now }) => {
    at(100, () => log('much later'));
    for (let i = 0; i < 20; i++) {
      burn(2);
      await turn();
    }
    return now();
  });
  expect(trace).toGive(40);
});

test('timers that have come due fire between two messages', async () => {
  const trace = await observe(async ({ burn, log, at }) => {
    for (const ms of [5, 10, 15]) at(ms, () => log(`due at ${ms}`));
    for (let i = 0; i < 6; i++) {
      burn(4);
      await turn();
    }
  });
  expect(trace).toLog([8, 'due at 5'], [12, 'due at 10'], [16, 'due at 15']);
  expect(trace).toBeSilentAtMost(4);
});

test('a message that comes in the same turn in which another was sent is not forgotten', async () => {
  const trace = await observe(async ({ sleep, now }) => {
    const wake = sleep(50);
    for (let i = 0; i < 200; i++) await turn();
    const then = now();
    await wake;
    return then;
  });
  expect(trace).toGive(0);
});

test('a heartbeat that is due does not make a message be forgotten', async () => {
  const trace = await observe(async ({ burn, heartbeat, now }) => {
    heartbeat(4);
    for (let i = 0; i < 6; i++) {
      burn(5);
      await turn();
    }
    return now();
  });
  expect(trace).toGive(30);
  expect(trace).toBeSilentAtMost(5);
});

test('code that polls by messages is stopped, and sends no more when its run is over', async () => {
  let sent = 0;
  const trace = await observe(
    async ({ job }) => {
      let isThere = false;
      job('page', 30)().then(() => {
        isThere = true;
      });
      while (!isThere) {
        sent++;
        await turn();
      }
    },
    { mayLeave: ['work', 'port'] },
  );
  const { outcome } = trace;
  expect(outcome).toMatchObject({
    kind: 'stopped',
    reason: { message: expect.stringContaining('Thousands of messages') },
  });
  const before = sent;
  for (let i = 0; i < 20; i++) await new Promise((resolve) => native.setImmediate(resolve));
  expect(sent).toBeLessThanOrEqual(before + 1);
});
