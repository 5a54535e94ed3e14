import { judging, type Lab } from '#lab';
import { check, type Retry } from './4-retry.ts';

type Op = Parameters<Retry>[0];

/** Subjects look the timers up when they are called: by that time, a fake may stand there. */
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const isFinal = (error: unknown) => (error as { isFinal?: unknown } | null)?.isFinal === true;

interface Options {
  readonly waits?: (ms: number) => Promise<void>;
  readonly isOver?: (error: unknown, attempt: number) => boolean;
}

/** Waits so long after each rejection but the last. */
const retries =
  (delays: number[], { waits = wait, isOver = isFinal }: Options = {}): Retry =>
  async (op) => {
    for (const [attempt, ms] of delays.entries()) {
      try {
        return await op();
      } catch (error) {
        if (isOver(error, attempt)) throw error;
        await waits(ms);
      }
    }
    return op();
  };

const plain = retries([100, 200]);

/** It is right until the third rejection. */
const afterLast =
  (decide: (error: unknown) => unknown): Retry =>
  (op) =>
    plain(op).catch((error) => {
      if (isFinal(error)) throw error;
      return decide(error);
    });

/** An `op` of 50 ms whose first call is named by the first word, and so on: `ok` fulfils. */
const play =
  (...outcomes: string[]) =>
  async ({ job, call, log }: Lab, retry: Retry) => {
    const [fulfils, rejects] = [job('op', 50), job('op', 50, { fails: true })];
    let calls = 0;
    const op: Op = async () => {
      const outcome = outcomes[calls++] ?? 'ok';
      if (outcome === 'ok') return fulfils();
      await rejects().catch(() => {});
      throw Object.assign(new Error(outcome), { isFinal: outcome === 'final' });
    };
    await call('retry', () => retry(op)).catch((error) => log(`rejects: ${error.message}`));
  };

/** Says how many timers are set when it has settled. */
const counting = async (lab: Lab, retry: Retry) => {
  const { setTimeout: real } = globalThis;
  let set = 0;
  globalThis.setTimeout = ((callback: () => void, ms: number) => {
    set++;
    return real(() => {
      set--;
      callback();
    }, ms);
  }) as typeof setTimeout;
  try {
    await play('first', 'ok')(lab, retry);
    lab.log(`timers set: ${set}`);
  } finally {
    globalThis.setTimeout = real;
  }
};

const { accepts, notices, andInItself } = judging<Retry>(check, {
  right: () => plain,
  scene: play('first', 'second', 'third'),
});

accepts('a loop', () => plain);

accepts('recursion', () => {
  const from = async (op: Op, [ms, ...more]: number[]): Promise<unknown> => {
    try {
      return await op();
    } catch (error) {
      if (ms === undefined || isFinal(error)) throw error;
      await wait(ms);
      return from(op, more);
    }
  };
  return (op) => from(op, [100, 200]);
});

accepts(
  'callbacks',
  () => (op) =>
    new Promise((resolve, reject) => {
      const delays = [100, 200];
      const attempt = () => {
        op().then(resolve, (error) => {
          const ms = delays.shift();
          if (ms === undefined || isFinal(error)) reject(error);
          else setTimeout(attempt, ms);
        });
      };
      attempt();
    }),
);

accepts('one whose waits are two timers each', () =>
  retries([100, 200], {
    waits: async (ms) => {
      await wait(ms / 2);
      await wait(ms / 2);
    },
  }),
);

notices('that it does not wait', () => retries([0, 0], { waits: async () => {} }));

notices('that it waits 100 ms each time', () => retries([100, 100]));

notices('that it counts the wait from the call of op', () => async (op) => {
  for (const ms of [100, 200]) {
    const due = Date.now() + ms;
    try {
      return await op();
    } catch (error) {
      if (isFinal(error)) throw error;
      await wait(due - Date.now());
    }
  }
  return op();
});

notices('that it waits before the first call', () => async (op) => {
  await wait(100);
  return plain(op);
});

notices('that it calls op twice at most', () => retries([100]));

notices('that it calls op once too often', () => retries([100, 200, 400]));

notices(
  'that it calls op again after it has fulfilled',
  () => (op) =>
    new Promise((resolve, reject) => {
      const attempts = async () => {
        for (const ms of [100, 200]) {
          try {
            resolve(await op());
          } catch (error) {
            if (isFinal(error)) return reject(error);
          }
          await wait(ms);
        }
        op().then(resolve, reject);
      };
      void attempts();
    }),
  play('first', 'ok'),
);

notices(
  'that it calls op again after a final reason',
  () => retries([100, 200], { isOver: () => false }),
  play('final', 'ok'),
);

notices(
  'that it asks only the first reason whether it is final',
  () => retries([100, 200], { isOver: (error, attempt) => attempt === 0 && isFinal(error) }),
  play('first', 'final', 'ok'),
);

notices('that it waits after the last rejection', () =>
  afterLast(async (error) => {
    await wait(400);
    throw error;
  }),
);

notices('that it rejects with the first reason', () => (op) => {
  let first: Promise<unknown> | undefined;
  const noted = () => {
    const call = op();
    first ??= call;
    return call;
  };
  return plain(noted).catch((error) => (isFinal(error) ? Promise.reject(error) : first));
});

notices('that it rejects with an error of its own', () =>
  afterLast((error) => {
    throw new Error(`no success: ${(error as Error)?.message}`, { cause: error });
  }),
);

notices('that it fulfils with undefined after the last rejection', () => afterLast(() => {}));

notices('that it never settles after the last rejection', () =>
  afterLast(() => new Promise(() => {})),
);

notices(
  'that it leaves a timer set',
  () => (op) =>
    Promise.race([plain(op), wait(10_000).then(() => Promise.reject(new Error('timeout')))]),
  counting,
);

andInItself();
