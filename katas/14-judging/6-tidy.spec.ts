import { getEventListeners } from 'node:events';
import { judging, type Lab } from '#lab';
import { check, type TimeLimit } from './6-tidy.ts';

const timeIsUp = () => new Error('time is up');

type End = 'fulfilled' | 'rejected' | 'time' | 'caller';

const ENDS: readonly End[] = ['fulfilled', 'rejected', 'time', 'caller'];

const allBut = (end: End) => ENDS.filter((one) => one !== end);

/** At which ends it does what; and how it takes a rejection that comes later. */
interface Tidying {
  readonly clears?: readonly End[];
  readonly removes?: readonly End[];
  readonly stops?: readonly End[];
  readonly once?: boolean;
  readonly late?: (error: unknown) => void;
}

const callbacks =
  ({
    clears = ENDS,
    removes = ENDS,
    stops = ['time', 'caller'],
    once = false,
    late = () => {},
  }: Tidying = {}): TimeLimit =>
  (work, ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const own = new AbortController();
      let isOver = false;
      const end = (how: End, settle: () => void) => {
        isOver = true;
        if (clears.includes(how)) clearTimeout(timer);
        if (removes.includes(how)) signal?.removeEventListener('abort', onAbort);
        settle();
        if (stops.includes(how)) own.abort();
      };
      const onAbort = () => isOver || end('caller', () => reject(signal?.reason));
      const timer = setTimeout(() => isOver || end('time', () => reject(timeIsUp())), ms);
      signal?.addEventListener('abort', onAbort, { once });
      work(own.signal).then(
        (value) => isOver || end('fulfilled', () => resolve(value)),
        (error) => (isOver ? late(error) : end('rejected', () => reject(error))),
      );
    });

/** In which order it settles itself and stops the work does not matter for a promise of its own, but for a race it does. */
const race =
  (stop: (reject: () => void, abort: () => void) => unknown): TimeLimit =>
  async (work, ms, signal) => {
    signal?.throwIfAborted();
    const own = new AbortController();
    const cleaned = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopped = new Promise<never>((_, reject) => {
      const end = (reason: unknown) =>
        stop(
          () => reject(reason),
          () => own.abort(),
        );
      timer = setTimeout(() => end(timeIsUp()), ms);
      const options = { signal: cleaned.signal };
      signal?.addEventListener('abort', () => end(signal.reason), options);
    });
    try {
      return await Promise.race([work(own.signal), stopped]);
    } finally {
      clearTimeout(timer);
      cleaned.abort();
    }
  };

const plain = callbacks();

interface Play {
  readonly takes?: number;
  readonly fails?: boolean;
  readonly stopsIn?: number;
  /** When the caller aborts. */
  readonly at?: number;
}

/** Work that may take 30 ms, and the timers and listeners that there are. */
const play =
  ({ takes = 50, fails = false, stopsIn = 10, at }: Play = {}) =>
  async (lab: Lab, timeLimit: TimeLimit) => {
    const { setTimeout: set, clearTimeout: clear } = globalThis;
    const caller = new AbortController();
    const timers = new Set<unknown>();
    const count = () => lab.level('timers', timers.size);
    Object.assign(globalThis, {
      setTimeout: (callback: () => void, ms: number) => {
        const timer = set(() => {
          timers.delete(timer);
          count();
          callback();
        }, ms);
        timers.add(timer);
        count();
        return timer;
      },
      clearTimeout: (timer: ReturnType<typeof set>) => {
        clear(timer);
        timers.delete(timer);
        count();
      },
    });
    const abort = () => caller.abort(new Error('the caller left'));
    if (at === 0) abort();
    else if (at) lab.at(at, abort, 'the caller aborts');
    const job = lab.job('work', takes, { fails, stopsIn });
    const work = (signal: AbortSignal) => {
      signal.addEventListener('abort', () => lab.log('signal aborted'));
      return job(signal);
    };
    try {
      const value = await lab.call('timeLimit', () => timeLimit(work, 30, caller.signal));
      lab.log(`fulfils with ${value}`);
    } catch (error) {
      lab.log(`${(error as Error).message}`);
    } finally {
      Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    }
    lab.log(`listeners: ${getEventListeners(caller.signal, 'abort').length}`);
    lab.at(70, () => {});
  };

const [tooLong, fulfilled, rejected, left] = [
  play(),
  play({ takes: 20 }),
  play({ takes: 20, fails: true }),
  play({ at: 10 }),
];

const { accepts, notices, andInItself } = judging<TimeLimit>(check, {
  right: () => plain,
  scene: tooLong,
});

