// The tasks are a chain of promises, and the listener is taken away by the helper of Node for that.
import { addAbortListener } from 'node:events';
import type { Group } from '../3-nested.ts';

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal: AbortSignal = new AbortController().signal,
): Promise<T> {
  signal.throwIfAborted();
  const own = new AbortController();
  const told = addAbortListener(signal, () => own.abort(signal.reason));
  let failures: unknown[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const enter = (work: () => Promise<unknown>): void => {
    const ended = new Promise((resolve) => resolve(work())).catch((reason) => {
      const { aborted, reason: why } = own.signal;
      const isConsequence = aborted && (Object.is(reason, why) || nameOf(reason) === 'AbortError');
      if (!isConsequence) failures = [...failures, reason];
      own.abort(reason);
    });
    last = Promise.all([last, ended]);
  };
  let value: T | undefined;
  enter(async () => {
    value = await body({
      signal: own.signal,
      spawn(task) {
        own.signal.throwIfAborted();
        if (isOver) throw new Error('the group is over');
        enter(() => task(own.signal));
      },
    });
  });
  for (let known: unknown; known !== last; await known) known = last;
  isOver = true;
  told[Symbol.dispose]();
  if (failures.length > 0) throw new AggregateError(failures, 'failures in the group');
  own.signal.throwIfAborted();
  return value as T;
}

function nameOf(reason: unknown): unknown {
  return typeof reason === 'object' && reason !== null && 'name' in reason
    ? reason.name
    : undefined;
}
