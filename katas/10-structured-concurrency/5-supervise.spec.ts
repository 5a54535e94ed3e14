import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  type Lab,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { type Limits, supervise } from './5-supervise.ts';

/** What is left has a test of its own, and a scene may end before its work does. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const LIMITS: Limits = { delay: 10, limit: 3, within: 100 };

const AGAIN =
  'A child that has failed is started again when the wait is over, and one that has ended well is not.';
const LONGER =
  'Each further failure that counts makes the next wait twice as long: delay, 2 · delay, 4 · delay …';
const FORGOTTEN =
  'A failure counts for less than `within` ms. What is older counts neither for the wait nor for the limit.';
const GIVES_UP =
  'More than `limit` failures count: it is of no use to try again. Reject with the reason of the last one.';
const TOO_SOON = 'It has given up, but only `limit` failures count, or fewer.';
const STOPS =
  'The signal is aborted while the child is running: tell the child, wait for its end, and fulfil. To be stopped is no failure.';
const IN_THE_WAIT =
  'Nothing is running when the signal is aborted. The abort was asked for: end the wait, and fulfil. Nothing is started any more.';
const BEFORE =
  "The signal was aborted before the call, and its 'abort' event does not come again. Look at it first.";
const ONE_TIMER = 'A wait needs one timer, and nothing else does.';
const APART = 'Each call counts its own failures.';
const NO_SENSE = 'These limits make no sense. Say so before anything is called.';
const SENSE = 'A time need not be a whole number, and a delay may be longer than the window.';
const OWNER =
  'The signal belongs to the caller. Remove what you have added to it, and nothing else.';

const REASON = new Error('the shop closes');

/** How long the child runs each time it is started, and how that ends. */
interface Life {
  takes: number;
  how: 'fails' | 'throws' | 'ends';
}

/** `'5! 7.'`: it fails after 5 ms, and the next time it ends well after 7 ms. `0!` throws in the call. */
const livesOf = (script: string): Life[] =>
  script.split(' ').map((life) => {
    const takes = Number.parseInt(life, 10);
    if (life.endsWith('.')) return { takes, how: 'ends' };
    return { takes, how: takes === 0 ? 'throws' : 'fails' };
  });

/** When it is started, and when the supervisor settles. */
const planOf = (script: string, { delay, limit, within }: Limits) => {
  const child: [number, number, { fails: boolean }][] = [];
  let failures: number[] = [];
  let now = 0;
  for (const { takes, how } of livesOf(script)) {
    const start = now;
    now += takes;
    if (how !== 'throws') child.push([start, now, { fails: how === 'fails' }]);
    if (how === 'ends') break;
    failures = [...failures.filter((at) => at > now - within), now];
    if (failures.length > limit) break;
    now += delay * 2 ** (failures.length - 1);
  }
  const fails = failures.length > limit;
  return { supervise: [0, now, { fails }], child } satisfies Plan;
};

interface Options extends Partial<Limits> {
  fails?: unknown;
  gives?: unknown;
  stopsIn?: number;
  isDeaf?: boolean;
  aborts?: number;
  reason?: unknown;
  plan?: Plan;
  settle?: (supervisor: Promise<void>, lab: Lab) => Promise<unknown>;
}

/** That it rejects, and with what, has a test of its own. A bug in the code gets out. */
const orGivesUp = (supervisor: Promise<void>): Promise<unknown> =>
  supervisor.catch((error: unknown) => {
    if (error === undefined || (error instanceof Error && error.message !== 'no luck')) throw error;
    return 'it has given up';
  });

const FAILURE = new Error('no luck');

const supervising = (script: string, options: Options = {}) => {
  const fails = 'fails' in options ? options.fails : FAILURE;
  const { gives, stopsIn = 0, isDeaf, aborts, reason = REASON } = options;
  const { settle = orGivesUp, plan, ...limits } = { ...LIMITS, ...options };
  return observe(
    (lab) => {
      // One start too many shows as a run of 7 ms. The next one hangs.
      const lives = livesOf(`${script} 7.`);
      const caller = lab.controller();
      if (aborts) lab.at(aborts, () => caller.abort(reason), 'the caller aborts');
      const child = (signal: AbortSignal): Promise<unknown> => {
        const life = lives.shift();
        if (!life) return new Promise(() => {});
        const { takes, how } = life;
        if (how === 'throws') throw fails;
        const ends = how === 'ends' ? { gives } : { failsWith: fails };
        return lab.job('child', takes, { stopsIn, ...ends })(isDeaf ? undefined : signal);
      };
      return settle(
        lab.call('supervise', () => supervise(child, limits, caller.signal)),
        lab,
      );
    },
    { mayLeave, ifStuck: AGAIN, ...(plan && { plan }) },
  );
};

