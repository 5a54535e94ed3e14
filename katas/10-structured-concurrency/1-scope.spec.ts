import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { withScope } from './1-scope.ts';

type Defer = (cleanup: () => unknown) => void;

/** What the body does, or a cleanup. With `takes` it is a job of so many ms; else it takes none, and is logged. */
interface Work {
  takes?: number;
  gives?: unknown;
  failsWith?: unknown;
  /** Returns a thenable, which may be a function; or returns its value and throws its reason itself; or calls `defer`. */
  as?: 'thenable' | 'function' | 'plain' | 'late';
  /** When it is deferred, if not in the call of the body. */
  at?: number;
}

/** The body first, and then the cleanups in the order in which they are to be called. */
type Works = Readonly<Record<string, Work>>;

const WRITES = { takes: 11, gives: 'REPORT' };

/** A report is written on a connection, in a transaction, with a file that is opened later. */
const REPORT: Works = {
  report: WRITES,
  delete: { takes: 23, at: 7 },
  rollback: { takes: 19, at: 3 },
  disconnect: { takes: 13 },
};

const LATEST =
  'The cleanup that was deferred last is called first, and each next one when the one before it has settled: what was opened later may need what was opened before.';

const AS_OFTEN =
  'Each `defer` is one call of that cleanup, without arguments. The body is called once.';

const VALUE =
  'All has gone well: the scope fulfils with the value of its body, whatever it is, when the last cleanup has settled.';

const WAITS =
  'Each cleanup ends before the next one is called. A thenable is waited for; there is nothing to wait for in any other value.';

const BODY_FAILED =
  'The body has failed, and what it had opened is closed all the same. Then the scope rejects with the reason of the body.';

const CLEANUP_FAILED =
  'One cleanup has failed, and the others are called all the same. Then the scope rejects with that reason.';

const SEVERAL =
  'Each failure is to be found in an Error: the later one in its `error`, the earlier one in its `suppressed`.';

const OVER =
  "The body has settled, so `defer` throws an Error with the message 'the scope is over', and the cleanup is not called.";

const APART = 'Each call of `withScope` closes what its own body has deferred, and nothing else.';

const called = (name: string) => `${name} is called`;

/** When each of them is called and ends, and all reasons, the latest first. */
const planOf = (works: Works) => {
  const plan: Record<string, [number, number]> = {};
  const lines: [number, string][] = [];
  const reasons: unknown[] = [];
  let ms = 0;
  for (const [name, { takes, ...end }] of Object.entries(works)) {
    if (takes === undefined) lines.push([ms, called(name)]);
    else plan[name] = [ms, ms + takes];
    ms += takes ?? 0;
    if ('failsWith' in end) reasons.unshift(end.failsWith);
  }
  const scope = [0, ms, { fails: reasons.length > 0 }] as const;
  return { plan: { scope, ...plan }, lines, reasons, ends: ms };
};

/** A bug in the code gets out, and a stub's TODO. */
const quiet = (error: unknown) => {
  if (error instanceof TypeError || `${error}`.includes('TODO')) throw error;
};

/** All of it in one scope. At the times `late`, some code calls `defer`, and logs what that throws. */
const scope = (because: string, works: Works, { isQuiet = false, late = [] as number[] } = {}) =>
  observe(
    ({ at, call, job, log }) => {
      const deferLate = (defer: Defer) => {
        try {
          defer(() => log('late is called'));
          log('late is taken');
        } catch (error) {
          log(error instanceof Error ? `an Error: ${error.message}` : 'no Error');
        }
      };
      const run = (defer: Defer, name: string, { takes, as, at: _, ...end }: Work): unknown => {
        const settle = () => {
          if ('failsWith' in end) throw end.failsWith;
          return end.gives;
        };
        if (takes === undefined) log(called(name));
        if (as === 'late') return deferLate(defer);
        if (as === 'plain') return settle();
        const promise =
          takes === undefined ? (async () => settle())() : job<unknown>(name, takes, end)();
        const thenable = { then: promise.then.bind(promise) };
        if (as === 'function') return Object.assign(() => {}, thenable);
        return as === 'thenable' ? thenable : promise;
      };
      const begin = (defer: Defer) => {
        for (const [name, work] of Object.entries(works).slice(1).reverse()) {
          const open = () => defer(() => run(defer, name, work));
          if (work.at) at(work.at, open);
          else open();
        }
        for (const ms of late) at(ms, () => deferLate(defer));
        return run(defer, 'report', works.report ?? {}) as Promise<unknown>;
      };
      const result = call('scope', () => withScope(begin)).then((value) => ({ value }));
      return isQuiet ? result.catch(quiet) : result;
    },
    { plan: planOf(works).plan, ifStuck: because },
  );

/** It rejects with all reasons when the last cleanup has settled. */
const rejects = async (because: string, works: Works) => {
  const { reasons, ends } = planOf(works);
  const trace = await scope(because, works);
  if (reasons.length > 1) expect(trace).toRejectWithAll({ suppressed: reasons }, ends, because);
  else expect(trace).toRejectWith(reasons[0], ends, because);
};

