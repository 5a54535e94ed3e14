import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  explore,
  type Lab,
  observe,
  test,
  together,
} from '#lab';
import { requestId, withRequest } from './1-request-id.ts';

const CALL = "Call 'f' once, and in the call: the id is there when its first line runs.";
const VERY =
  "Return the very thing that 'f' returned, unchanged. An async function, or 'then', makes another promise of it.";
const THROWS = "What 'f' throws is for the caller, as it is.";
const AWAIT =
  "When 'f' has returned its promise, it has only begun: what comes after an 'await' runs later, and belongs to the request.";
const STUCK =
  "Does 'f' run in the context that is around this call? In that of an earlier call, its timers belong to an earlier run.";
const SET_GOING =
  'What counts is where a callback was handed over, and not when it is called, or what else is running at that moment.';
const LATER =
  "The end of 'f' is not the end of its request: what it has set going may still run, and knows the id.";
const OWN =
  'Several requests are in flight at the same time. What one of them sets, or ends, must not change what another one reads.';
const INNER =
  'The inner id holds in the inner request, and in what that sets going; the outer one holds around it.';
const CALLER = 'The caller is no part of the request: for it, all is as it was before the call.';
const OUTSIDE =
  'What was set going outside is no part of the request. To await it changes that for nobody.';
const ANY =
  "An id is any text. ('' is one, but `||` treats it as missing.) Another request may have the same id.";
const OTHERS =
  'Other code has AsyncLocalStorages of its own. In the request, they are as they were around it.';

/** Notes that this runs now, and of which request it is. */
const telling =
  ({ runs }: Lab) =>
  (what: string): void =>
    runs(what, requestId());

/** What runs in this request, by its ms. */
const of = (id: string | undefined, runs: Readonly<Record<string, number>>) =>
  Object.entries(runs).map(([what, ms]) => [ms, what, id] as const);

/** A failure of the scene; a bug of the code gets out. */
const pardon = (error: unknown) => {
  if (!(error instanceof Error && error.message.endsWith(' failed'))) throw error;
};

test("calls 'f' once, in the call, and its id is known there", async () => {
  const scene = () =>
    observe((lab) => {
      const tell = telling(lab);
      const query = () => tell('a function of f');
      withRequest('r1', (...given: unknown[]) => {
        lab.log(`f was called; arguments: ${given.length}`);
        tell('f');
        query();
      });
      lab.log('the call has returned');
    });
  await again(scene, (trace) => {
    expect(trace).toRunIn(of('r1', { f: 0, 'a function of f': 0 }), CALL);
    expect(trace).toLogInTheCall('f was called; arguments: 0', 'the call has returned');
  });
});

/** The names of its own properties, and whether it may get more. */
const looks = (value: unknown) =>
  `${Object.getOwnPropertyNames(Object(value))} ${Object.isExtensible(value)}`;

test("returns what 'f' returns, and throws what it throws, as it is", async () => {
  const returning = async (made: (lab: Lab) => unknown) => {
    const trace = await observe((lab) => {
      const value = made(lab);
      const before = looks(value);
      const result = withRequest('r1', () => value);
      const other = result instanceof Promise ? 'another promise' : 'something else';
      lab.log(`it returned ${Object.is(result, value) ? 'just that' : other}`);
      if (looks(value) !== before) lab.log('it has changed that');
      return value instanceof Promise ? value.catch(() => 'handled') : undefined;
    });
    expect(trace).toLog([0, 'it returned just that'], VERY);
  };
  await eachValue(['f'], ({ f }) => returning(() => f), 'returns');
  await returning((lab) => lab.job('a promise', 13)());
  await returning((lab) => lab.job('a promise', 13, { fails: true })());
  await returning(({ log }) => ({
    then: () => log("'then' of the thenable was called"),
  }));
  await eachReason(
    ['f'],
    async ({ f }) => {
      const trace = await observe(({ log }) => {
        try {
          withRequest('r1', () => {
            throw f;
          });
          log('it did not throw');
        } catch (error) {
          log(Object.is(error, f) ? 'it threw just that' : 'it threw something else');
        }
      });
      expect(trace).toLog([0, 'it threw just that'], THROWS);
    },
    'throws',
  );
});

