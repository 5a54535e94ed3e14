import { judging, type Lab } from '#lab';
import { type CreateOutbox, check } from './7-flaky.ts';

type Deliver = Parameters<CreateOutbox>[0];

/** Subjects look the timers up when they are called: by that time, a fake may stand there. */
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Ways {
  /** Before each second try, one after another. */
  readonly waits?: readonly number[];
  readonly tries?: number;
  readonly begin?: () => Promise<void>;
}

/** Tries a text, and rejects with the reason of its last try. */
const trying =
  (deliver: Deliver, { waits = [30], tries = 2, begin = async () => {} }: Ways = {}) =>
  async (text: string) => {
    await begin();
    for (let left = tries - 1; ; left--)
      try {
        return await deliver(text);
      } catch (error) {
        if (left === 0) throw error;
        await wait(waits[0] as number);
        waits = [...waits.slice(1), waits[0] as number];
      }
  };

const outboxes =
  (ways: Ways = {}): CreateOutbox =>
  (deliver) => {
    const attempt = trying(deliver, ways);
    const failures: { reason: unknown }[] = [];
    let queue: Promise<unknown> = Promise.resolve();
    return {
      push: (text) => {
        queue = queue
          .then(() => attempt(text))
          .catch((reason) => {
            failures.push({ reason });
          });
      },
      idle: async () => {
        await queue;
        if (failures[0]) throw failures[0].reason;
      },
    };
  };

const plain = outboxes();

/** What is right, but for its idle. */
const withIdle =
  (idle: (right: () => Promise<unknown>, isEmpty: boolean) => Promise<unknown>): CreateOutbox =>
  (deliver) => {
    const outbox = plain(deliver);
    let isEmpty = true;
    return {
      push: (text) => {
        isEmpty = false;
        outbox.push(text);
      },
      idle: () => idle(outbox.idle, isEmpty),
    };
  };

/** Three texts of 20 ms each. The number says how many tries of this one reject. */
const texts =
  (failing: Record<string, number> = { a: 1 }, names = ['a', 'b', 'c']) =>
  async ({ job, call, log }: Lab, createOutbox: CreateOutbox) => {
    const tries = new Map<string, number>();
    const outbox = createOutbox(async (text) => {
      const n = (tries.get(text) ?? 0) + 1;
      tries.set(text, n);
      const fails = n <= (failing[text] ?? 0) && new Error(`try ${n} of ${text}`);
      return job(text, 20, { fails })();
    });
    for (const name of names) outbox.push(name);
    await call('idle', () => outbox.idle()).catch((error) => log(`rejects: ${error.message}`));
  };

const { accepts, notices, andInItself } = judging<CreateOutbox>(check, {
  right: () => plain,
  scene: texts(),
});

accepts('one that tries again after 10 ms', () => outboxes({ waits: [10] }));

accepts('one that tries again after 50 ms', () => outboxes({ waits: [50] }));

accepts('one that waits another time before each second try', () =>
  outboxes({ waits: [43, 10, 29, 50, 11, 36] }),
);

accepts('one that begins 10 ms later', () => outboxes({ begin: () => wait(10) }));

accepts('one that calls deliver during push', () => (deliver) => {
  const attempt = trying(deliver);
  const queue: string[] = [];
  const pushed = { texts: 0, over: 0 };
  const idlers: { after: number; settle: () => void }[] = [];
  let failure: { reason: unknown } | undefined;
  const next = () => {
    const text = queue[0];
    if (text === undefined) return;
    const goOn = () => {
      queue.shift();
      pushed.over++;
      for (const { after, settle } of idlers) if (after <= pushed.over) settle();
      next();
    };
    attempt(text).then(goOn, (reason) => {
      failure ??= { reason };
      goOn();
    });
  };
  return {
    push: (text) => {
      pushed.texts++;
      if (queue.push(text) === 1) next();
    },
    idle: () =>
      new Promise<void>((resolve, reject) => {
        const settle = () => (failure ? reject(failure.reason) : resolve());
        if (pushed.over === pushed.texts) settle();
        else idlers.push({ after: pushed.texts, settle });
      }),
  };
});

notices('that two deliveries run at a time', () => (deliver) => {
  const attempt = trying(deliver);
  const all: Promise<unknown>[] = [];
  return {
    push: (text) => {
      all.push(attempt(text));
      all.at(-1)?.catch(() => {});
    },
    idle: async () => {
      await Promise.allSettled(all);
      await Promise.all(all);
    },
  };
});

notices('that the text which was pushed last comes first', () => (deliver) => {
  const attempt = trying(deliver);
  const waiting: string[] = [];
  let failure: { reason: unknown } | undefined;
  let all = Promise.resolve();
  return {
    push: (text) => {
      waiting.push(text);
      all = all.then(async () => {
        await attempt(waiting.pop() as string).catch((reason) => {
          failure ??= { reason };
        });
      });
    },
    idle: async () => {
      await all;
      if (failure) throw failure.reason;
    },
  };
});

notices('that the next text overtakes one whose delivery has rejected', () => (deliver) => {
  const all: Promise<unknown>[] = [];
  let queue = Promise.resolve();
  const begin = (text: string) =>
    new Promise<void>((goOn) => {
      all.push(trying((one) => deliver(one).finally(goOn))(text));
      all.at(-1)?.catch(() => {});
    });
  return {
    push: (text) => {
      queue = queue.then(() => begin(text));
    },
    idle: async () => {
      await queue;
      await Promise.allSettled(all);
      await Promise.all(all);
    },
  };
});

notices('that it delivers the first text twice', () => (deliver) => {
  let isFirst = true;
  return plain(async (text) => {
    const isAgain = isFirst;
    await deliver(text);
    if (isAgain) await deliver(text);
    isFirst = false;
  });
});

notices('that it never tries again', () => outboxes({ tries: 1 }));

notices('that it tries three times', () => outboxes({ tries: 3 }), texts({ a: 3 }));

notices('that it tries again after 9 ms', () => outboxes({ waits: [9] }));

notices('that it tries again after 51 ms', () => outboxes({ waits: [51] }));

notices(
  'that it delivers nothing more when a second try has rejected',
  () => (deliver) => {
    let inARow = 0;
    return plain(async (text) => {
      if (inARow > 1) return;
      inARow++;
      await deliver(text);
      inARow = 0;
    });
  },
  texts({ a: 2 }),
);

notices('that idle fulfils at once', () => withIdle(async () => {}));

notices(
  'that idle does not wait for the second try',
  () => (deliver) => {
    let stop = () => {};
    const rejected = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const outbox = plain(async (text) => {
      try {
        return await deliver(text);
      } catch (error) {
        stop();
        throw error;
      }
    });
    return { push: outbox.push, idle: () => Promise.race([outbox.idle(), rejected]) };
  },
  texts({ a: 1 }, ['a']),
);

notices(
  'that idle never settles when nothing was pushed',
  () => withIdle((right, isEmpty) => (isEmpty ? new Promise(() => {}) : right())),
  texts({}, []),
);

notices(
  'that idle fulfils when a second try has rejected',
  () => withIdle((right) => right().catch(() => {})),
  texts({ a: 2 }),
);

notices(
  'that idle rejects with the reason of the first try',
  () => (deliver) => {
    let first: { error: unknown } | undefined;
    return plain(async (text) => {
      try {
        await deliver(text);
        first = undefined;
      } catch (error) {
        const told = first?.error ?? error;
        first = first ? undefined : { error };
        throw told;
      }
    });
  },
  texts({ a: 2 }),
);

andInItself();
