// No library: timers of its own, and a loop over all that can happen.
import { getEventListeners } from 'node:events';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what);
}

export async function check(timeLimit: TimeLimit): Promise<void> {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = Date;
  const timers = new Map<object, readonly [at: number, callback: () => void]>();
  let time = 0;
  const unhandled: unknown[] = [];
  const listen = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', listen);
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, ms: number) => {
      const timer = {};
      timers.set(timer, [time + ms, callback]);
      return timer;
    },
    clearTimeout: (timer: object) => timers.delete(timer),
  });
  Date.now = () => time;
  const moveTo = async (ms: number) => {
    while (time < ms) {
      time++;
      for (const [timer, [at, callback]] of [...timers])
        if (at <= time && timers.delete(timer)) callback();
      await nextTurn();
    }
  };
  try {
    for (const work of ['fulfils', 'rejects', 'obeys', 'is deaf'] as const)
      for (const caller of ['stays', 'leaves', 'has left'] as const) {
        const start = time;
        const name = `the work ${work}, the caller ${caller}`;
        const controller = new AbortController();
        const reason = new Error('left');
        const own = new Error('own');
        if (caller === 'has left') controller.abort(reason);
        const given: AbortSignal[] = [];
        let settle = () => {};
        let ended: unknown[] = [];
        timeLimit(
          (signal) =>
            new Promise((resolve, reject) => {
              given.push(signal);
              settle = () => (work === 'fulfils' ? resolve('page') : reject(own));
              if (work === 'obeys') signal.addEventListener('abort', settle);
            }),
          20,
          controller.signal,
        ).then(
          (value) => {
            ended = ['fulfilled', value];
          },
          (error) => {
            ended = ['rejected', error];
          },
        );
        await nextTurn();
        const settlesFirst = work === 'fulfils' || work === 'rejects';
        if (caller === 'has left') {
          must(given.length === 0, `${name}: it was called`);
        } else if (settlesFirst) {
          await moveTo(start + 7);
          settle();
        } else if (caller === 'leaves') {
          await moveTo(start + 11);
          must(ended.length === 0, `${name}: too early`);
          controller.abort(reason);
        } else {
          await moveTo(start + 19);
          must(ended.length === 0 && given[0]?.aborted === false, `${name}: too early`);
          await moveTo(start + 20);
        }
        await nextTurn();
        const [how, what] = ended;
        must(timers.size === 0, `${name}: a timer`);
        must(getEventListeners(controller.signal, 'abort').length === 0, `${name}: a listener`);
        if (caller !== 'has left') must(given[0]?.aborted === !settlesFirst, `${name}: told`);
        if (caller === 'has left' || (caller === 'leaves' && !settlesFirst))
          must(how === 'rejected' && what === reason, `${name}: not the reason`);
        else if (settlesFirst)
          must(what === (work === 'fulfils' ? 'page' : own), `${name}: not its end`);
        else
          must(how === 'rejected' && (what as Error).message === 'time is up', `${name}: no time`);
        must((how === 'fulfilled') === (what === 'page'), `${name}: the wrong way`);
        settle();
        await nextTurn();
      }
    must(unhandled.length === 0, 'an unhandled rejection');
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Date.now = now;
    process.off('unhandledRejection', listen);
  }
}