test("knows the id after each 'await'", async () => {
  const trace = await observe(
    (lab) => {
      const tell = telling(lab);
      const query = async () => {
        await lab.job('query', 7)();
        tell('a function of f');
        return 'rows';
      };
      return withRequest('r1', async () => {
        await undefined;
        tell('after await undefined');
        await lab.job('a', 13)();
        tell('after a');
        await query();
        tell('after the function');
        await Promise.all([lab.job('b', 3)(), lab.job('c', 11)()]);
        tell('after b and c');
        await sleep(5);
        try {
          await lab.job('d', 17, { fails: true })();
        } catch {
          tell('the catch');
        } finally {
          await lab.job('e', 2)();
          tell('the finally');
        }
      });
    },
    { ifStuck: STUCK },
  );
  const first = { 'after await undefined': 0, 'after a': 13, 'a function of f': 20 };
  const next = {
    'after the function': 20,
    'after b and c': 31,
    'the catch': 53,
    'the finally': 55,
  };
  expect(trace).toRunIn(of('r1', { ...first, ...next }), AWAIT);
});

/** Sets going what runs at 0, at `ms` and `2 * ms`, and tells of it. */
const setGoing = (tell: (what: string) => void, ms: number) => {
  queueMicrotask(() => tell('a microtask'));
  process.nextTick(() => tell('a job of nextTick'));
  setImmediate(() => tell('an immediate'));
  Promise.resolve().then(() => tell('a handler'));
  const interval = setInterval(() => {
    tell('an interval');
    clearInterval(interval);
  }, ms);
  setTimeout(() => {
    tell('a timer');
    setTimeout(() => tell('a timer of the timer'), ms);
  }, ms);
  void sleep(ms).then(() => tell('a function nobody awaits'));
};

const dueFrom = (at: number, ms: number) => [
  ...of('r1', { 'a microtask': at, 'a job of nextTick': at, 'an immediate': at, 'a handler': at }),
  ...of('r1', { 'an interval': at + ms, 'a timer': at + ms, 'a function nobody awaits': at + ms }),
  ...of('r1', { 'a timer of the timer': at + 2 * ms }),
];

test("knows the id in what 'f' sets going", async () => {
  const trace = await observe((lab) =>
    withRequest('r1', async () => {
      setGoing(telling(lab), 19);
      await lab.job('all of it', 41)();
    }),
  );
  expect(trace).toRunIn(dueFrom(0, 19), SET_GOING);
});

test('each of several requests keeps its own id, in whatever order they end', async () => {
  await explore(['r1', 'r2', 'r3'], async (takes) => {
    const trace = await observe((lab) => {
      const tell = telling(lab);
      const serve = async (id: keyof typeof takes) => {
        await lab.job(`load ${id}`, takes[id])();
        tell(`load of ${id}`);
        await lab.job(`send ${id}`, 7)();
        tell(`send of ${id}`);
      };
      const all = (['r1', 'r2', 'r3'] as const).map((id) => withRequest(id, () => serve(id)));
      return Promise.all(all);
    });
    const due = Object.entries(takes).flatMap(([id, ms]) =>
      of(id, { [`load of ${id}`]: ms, [`send of ${id}`]: ms + 7 }),
    );
    expect(trace).toRunIn(due, OWN);
  });
  const many = Array.from({ length: 301 }, (_, i) => [`no. ${i}`, 1 + ((i * 29) % 47)] as const);
  const scene = () =>
    observe((lab) => {
      const requests = many.values();
      const serve = async () => {
        const [id, ms] = requests.next().value ?? ['no request', 0];
        await sleep(ms);
        telling(lab)(`the end of ${id}`);
      };
      return Promise.all(many.map(([id]) => withRequest(id, serve)));
    });
  const due = many.flatMap(([id, ms]) => of(id, { [`the end of ${id}`]: ms }));
  await together(scene, (trace) => expect(trace).toRunIn(due, OWN));
});

