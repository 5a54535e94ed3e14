// A number of what is running, and a promise that the last one settles.
import type { Group } from '../2-group.ts';

export function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  return new Promise((resolve, reject) => {
    let running = 0;
    const fulfil = resolve as (result: unknown) => void;
    let end = fulfil;
    let result: unknown;
    const leave = () => {
      running--;
      if (running === 0) end(result);
    };
    const fail = (reason: unknown) => {
      if (end === fulfil) {
        end = reject;
        result = reason;
      }
      controller.abort();
      leave();
    };
    const enter = (work: () => Promise<unknown>) => {
      running++;
      let promise: Promise<unknown>;
      try {
        promise = Promise.resolve(work());
      } catch (reason) {
        fail(reason);
        return;
      }
      promise.then(leave, fail);
    };
    const spawn: Group['spawn'] = (task) => {
      if (running === 0 || end === reject) throw new Error('the group is over');
      enter(() => task(signal));
    };
    enter(async () => {
      const value = await body({ signal, spawn });
      if (end === fulfil) result = value;
    });
  });
}