accepts('one with callbacks', () => plain);

accepts('a race, whose listener is removed by a signal', () =>
  race((reject, abort) => {
    reject();
    abort();
  }),
);

accepts('one that listens once', () => callbacks({ once: true, removes: allBut('caller') }));

accepts('one with AbortSignal.any', () => async (work, ms, signal) => {
  signal?.throwIfAborted();
  const limit = new AbortController();
  const any = AbortSignal.any(signal ? [limit.signal, signal] : [limit.signal]);
  // It listens before the work does.
  const stopped = new Promise<never>((_, reject) => {
    any.addEventListener('abort', () => reject(any.reason));
  });
  const timer = setTimeout(() => limit.abort(timeIsUp()), ms);
  try {
    return await Promise.race([stopped, work(any)]);
  } finally {
    clearTimeout(timer);
  }
});

notices('that the time is up 1 ms late', () => (work, ms, signal) => plain(work, ms + 1, signal));

notices('that the time is up 1 ms early', () => (work, ms, signal) => plain(work, ms - 1, signal));

notices('that it rejects only when the work has stopped', () => async (work, ms, signal) => {
  let running: Promise<unknown> | undefined;
  const started = (own: AbortSignal) => {
    running = work(own);
    return running;
  };
  try {
    return await plain(started, ms, signal);
  } catch (error) {
    await running?.catch(() => {});
    throw error;
  }
});

notices(
  'that what the work says when it is stopped comes before the time limit',
  () =>
    race(async (reject, abort) => {
      abort();
      // Work may need some microtasks to reject.
      for (let i = 0; i < 50; i++) await null;
      reject();
    }),
  play({ stopsIn: 0 }),
);

notices(
  'that it rejects with an AbortError when the time is up',
  () => async (work, ms, signal) => {
    const own = new AbortController();
    try {
      return await plain(work, ms, signal);
    } catch (error) {
      own.abort();
      throw (error as Error | null)?.message === 'time is up' ? own.signal.reason : error;
    }
  },
);

notices(
  'that it fulfils with undefined',
  () =>
    async (...given) => {
      await plain(...given);
    },
  fulfilled,
);

notices(
  'that it fulfils with the error of the work',
  () => (work, ms, signal) => plain((own) => work(own).catch((error) => error), ms, signal),
  rejected,
);

notices(
  'that it rejects with another error than the work',
  () => async (work, ms, signal) => {
    const wrapped = (error: unknown) => Promise.reject(new Error(`work failed: ${error}`));
    return plain((own) => work(own).catch(wrapped), ms, signal);
  },
  rejected,
);

notices(
  'that it rejects with another error than the reason of the caller',
  () => async (work, ms, signal) => {
    try {
      return await plain(work, ms, signal);
    } catch (error) {
      throw signal?.aborted ? new Error('aborted', { cause: error }) : error;
    }
  },
  left,
);

notices(
  'that it does not look at the signal of the caller',
  () => (work, ms) => plain(work, ms),
  left,
);

notices(
  'that it does not ask whether the signal is aborted already',
  () => (work, ms, signal) => plain(work, ms, signal?.aborted ? undefined : signal),
  play({ at: 0 }),
);

notices(
  'that it calls the work although the signal is aborted',
  () => (work, ms, signal) => {
    if (signal?.aborted) work(signal).catch(() => {});
    return plain(work, ms, signal);
  },
  play({ at: 0 }),
);

notices('that it does not stop the work when the time is up', () =>
  callbacks({ stops: ['caller'] }),
);

notices(
  'that it does not stop the work when the caller aborts',
  () => callbacks({ stops: ['time'] }),
  left,
);

notices(
  'that it aborts the signal of work that has fulfilled',
  () => callbacks({ stops: allBut('rejected') }),
  fulfilled,
);

notices(
  'that its timer is left when the work has fulfilled',
  () => callbacks({ clears: allBut('fulfilled') }),
  fulfilled,
);

notices(
  'that its timer is left when the work has rejected',
  () => callbacks({ clears: allBut('rejected') }),
  rejected,
);

notices(
  'that its timer is left when the caller has aborted',
  () => callbacks({ clears: allBut('caller') }),
  left,
);

notices(
  'that a listener is left when the work has fulfilled',
  () => callbacks({ removes: allBut('fulfilled') }),
  fulfilled,
);

notices('that a listener is left when the time is up', () =>
  callbacks({ removes: allBut('time') }),
);

notices('that a rejection of the work is unhandled when the time is up', () =>
  callbacks({
    late: (error) => {
      throw error;
    },
  }),
);

andInItself();
