// p-event waits for a failure of the newest, or for the timeout.
import { EventEmitter } from 'node:events';
import { pEvent } from 'p-event';

export async function staggered<T>(
  attempts: ((signal: AbortSignal) => Promise<T>)[],
  delay: number,
): Promise<T> {
  const list = [...attempts];
  const events = new EventEmitter();
  const controllers = list.map(() => new AbortController());
  const reasons: unknown[] = [];
  const running: Promise<unknown>[] = [];
  let failed = 0;
  let winner: { value: T; i: number } | undefined;
  for (const [i, attempt] of list.entries()) {
    if (winner) break;
    const work = (async () => attempt((controllers[i] as AbortController).signal))();
    running.push(
      work.then(
        (value) => {
          if (winner) return;
          winner = { value, i };
          for (const [k, controller] of controllers.entries()) if (k !== i) controller.abort();
          events.emit('next');
        },
        (reason) => {
          reasons[i] = reason;
          failed++;
          if (i === running.length - 1 || failed === list.length) events.emit('next');
        },
      ),
    );
    if (i < list.length - 1) await pEvent(events, 'next', { timeout: delay }).catch(() => {});
    else while (!winner && failed < list.length) await pEvent(events, 'next');
  }
  await Promise.all(running);
  if (winner) return (winner as { value: T }).value;
  throw new AggregateError(reasons);
}