test("still knows the id when 'f' has returned, or its promise has settled", async () => {
  const returning = async (ms: number, throws: boolean) => {
    const scene = (lab: Lab) => {
      const f = () => {
        setGoing(telling(lab), ms);
        if (throws) throw new Error('f failed');
      };
      try {
        withRequest('r1', f);
      } catch (error) {
        pardon(error);
      }
      return lab.sleep(2 * ms + 3);
    };
    expect(await observe(scene, { mayLeave: ['rejection'] })).toRunIn(dueFrom(0, ms), LATER);
  };
  for (const ms of [19, 10 ** 9]) await returning(ms, false);
  await returning(19, true);
  for (const fails of [false, true]) {
    const settled = await observe(async (lab) => {
      const serving = withRequest('r1', async () => {
        await lab.job('a', 5)();
        setGoing(telling(lab), 19);
        await lab.job('b', 3, { fails })();
      });
      await serving.catch(pardon);
      await withRequest('r2', () => lab.job('another request', 41)());
    });
    expect(settled).toRunIn(dueFrom(5, 19), LATER);
  }
});

test('a request within another one has its own id, and the outer one keeps its id', async () => {
  const NAMES = ['outer', 'inner', 'third'];
  const nested = (ids: readonly string[], fails: boolean, late: boolean) =>
    observe(async (lab) => {
      const tell = telling(lab);
      const serve = (level: number): Promise<unknown> =>
        withRequest(ids[level] as string, async () => {
          const name = NAMES[level] ?? `no. ${level + 1}`;
          tell(`${name}: first line`);
          setTimeout(() => tell(`${name}: a timer`), 83);
          if (level + 1 < ids.length) {
            if (late) await undefined;
            const serving = serve(level + 1);
            tell(`${name}: after the call`);
            await serving.catch(pardon);
            tell(`${name}: after the wait`);
          }
          await lab.job(`work of ${name}`, 5, { fails })();
        });
      await serve(0).catch(pardon);
      await lab.sleep(89);
    });
  for (const numbers of ['12', '121', '1123', '123'.repeat(5)]) {
    const ids = Array.from(numbers, (n) => `r${n}`);
    const due = ids.flatMap((id, level) => {
      const name = NAMES[level] ?? `no. ${level + 1}`;
      const inner = ids.length - 1 - level;
      const around = { [`${name}: after the call`]: 0, [`${name}: after the wait`]: 5 * inner };
      const own = { [`${name}: first line`]: 0, [`${name}: a timer`]: 83 };
      return of(id, { ...own, ...(inner > 0 && around) });
    });
    for (const fails of [false, true])
      for (const late of [false, true]) expect(await nested(ids, fails, late)).toRunIn(due, INNER);
  }
  const value = await observe(() =>
    withRequest('r1', () => `it returned: ${typeof withRequest('r2', () => 'a value')}`),
  );
  expect(value).toGive('it returned: string', VERY);
});

test('nothing changes for the caller', async () => {
  /** The caller is a part of this request, or of none. */
  for (const id of [undefined, 'r0']) {
    const around = (f: () => Promise<void>) => (id === undefined ? f() : withRequest(id, f));
    const all = ['returns', 'throws', 'fulfils', 'rejects'];
    await eachCase(
      Object.fromEntries(all.map((ends) => [`When 'f' ${ends}:`, ends])),
      async (ends) => {
        const trace = await observe((lab) => {
          const tell = telling(lab);
          const work = lab.job('work', 13, { fails: ends === 'rejects' });
          const f = (): unknown => {
            if (ends === 'throws') throw new Error('f failed');
            return ends === 'returns' ? undefined : work();
          };
          return around(async () => {
            await lab.job('before', 3)();
            tell('before the call');
            let serving: unknown;
            try {
              serving = withRequest('r1', f);
            } catch (error) {
              pardon(error);
            }
            tell('just after the call');
            setTimeout(() => tell('a timer of the caller'), 5);
            await Promise.resolve(serving).catch(pardon);
            tell('when it has settled');
            await lab.job('after', 17)();
            tell('later');
          });
        });
        const end = ends === 'fulfils' || ends === 'rejects' ? 16 : 3;
        const first = {
          'before the call': 3,
          'just after the call': 3,
          'a timer of the caller': 8,
        };
        const next = { 'when it has settled': end, later: end + 17 };
        expect(trace).toRunIn(of(id, { ...first, ...next }), CALLER);
      },
    );
  }
  const unhandled = await observe(
    async (lab) => {
      void withRequest('r1', () => lab.job('f', 13, { fails: true })());
      await lab.sleep(17);
    },
    { mayLeave: ['rejection'] },
  );
  expect(unhandled).toCrashWith('f failed');
});