const asPlanned = async (script: string, why: string, limits: Partial<Limits> = {}) => {
  const { delay, limit, within } = { ...LIMITS, ...limits };
  const plan = planOf(script, { delay, limit, within });
  const words = `With delay ${delay}, limit ${limit}, within ${within}:`;
  await eachCase({ [words]: limits }, async () => {
    const trace = await supervising(script, { ...limits, plan });
    const { outcome, spans } = trace;
    const hasGivenUp = outcome.kind === 'returned' && outcome.value === 'it has given up';
    const starts = spans.filter(({ name }) => name === 'child').map(({ start }) => start.at);
    const isOther = starts.some((at, i) => at !== (plan.child[i]?.[0] ?? at));
    const isOnlyTheEnd = !isOther && hasGivenUp !== plan.supervise[2].fails;
    const whyTheEnd = hasGivenUp ? `${TOO_SOON} ${why}` : GIVES_UP;
    expect(trace).toRunAsPlanned(isOnlyTheEnd ? whyTheEnd : why);
  });
};

test('starts the child again when it has failed, until it ends well', async () => {
  await asPlanned('5! 7! 23.', AGAIN);
  await asPlanned('13.', AGAIN);
  await asPlanned('5! 1! 3! 71.', AGAIN);
  await asPlanned('5! 7! 3.', AGAIN, { delay: 1, limit: 1, within: 1 });
  await eachValue(['the child'], async (values) => {
    const trace = await supervising('5! 3.', { gives: values['the child'] });
    expect(trace).toGive(undefined, 'It fulfils with undefined.');
  });
});

test('waits twice as long after each failure that counts', async () => {
  await asPlanned('5! 5! 5! 5!', LONGER);
  await asPlanned('1! 2! 1! 3! 1! 2.', LONGER, { delay: 7, limit: 5, within: 1000 });
  await asPlanned(`${'1! '.repeat(12)}1.`, LONGER, { delay: 3, limit: Infinity, within: Infinity });
});

test('forgets a failure when it is `within` ms old', async () => {
  await eachCase(
    {
      '': '5! 5! 150! 7! 7! 7!',
      'When a failure is just 100 ms old:': '5! 90! 3! 5! 7!',
      'When a failure is 99 ms old:': '5! 89! 3! 5! 7!',
      'When the child fails once in 120 ms, ten times:': `${'110! '.repeat(10)}3.`,
      'When it fails again and again, with long times between:':
        '3! 3! 3! 131! 3! 3! 117! 3! 3! 3!',
    },
    (script) => asPlanned(script, FORGOTTEN),
  );
});

test('rejects with the last failure when too many count', async () => {
  await asPlanned('5! 5! 5! 5! 5.', GIVES_UP);
  await asPlanned('5! 7!', GIVES_UP, { limit: 1 });
  await asPlanned('5! 7! 3.', GIVES_UP, { limit: 2 });
  const settle = (supervisor: Promise<void>) => supervisor;
  await eachReason(['the child'], async (reasons) => {
    const trace = await supervising('5! 7!', { limit: 1, fails: reasons['the child'], settle });
    expect(trace).toRejectWith(reasons['the child'], 22, GIVES_UP);
  });
  const trace = await observe(
    ({ job }) => {
      const jobs = [job('first', 5, { fails: true }), job('second', 7, { fails: true })];
      const child = (signal: AbortSignal) => jobs.shift()?.(signal) as Promise<unknown>;
      return supervise(child, { ...LIMITS, limit: 1 }, new AbortController().signal);
    },
    { mayLeave },
  );
  expect(trace).toFailWith('second failed', 22, GIVES_UP);
});

test('takes a throw in the call for a failure', async () => {
  await asPlanned('0! 5! 0! 7.', 'A child that throws in the call has failed, too.');
  await asPlanned('0! 0! 0! 0!', GIVES_UP);
});

test('tells the child to stop when the signal is aborted, and fulfils when it has ended', async () => {
  const stopping = {
    aborts: 21,
    stopsIn: 7,
    plan: {
      supervise: [0, 28],
      child: [
        [0, 5],
        [15, 28, { aborted: 21 }],
      ],
    } satisfies Plan,
  };
  const trace = await supervising('5! 43!', stopping);
  expect(trace).toRunAsPlanned(STOPS);
  expect(trace).toGive(undefined, STOPS);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { reason } = AbortSignal.abort(reasons['the signal']);
      for (const script of ['5! 43!', '5! 43.'])
        expect(await supervising(script, { ...stopping, reason })).toGive(undefined, STOPS);
      const seen = await observe(
        (lab) => {
          const caller = new AbortController();
          lab.at(5, () => caller.abort(reason));
          const child = (signal: AbortSignal) => {
            signal.addEventListener('abort', () =>
              lab.log(Object.is(signal.reason, reason) ? 'the same reason' : 'another reason'),
            );
            return lab.job('child', 9)();
          };
          return supervise(child, LIMITS, caller.signal);
        },
        { mayLeave },
      );
      expect(seen).toLog([5, 'the same reason'], STOPS);
    },
    'is aborted with',
  );
  // The child ignores it, and fails, ends well, or fails once too often.
  const deaf = { aborts: 21, isDeaf: true };
  for (const script of ['5! 43!', '5! 43.'])
    expect(
      await supervising(script, {
        ...deaf,
        plan: {
          supervise: [0, 58],
          child: [
            [0, 5],
            [15, 58],
          ],
        },
      }),
    ).toRunAsPlanned(STOPS);
  expect(await supervising('5! 43!', { ...deaf, limit: 1 })).toGive(undefined, STOPS);
});