/** Each cleanup is called in its ms, and the scope settles in its own. */
const asPlanned = async (because: string, works: Works = REPORT) => {
  const { lines, reasons } = planOf(works);
  const fails = reasons.length > 0;
  const trace = await scope(because, works, { isQuiet: fails });
  expect(trace).toRunAsPlanned(because);
  expect(trace).toLog(...lines, because);
  if (fails) return rejects(because, works);
  expect(trace).toGive({ value: works.report?.gives }, because);
};

const many = (count: number): Works => {
  const all = Array.from({ length: count }, (_, i) => [`no. ${count - i}`, { takes: 1 + (i % 7) }]);
  return Object.fromEntries([['report', WRITES], ...all]);
};

const CASES: Record<string, Works> = {
  'When nothing is deferred:': { report: WRITES },
  'When more than ten cleanups are deferred:': many(23),
  'When more than a hundred cleanups are deferred:': many(113),
};

/** These fail. If it is short, none of them takes any time, and a cleanup throws its reason itself. */
const failing = (reasons: Readonly<Record<string, unknown>>, isShort = false): Works => {
  const all = Object.entries(REPORT).map(([name, work]) => {
    const short = { gives: work.gives, ...(name !== 'report' && { as: 'plain' }) };
    const end = name in reasons && { failsWith: reasons[name] };
    return [name, { ...(isShort ? short : work), ...end }];
  });
  return Object.fromEntries(all);
};

/** What some code may take for several failures, and is one; and what `await` takes for a promise. */
const TWO = { error: 'late', suppressed: 'early' };
const THENABLE = { then: (fulfil: (value: string) => void) => fulfil('unwrapped') };
const MORE = [TWO, Object.assign(new Error('two in one'), TWO), THENABLE];

const eachFailure = (check: (failsWith: unknown) => Promise<void>) =>
  eachReason(['the work'], (reasons) => check(reasons['the work']), 'fails with', MORE);

test('calls the cleanups when the body has settled, the last one first, one after another', async () => {
  await asPlanned(LATEST);
  await eachCase(CASES, (works) => asPlanned(LATEST, works));
});

test('calls the body once, during the call, and each cleanup as often as it was deferred', async () => {
  const times = [11, 24, 56];
  const trace = await observe(
    ({ at, job, log }) =>
      withScope(async (defer) => {
        log('the body is called');
        const close = (...args: unknown[]) => {
          log(`close is called with ${args.length === 0 ? 'no argument' : 'an argument'}`);
          return job('close', 13)();
        };
        defer(close);
        at(7, () => defer(() => job('flush', 19)()));
        await job('report', 11)();
        // The last lines of a body are a part of it.
        defer(close);
        defer(close);
      }),
    { plan: { report: [0, 11], flush: [37, 56], close: times.map((ms) => [ms, ms + 13]) } },
  );
  expect(trace).toRunAsPlanned(AS_OFTEN);
  const closes = times.map((ms) => [ms, 'close is called with no argument'] as const);
  expect(trace).toLog([0, 'the body is called'], ...closes, AS_OFTEN);
  expect(trace).toLogInTheCall('the body is called');
});

test('fulfils with the value of the body, whatever value it is', () =>
  eachValue(['report', 'delete', 'disconnect'], async (values) => {
    const all = Object.entries(values).map(([name, gives]) => [name, { ...REPORT[name], gives }]);
    await asPlanned(VALUE, Object.fromEntries(all));
  }));

test('waits for a promise or a thenable of a cleanup, and for no other value', async () => {
  await asPlanned(WAITS, {
    report: WRITES,
    a: {},
    b: { takes: 7, as: 'thenable' },
    c: { as: 'thenable' },
    d: { as: 'plain', gives: [new Promise(() => {})] },
    e: { as: 'plain', gives: () => Promise.reject('what a cleanup returns was called') },
    f: { takes: 19, as: 'function' },
    g: { takes: 3, as: 'thenable' },
  });
  await eachValue(
    ['a'],
    ({ a }) => asPlanned(WAITS, { report: WRITES, a: { as: 'plain', gives: a }, b: { takes: 13 } }),
    'returns',
  );
});

test('calls the cleanups when the body rejects or throws, and rejects with its reason', async () => {
  const failsWith = new Error('the disk is full');
  const atOnce = { delete: { takes: 23 }, disconnect: { takes: 13 } };
  await asPlanned(BODY_FAILED, failing({ report: failsWith }));
  for (const report of [{ failsWith }, { failsWith, as: 'plain' }] as const) {
    await asPlanned(BODY_FAILED, { report, ...atOnce });
    await asPlanned(BODY_FAILED, { report });
  }
  await eachFailure((report) => rejects(BODY_FAILED, failing({ report })));
});

