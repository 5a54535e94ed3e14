import {
  again,
  eachCase,
  eachReason,
  expect,
  type Lab,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { type Answer, type Fetch, type LoadOptions, load, type Outcome } from './2-load.ts';

/** What is left has a test of its own, and a scene may end before its work does. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const PAGE = 'http://a.test/shop/1';
const TIMES = { timeout: 53, pause: 17 };

const ONCE =
  'A status below 500 is an answer, also 404: to ask again would bring the same. One try.';
const REDIRECT =
  'A redirect is an outcome: resolve its `location` against the URL of the page, and do not follow it.';
const NO_REDIRECT =
  'Only a redirect has a `location` in its outcome, and only one that leads to a URL.';
const AGAIN =
  'A server that fails may be well soon: try once more, `pause` ms after the end of the first try, and no third time.';
const FAILED =
  'A try without an answer has failed: try once more. After the second, its error is the outcome.';
const TEXT = '`error` is the message of an Error, and `String(reason)` of any other reason.';
const TOO_SLOW =
  'When its time is up, a try has failed: abort its signal, and go on in that millisecond, whatever the fetch does.';
const LATE = 'That try had failed when its time was up. What comes of it later changes nothing.';
const IN_ITS_LISTENER =
  'This `fetch` settles inside its abort listener, and its try had failed before: note that first, then abort.';
const EACH =
  'The time limit is that of one try, and so is its signal. The second try gets new ones.';
const ABORTED =
  'The caller wants no outcome any more: tell the fetch, and reject in that millisecond with the reason of `signal`.';
const IN_THE_PAUSE =
  '`signal` was aborted in the pause: end the pause, reject with the reason, and try no more.';
const BEFORE =
  "`signal` was aborted before the call, and its 'abort' event does not come again. Look at it first.";
const TIMERS = 'One timer for each try, one for the pause: nothing else takes time.';
const OWNER =
  'The signal belongs to the caller. Remove what you have added to it, and nothing else.';
const NO_SENSE = 'These times make no sense. Say so before anything is fetched.';
const APART = 'Each call has its own tries, its own times and its own outcome.';

const REASON = new Error('the crawler stops');

/** How a try goes. */
interface Try {
  takes: number;
  /** It fulfils with this status. If that is NaN, it rejects, or throws if it takes no time. */
  status: number;
  /** `~`: deaf to its signal. `^`: it settles inside its abort listener. */
  how: string | undefined;
}

/** `'11:503 97~! 0!'`: 503 after 11 ms; deaf to its signal, it fails after 97 ms; it throws in the call. */
const triesOf = (script: string): Try[] =>
  script.split(' ').map((text) => {
    const [, takes, how, status] = /^(\d+)([~^]?)(?:!|:(\d+))$/.exec(text) ?? [];
    return { takes: Number(takes), how, status: Number(status) };
  });

const answerOf = (status: number, i: number): Answer => ({ status, links: ['/a', `#try-${i}`] });

/** When it starts each try, and what comes of it. */
const expectedOf = (script: string, { timeout, pause }: typeof TIMES) => {
  const plan: Record<string, Plan[string]> = {};
  let now = 0;
  let outcome: Outcome | undefined;
  for (const [at, { takes, status, how }] of triesOf(script).entries()) {
    const i = at + 1;
    const isLate = takes > timeout;
    if (takes > 0)
      plan[`try ${i}`] =
        isLate && how !== '~'
          ? [now, now + timeout, { aborted: now + timeout }]
          : [now, now + takes];
    now += isLate ? timeout : takes;
    if (isLate) outcome = { error: 'timeout', tries: i };
    else if (Number.isNaN(status)) outcome = { error: `no answer ${i}`, tries: i };
    else outcome = { ...answerOf(status, i), tries: i };
    if (i === 2 || (!isLate && status < 500)) break;
    now += pause;
  }
  return { plan: { load: [0, now], ...plan } satisfies Plan, outcome };
};

interface Options extends Partial<typeof TIMES> {
  answer?: Answer;
  /** What each try fails with. */
  reasons?: unknown[];
  aborts?: number;
  /** The try that aborts the signal in its call. */
  abortsIn?: number;
  reason?: unknown;
  plan?: Plan;
  settle?: (loading: Promise<Outcome>) => Promise<unknown>;
}

const loading = (script: string, options: Options = {}) => {
  const { answer, reasons, aborts, abortsIn, reason = REASON } = options;
  const { timeout, pause, settle, plan } = { ...TIMES, settle: (it: unknown) => it, ...options };
  return observe(
    (lab) => {
      // A try too many is answered, so that it does not go on forever.
      const tries = triesOf(`${script} 11:200`);
      let i = 0;
      const caller = lab.controller();
      if (aborts && !abortsIn) lab.at(aborts, () => caller.abort(reason), 'the caller aborts');
      const fetch: Fetch = (url, { signal }) => {
        const { takes, status, how } = tries[Math.min(i++, tries.length - 1)] as Try;
        if (url !== PAGE) lab.log(`fetches ${url}`);
        if (i === abortsIn) caller.abort(reason);
        const failsWith = reasons ? reasons[i - 1] : new Error(`no answer ${i}`);
        if (takes === 0) throw failsWith;
        const gives = (i < tries.length && answer) || answerOf(status, i);
        const end = Number.isNaN(status) ? { gives, failsWith } : { gives };
        const job = lab.job(`try ${i}`, takes, end)(how === '~' ? undefined : signal);
        const settled = job.catch((error) => {
          if (lab.now() === aborts && error !== reason) lab.log('told with another reason');
          throw error;
        });
        if (how !== '^') return settled;
        settled.catch(() => {});
        return new Promise((resolve, reject) => {
          const settle = () => (Number.isNaN(status) ? reject(failsWith) : resolve(gives));
          signal.addEventListener('abort', settle);
        });
      };
      return settle(
        lab.call('load', () => load(PAGE, { fetch, timeout, pause, signal: caller.signal })),
      );
    },
    { mayLeave, ...(plan && { plan }) },
  );
};

/** It rejects with the reason; and what else happened, where that is awaited. */
const rejecting = async (script: string, at: number, why: string, options: Options = {}) => {
  const { reason = REASON } = options;
  expect(await loading(script, { aborts: at, ...options })).toRejectWith(reason, at, why);
  const settle = (loading: Promise<Outcome>) =>
    loading.catch((error) => {
      if (!Object.is(error, reason)) throw error;
      return 'rejected';
    });
  return loading(script, { aborts: at, ...options, settle });
};

/** With a fetch that is not to be called: it would take 11 ms. */
const refusing = (options: Partial<LoadOptions>) =>
  observe(({ job, log }) => {
    const page = job('page', 11, { gives: answerOf(200, 1) });
    const fetch = () => {
      log('fetch was called');
      return page();
    };
    return load(PAGE, { fetch, ...TIMES, signal: new AbortController().signal, ...options });
  });

const asPlanned = async (script: string, why: string, options: Options = {}) => {
  const { plan, outcome } = expectedOf(script, { ...TIMES, ...options });
  const trace = await loading(script, { plan, ...options });
  expect(trace).toStart(`try ${(outcome?.tries ?? 0) + 1}`, 0, why);
  expect(trace).toRunAsPlanned(why);
  expect(trace).toGive(outcome, why);
  expect(trace).toLog('Call `fetch` with the URL as it is.');
};

test('tries a second time when the status is 500 or more, after a pause', async () => {
  await asPlanned('13:503 23:200', AGAIN);
  for (const script of ['11:500 13:404', '11:502 13:599', '11:599 13:500'])
    await asPlanned(script, AGAIN);
  await asPlanned('11:503 13:200', AGAIN, { pause: 113 });
});

test('tries only once when the status is below 500', async () => {
  for (const status of [200, 404, 204, 301, 429, 499]) await asPlanned(`11:${status}`, ONCE);
  const answer = { status: 200, links: [] };
  expect(await loading('11:200', { answer })).toGive({ ...answer, tries: 1 }, ONCE);
});

test('resolves the location of a redirect, and does not follow it', async () => {
  const locations = {
    'http://b.test/x': 'http://b.test/x',
    '/2?q=1': 'http://a.test/2?q=1',
    next: 'http://a.test/shop/next',
    '..': 'http://a.test/',
    '//c.test': 'http://c.test/',
  };
  const statuses = [301, 302, 300, 399];
  for (const [location, absolute] of Object.entries(locations))
    await eachCase({ [`With the location '${location}':`]: location }, async () => {
      const answer = { status: statuses.shift() ?? 308, location, links: ['/old'] };
      const trace = await loading('11:301', { answer });
      expect(trace).toStart('try 2', 0, REDIRECT);
      expect(trace).toGive({ ...answer, location: absolute, tries: 1 }, REDIRECT);
    });
  for (const status of [301, 201, 400]) {
    const answer = { status, location: status === 301 ? 'http://[' : '/2', links: ['/a'] };
    const trace = await loading('11:200', { answer });
    expect(trace).toGive({ status, links: ['/a'], tries: 1 }, NO_REDIRECT);
  }
});

test('tries a second time when the first try rejects or throws', async () => {
  for (const script of ['11! 13:200', '11! 13!', '11! 13:503', '11:503 13!'])
    await asPlanned(script, FAILED);
  await eachCase(
    { 'When `fetch` throws in its call:': '0! 13:200', 'When it throws twice:': '0! 0!' },
    (script) => asPlanned(script, FAILED),
  );
  await eachReason(['try 1', 'try 2'], async (all) => {
    const reasons = [all['try 1'], all['try 2']];
    const error = reasons[1] instanceof Error ? reasons[1].message : String(reasons[1]);
    expect(await loading('11! 13!', { reasons })).toGive({ error, tries: 2 }, TEXT);
  });
});

test('ends a try when its time is up, whatever its fetch does', async () => {
  for (const script of ['97:200 97:200', '97:200 11:200', '11! 97!'])
    await asPlanned(script, TOO_SLOW);
  await asPlanned('11:200 11:200', TOO_SLOW, { timeout: 1, pause: 1 });
  for (const script of ['97~:200 43:404', '97~! 43:404', '59~:200 11:404', '59~! 11!'])
    await asPlanned(script, LATE);
  for (const script of ['10007~:200 97~!', '97~! 97~:200', '11:503 59~!'])
    await asPlanned(script, LATE);
  for (const script of ['97^:200 43:404', '97^! 11!', '11:503 97^:200', '97^! 97^!'])
    await asPlanned(script, IN_ITS_LISTENER);
});

test('has a time limit and a signal for each try', async () => {
  for (const script of ['43:503 43:200', '43! 49:200', '97:200 49:200', '97~:200 49!'])
    await asPlanned(script, EACH);
  await asPlanned('29:503 31:200', EACH, { timeout: 37, pause: 71 });
});

test('rejects with the reason of the signal when it is aborted during a try', async () => {
  type Case = [script: string, at: number, told: Record<string, number>, more?: Options];
  const cases: Record<string, Case> = {
    '': ['23:200 13:200', 7, { 'try 1': 7 }],
    'In the second try:': ['11:503 23:200', 31, { 'try 2': 31 }],
    'When it is deaf to its signal:': ['23~:200', 7, {}],
    'When it is deaf, and fails:': ['23~!', 7, {}],
    'When it fulfils inside its abort listener:': ['23^:200', 7, { 'try 1': 7 }],
    'When it rejects inside its abort listener:': ['23^!', 7, { 'try 1': 7 }],
    'In the second try, which is deaf and fails:': ['11! 23~!', 31, {}],
    'When `fetch` aborts it in its call:': ['23:200', 0, { 'try 1': 0 }, { abortsIn: 1 }],
    'When `fetch` aborts it, and throws:': ['0!', 0, {}, { abortsIn: 1 }],
    'When the second `fetch` does so:': ['11! 23:200', 28, { 'try 2': 28 }, { abortsIn: 2 }],
  };
  await eachCase(cases, async ([script, at, told, more]) => {
    const trace = await rejecting(script, at, ABORTED, more);
    expect(trace).toAbort(told, ABORTED);
    expect(trace).toStart(at < 11 ? 'try 2' : 'try 3', 0, ABORTED);
  });
  await eachReason(
    ['signal'],
    async (reasons) => {
      const { reason } = AbortSignal.abort(reasons.signal);
      const trace = await rejecting('23:200 13:200', 7, ABORTED, { reason });
      expect(trace).toLog('The fetch is to be told the reason, too.');
    },
    'is aborted with',
  );
});

test('rejects with the reason of the signal when it is aborted in the pause, or before', async () => {
  for (const [script, at] of Object.entries({ '11:503': 19, '11!': 19, '0!': 13, '97~!': 59 })) {
    const trace = await rejecting(`${script} 13:200`, at, IN_THE_PAUSE);
    expect(trace).toStart('try 2', 0, IN_THE_PAUSE);
  }
  const trace = await refusing({ signal: AbortSignal.abort(REASON) });
  expect(trace).toRejectWith(REASON, 0, BEFORE);
  expect(trace).toLog(BEFORE);
});

test('sets a timer for each try and for the pause, and leaves nothing', async () => {
  const counts = { '11:200': 1, '11:503 13:200': 3, '97! 97!': 3 };
  for (const [script, timers] of Object.entries(counts)) {
    const trace = await loading(script);
    expect(trace).toSetTimers(timers, TIMERS);
    expect(trace).toFireTimersOnce();
    expect(trace).toLeaveNothing(['work']);
  }
  for (const [i, at] of [7, 19, 31].entries()) {
    const trace = await rejecting('11:503 13:200', at, ABORTED);
    expect(trace).toSetTimers(i + 1, TIMERS);
    expect(trace).toLeaveNothing(['work']);
  }
  const deaf = await rejecting('23~:200', 7, ABORTED);
  expect(deaf).toLeaveNothing(['work']);
  for (const script of ['0! 13:200', '97~:200 97~!'])
    expect(await loading(script)).toLeaveNothing(['work']);
  const owner = await observe(
    (lab) => {
      const caller = new AbortController();
      caller.signal.onabort = () => lab.log('onabort');
      caller.signal.addEventListener('abort', () => lab.log('a listener'));
      lab.at(31, () => caller.abort());
      const fetch = lab.job<Answer>('try 1', 11, { gives: answerOf(200, 1) });
      return load(PAGE, { fetch: () => fetch(), ...TIMES, signal: caller.signal });
    },
    { mayLeave },
  );
  expect(owner).toLog([31, 'onabort'], [31, 'a listener'], OWNER);
});

test('rejects with a RangeError for times that make no sense', async () => {
  for (const name of ['timeout', 'pause'])
    for (const ms of [0, -1, 0.5, Number.NaN, Infinity, -Infinity])
      await eachCase({ [`With a ${name} of ${ms}:`]: { [name]: ms } }, async (times) => {
        const trace = await refusing(times);
        expect(trace).toFailWith({ name: 'RangeError' }, 0, NO_SENSE);
        expect(trace).toLog(NO_SENSE);
      });
});

test('keeps each call apart', async () => {
  const { plan, outcome } = expectedOf('11:503 13:200', TIMES);
  for (const repeat of [again, together])
    await repeat(
      () => loading('11:503 13:200', { plan }),
      (trace) => {
        expect(trace).toRunAsPlanned(APART);
        expect(trace).toGive(outcome, APART);
      },
    );
  type Call = (caller?: AbortController) => Promise<unknown>;
  const several = (calls: (call: Call, lab: Lab) => unknown, statuses: number[]) =>
    observe(
      (lab) => {
        let i = 0;
        const fetch: Fetch = (_url, { signal }) => {
          const gives = answerOf(statuses[i] ?? 200, ++i);
          return lab.job<Answer>(`fetch ${i}`, 11 + 2 * i, { gives })(signal);
        };
        const options = { fetch, ...TIMES };
        return calls(({ signal } = lab.controller()) => load(PAGE, { ...options, signal }), lab);
      },
      { mayLeave },
    );
  const scene = (call: Call, { at, controller }: Lab) => {
    const caller = controller();
    at(7, () => caller.abort());
    return Promise.all([call(), call(), call(caller).catch(() => 'rejected')]);
  };
  const three = await several(scene, [503, 500, 200, 404, 503]);
  const second = (status: number, i: number) => ({ ...answerOf(status, i), tries: 2 });
  expect(three).toGive([second(404, 4), second(503, 5), 'rejected'], APART);
  const ten = await several(async (call) => {
    for (let i = 1; i < 10; i++) await call();
    return call();
  }, []);
  expect(ten).toGive({ ...answerOf(200, 10), tries: 1 }, APART);
});
