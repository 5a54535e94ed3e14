// The body is a task like any other, and its value is kept beside.
import type { Group } from '../2-group.ts';

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const { signal, abort } = abortable();
  const running = new Map<unknown, Promise<unknown> | undefined>();
  let value: T | undefined;
  let failed = false;
  let why: unknown;
  let names = 0;
  const add = (work: () => Promise<unknown>) => {
    const name = names++;
    const end = () => running.delete(name);
    const fail = (reason: unknown) => {
      if (!failed) why = reason;
      failed = true;
      abort(reason);
    };
    running.set(name, (async () => work())().catch(fail).then(end));
  };
  const spawn: Group['spawn'] = (task) => {
    if (failed || running.size === 0) throw new Error('the group is over');
    add(() => task(signal));
  };
  running.set('body', undefined);
  add(async () => {
    value = await body({ signal, spawn });
  });
  running.delete('body');
  do await Promise.race(running.values());
  while (running.size > 0);
  if (failed) throw why;
  return value as T;
}

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) };
}