test('calls the other cleanups when one of them fails, and rejects with its reason', async () => {
  const failsWith = new Error('the disk is full');
  for (const name of ['delete', 'rollback', 'disconnect'])
    for (const isShort of [false, true])
      await asPlanned(CLEANUP_FAILED, failing({ [name]: failsWith }, isShort));
  const later = { ...REPORT.delete, as: 'thenable', failsWith } as const;
  await asPlanned(CLEANUP_FAILED, { ...REPORT, delete: later });
  await eachFailure((rollback) => rejects(CLEANUP_FAILED, failing({ rollback })));
  await eachFailure((rollback) => rejects(CLEANUP_FAILED, failing({ rollback }, true)));
});

test('rejects with an Error of all the reasons when several fail', async () => {
  const names = Object.keys(REPORT);
  for (let those = 0; those < 16; those++) {
    const some = names.filter((_, i) => those & (1 << i));
    const reasons = some.map((name) => [name, new Error(`${name} failed`)]);
    if (some.length > 1) await asPlanned(SEVERAL, failing(Object.fromEntries(reasons)));
  }
  await eachReason(names, (reasons) => rejects(SEVERAL, failing(reasons, true)), 'fails with');
  const all = Object.entries(many(11)).map(([name, work]) => [name, { ...work, failsWith: name }]);
  await rejects(SEVERAL, Object.fromEntries(all));
  const same = new Error('the server is gone');
  await rejects(SEVERAL, failing({ report: same, delete: same, rollback: same }));
  expect(Object.keys(same), 'Put the reasons into an Error of your own.').toEqual([]);
});

test('throws in defer when the body has settled', async () => {
  const failsWith = new Error('the disk is full');
  const line = (ms: number) => [ms, 'an Error: the scope is over'] as const;
  const late = [12, 37, 59, 97];
  for (const report of [WRITES, { takes: 11, failsWith }])
    for (const works of [REPORT, {}]) {
      const trace = await scope(OVER, { ...works, report }, { isQuiet: true, late });
      expect(trace).toLog(...late.map(line), OVER);
    }
  const first: Works = { delete: { takes: 23 }, late: { as: 'late' }, disconnect: { takes: 13 } };
  for (const report of [WRITES, { takes: 11, failsWith }, { takes: 0, as: 'plain', failsWith }]) {
    const trace = await scope(OVER, { report, ...first } as Works, { isQuiet: true });
    expect(trace).toLog([report.takes + 23, called('late')], line(report.takes + 23), OVER);
  }
  const body = async (defer: Defer) => defer(() => defer(() => {}));
  expect(await observe(() => withScope(body))).toFailWith('the scope is over', 0, OVER);
});

const timesIn = (text: string): Plan => {
  const all = text.split(', ').map((part) => part.split(': '));
  return Object.fromEntries(all.map(([name, ms]) => [name, ms?.split('–').map(Number)]));
};

/** A scope that opens `first`, then has a scope within it, and then one in a cleanup. */
const nested = () =>
  observe(
    ({ at, job }) =>
      withScope(async (outer) => {
        outer(() => job('first', 13)());
        await withScope(async (defer) => {
          defer(() => job('inner', 7)());
          at(5, () => outer(() => job('second', 17)()));
          await job('report', 11)();
        });
        await job('mail', 3)();
        outer(() =>
          withScope(async (defer) => {
            defer(() => job('backup', 19)());
            await job('copy', 29)();
          }),
        );
      }),
    {
      ifStuck: APART,
      plan: timesIn(
        'report: 0–11, inner: 11–18, mail: 18–21, copy: 21–50, backup: 50–69, second: 69–86, first: 86–99',
      ),
    },
  );

/** Two scopes with the same body at the same time. One cleanup of each fails, with its own name. */
const beside = () =>
  observe(
    ({ at, job }) => {
      let calls = 0;
      const body = async (defer: Defer) => {
        const name = ++calls === 1 ? 'a' : 'b';
        defer(() => job(`close ${name}`, 13, { failsWith: name })());
        await job(name, 11)();
        defer(() => job(`flush ${name}`, 17)());
      };
      const begin = (name: string) =>
        withScope(body).catch((reason) => {
          if (reason !== name) throw reason;
        });
      const second = new Promise((go) => at(5, () => go(begin('b'))));
      return Promise.all([begin('a'), second]);
    },
    {
      ifStuck: APART,
      plan: timesIn(
        'a: 0–11, flush a: 11–28, close a: 28–41, b: 5–16, flush b: 16–33, close b: 33–46',
      ),
    },
  );

test('has cleanups of its own for each call', async () => {
  for (const scene of [nested, beside])
    for (const repeat of [again, together])
      await repeat(scene, (trace) => expect(trace).toRunAsPlanned(APART));
});

test('sets no timer', async () => {
  const fails = () => scope(BODY_FAILED, failing({ report: 1 }), { isQuiet: true });
  for (const scene of [nested, beside, fails]) expect(await scene()).toSetTimers(0);
});