test('what was set going outside is no part of the request', async () => {
  const trace = await observe(async (lab) => {
    const tell = telling(lab);
    const load = async () => {
      await lab.job('load', 13)();
      tell('load ends');
      return 'rows';
    };
    tell('outside');
    lab.at(5, () => tell('an event from outside'));
    const shared = load();
    let open: (value: string) => void = () => {};
    const gate = new Promise<string>((resolve) => {
      open = resolve;
    });
    const first = withRequest('r1', async () => {
      gate.then(() => tell('a handler of r1'));
      await shared;
      tell('r1, after what is shared');
      await gate;
      tell('r1, after the gate');
    });
    const second = withRequest('r2', async () => {
      const ofItsOwn = load();
      await shared;
      tell('r2, after what is shared');
      await lab.job('wait', 6)();
      open('it is open');
      await ofItsOwn;
    });
    await Promise.all([first, second]);
    tell('outside, at the end');
  });
  const outside = { outside: 0, 'an event from outside': 5, 'load ends': 13 };
  const r1 = { 'r1, after what is shared': 13, 'a handler of r1': 19, 'r1, after the gate': 19 };
  const r2 = { 'load ends': 13, 'r2, after what is shared': 13 };
  const none = of(undefined, { ...outside, 'outside, at the end': 19 });
  expect(trace).toRunIn([...none, ...of('r1', r1), ...of('r2', r2)], OUTSIDE);
});

test('any text is an id', async () => {
  const short = '| |0|undefined|__proto__|toString|r1|r1|e\u0301|\ud800\n'.split('|');
  const texts = [...short, '4'.repeat(3000)];
  const trace = await observe((lab) =>
    Promise.all(
      texts.map((id, i) =>
        withRequest('outer', () =>
          withRequest(id, async () => {
            telling(lab)(`call ${i}`);
            await new Promise<void>((resolve) => lab.at(3 + i, resolve));
            telling(lab)(`end ${i}`);
          }),
        ),
      ),
    ),
  );
  const due = texts.flatMap((id, i) => of(id, { [`call ${i}`]: 0, [`end ${i}`]: 3 + i }));
  expect(trace).toRunIn(due, ANY);
});

test('leaves each AsyncLocalStorage of others as it is', async () => {
  const users = new AsyncLocalStorage<string>();
  const trace = await observe(async ({ runs, job }) => {
    const tell = (what: string) => runs(what, users.getStore());
    let calls = 0;
    const serve = async () => {
      const call = `call ${++calls}`;
      tell(`${call} begins`);
      await job(call, 5)();
      tell(`${call} ends`);
    };
    await users.run('Ada', () => withRequest('r1', serve));
    await users.run('Ben', () => withRequest('r1', serve));
    await withRequest('r3', serve);
    await withRequest('r4', () => users.run('Zoe', () => withRequest('r5', serve)));
    runs('the id', users.run('Eve', requestId));
  });
  const ada = of('Ada', { 'call 1 begins': 0, 'call 1 ends': 5 });
  const ben = of('Ben', { 'call 2 begins': 5, 'call 2 ends': 10 });
  const none = of(undefined, { 'call 3 begins': 10, 'call 3 ends': 15, 'the id': 20 });
  const zoe = of('Zoe', { 'call 4 begins': 15, 'call 4 ends': 20 });
  expect(trace).toRunIn([...ada, ...ben, ...none, ...zoe], OTHERS);
});
