import { once } from 'node:events';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { expect, observe, test } from '../index.ts';

/** A thread answers on a port of its own; then this is done with the other end. */
const asking = (after: (port: MessagePort) => void) =>
  observe(
    async ({ program }) => {
      const file = program('cook', ({ parentPort }) =>
        parentPort.once('message', (port: MessagePort) => port.postMessage('rings')),
      );
      const worker = new Worker(file);
      const { port1, port2 } = new MessageChannel();
      worker.postMessage(port2, [port2]);
      const [answer] = await once(port1, 'message');
      after(port1);
      await worker.terminate();
      return answer;
    },
    { mayLeave: ['port'] },
  );

test('a port that nobody has closed is left, also when nobody listens to it any more', async () => {
  const cases = { nothing: () => {}, unref: (port: MessagePort) => port.unref() };
  for (const after of Object.values(cases)) {
    const { left } = await asking(after);
    expect(left).toEqual([{ kind: 'port', what: 'an open MessagePort', place: undefined }]);
  }
});

test('a line is closed as soon as one end is, before the other one has been told', async () => {
  const trace = await observe(({ program }) => {
    program('cook', () => {});
    new MessageChannel().port1.close();
  });
  expect(trace.left).toEqual([]);
});

test('a port that was closed at one end is not left, and nor is the line of a worker', async () => {
  expect((await asking((port) => port.close())).left).toEqual([]);
});
