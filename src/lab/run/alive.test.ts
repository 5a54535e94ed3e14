import { setTimeout as wait } from 'node:timers/promises';
import { expect, observe, test } from '#lab';

const ports: { close(): void }[] = [];

test('a program that waits for nothing but an unref’d timer has ended', async () => {
  const trace = await observe(
    () => new Promise<void>((resolve) => void setTimeout(resolve, 50).unref()),
    { mayLeave: ['timer'] },
  );
  expect(trace.outcome).toMatchObject({ kind: 'deadlock', at: 0 });
  expect(trace.timers[0]).toMatchObject({ fired: 0, keepsAlive: false });
});

test('so has one that waits for AbortSignal.timeout, or for a timer of timers/promises without ref', async () => {
  const signal = await observe(
    () => new Promise((resolve) => AbortSignal.timeout(50).addEventListener('abort', resolve)),
  );
  expect(signal.outcome.kind).toBe('deadlock');
  const promised = await observe(() => wait(50, 'x', { ref: false }), { mayLeave: ['timer'] });
  expect(promised.outcome.kind).toBe('deadlock');
});

test('it fires while other work keeps the process alive, and when it is ref’d again', async () => {
  const beside = await observe(async ({ job, log }) => {
    setTimeout(() => log('fired'), 20).unref();
    await job('a', 30)();
  });
  expect(beside).toLog([20, 'fired']);
  const again = await observe(
    () => new Promise<void>((resolve) => void setTimeout(resolve, 50).unref().ref()),
  );
  expect(again).toTake(50);
});

test('a run lasts until the messages that it sent have come', async () => {
  const lines: string[] = [];
  await observe(() => {
    const { port1, port2 } = new MessageChannel();
    port2.addEventListener('message', () => {
      lines.push('came');
      port1.close();
    });
    port2.start();
    port1.postMessage(null);
  });
  expect(lines).toEqual(['came']);
});

test('a port that is left open keeps the process alive: it is a loose end', async () => {
  const open = await observe(
    () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port2.addEventListener('message', () => resolve());
        port2.start();
        port1.postMessage(null);
        ports.push(port1);
      }),
    { mayLeave: ['port'] },
  );
  expect(open.left).toEqual([{ kind: 'port', what: 'an open MessagePort', place: undefined }]);
  for (const port of ports) port.close();
  const closed = await observe(
    () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port2.addEventListener('message', () => {
          resolve();
          port2.close();
        });
        port2.start();
        port1.postMessage(null);
      }),
  );
  expect(closed.left).toEqual([]);
});