test('ends a wait when the signal is aborted, and starts nothing', async () => {
  for (const aborts of [7, 31]) {
    const lives: [number, number][] = [
      [0, 5],
      [15, 20],
    ];
    const plan: Plan = { supervise: [0, aborts], child: aborts < 15 ? lives.slice(0, 1) : lives };
    const trace = await supervising('5! 5! 5!', { aborts, plan });
    expect(trace).toGive(undefined, IN_THE_WAIT);
    expect(trace).toRunAsPlanned(IN_THE_WAIT);
    expect(trace).toLeaveNothing(['work', 'listener']);
  }
  const before = await observe(({ log }) =>
    supervise(async () => log('the child was called'), LIMITS, AbortSignal.abort()),
  );
  expect(before).toLog(BEFORE);
  expect(before).toGive(undefined, BEFORE);
});

test('sets one timer for each wait, and leaves no listener', async () => {
  for (const [script, waits] of [
    ['5! 3!', 1],
    ['5! 5! 7.', 2],
    ['13.', 0],
  ] as const) {
    const trace = await supervising(script, waits === 1 ? { limit: 1 } : {});
    expect(trace).toSetTimers(waits, ONE_TIMER);
    expect(trace).toFireTimersAtMost(waits, ONE_TIMER);
    expect(trace).toLeaveNothing(['work']);
  }
  for (const aborts of [3, 7]) {
    const trace = await supervising('5! 5! 7.', { aborts });
    expect(trace).toSetTimers(aborts < 5 ? 0 : 1, ONE_TIMER);
    expect(trace).toLeaveNothing(['work']);
  }
  const owner = await observe(
    (lab) => {
      const caller = new AbortController();
      caller.signal.onabort = () => lab.log('onabort');
      lab.at(31, () => caller.abort());
      return supervise(lab.job('child', 5, { fails: true }), LIMITS, caller.signal);
    },
    { mayLeave },
  );
  expect(owner).toLog([31, 'onabort'], OWNER);
});

test('rejects with a RangeError for limits that make no sense', async () => {
  const wrong: Partial<Limits>[] = [
    ...[0, -1, 1.5, Number.NaN, -Infinity].map((limit) => ({ limit })),
    ...[0, 0.5, -1, Number.NaN, Infinity].map((delay) => ({ delay })),
    ...[0, 0.5, -1, Number.NaN, -Infinity].map((within) => ({ within })),
  ];
  for (const one of wrong) {
    const [[name, value] = []] = Object.entries(one);
    await eachCase({ [`With ${name} ${value}:`]: one }, async (limits) => {
      const trace = await observe(({ log }) =>
        supervise(
          async () => log('the child was called'),
          { ...LIMITS, ...limits },
          new AbortController().signal,
        ),
      );
      expect(trace).toFailWith({ name: 'RangeError' }, 0, NO_SENSE);
      expect(trace).toLog(NO_SENSE);
    });
  }
  await asPlanned('5.', SENSE, { delay: 10.5, within: 1.5 });
});

test('counts the failures of each call by themselves', async () => {
  const script = '5! 5! 5! 3.';
  const plan = planOf(script, LIMITS);
  const scene = () => supervising(script, { plan });
  for (const repeat of [again, together])
    await repeat(scene, (trace) => expect(trace).toRunAsPlanned(APART));
  const both = await observe(
    ({ job }) => {
      const { signal } = new AbortController();
      const children = ['a', 'b'].map((name) => {
        let times = 0;
        const [bad, good] = [job(name, 3, { fails: true }), job(name, 3)];
        // It fails twice, and then it ends well.
        return (own: AbortSignal) => (times++ % 3 < 2 ? bad(own) : good(own));
      });
      const all = () => Promise.all(children.map((child) => supervise(child, LIMITS, signal)));
      return all()
        .then(all)
        .then(() => 'all have ended well');
    },
    { mayLeave },
  );
  expect(both).toGive('all have ended well', APART);
});
