import {
  again,
  eachCase,
  eachReason,
  eachValue,
  expect,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { TaskVariables } from './2-isolate.ts';

// What failures say, in the order of the tests.
const OWN =
  'Each task has variables of its own, a copy of those of its parent. After an `await` it reads them as before: what other tasks set meanwhile is in theirs.';
const COPY =
  'A task begins with the variables of the task that forks it, each with the value that it has at that moment.';
const ITSELF =
  'The variables are copied, and their values are not. Any value may be set, and `get` returns that very value.';
const LATER =
  'The copy is made in the call of `fork`. What the parent sets after that is in the variables of the parent only.';
const NOT_BACK =
  'A task sets its own copy. Nothing of it comes back to its parent, and nothing reaches other tasks.';
const SHARED =
  'Only `fork` makes a copy. What a task calls, awaits or lets happen later uses the variables of that task.';
const STAYS =
  'A timer that a task has set belongs to that task, also when `f` has ended before it fires.';
const NOTHING = 'For a name that has no value in this task, `get` returns undefined.';
const OUTSIDE =
  'Outside of all tasks there is nothing to read and no place to set anything: `get` returns undefined, and `set` throws.';
const IN_THE_CALL =
  '`fork` calls `f` once, during the call, and passes on what comes of it, as it is.';
const BACK = 'When `fork` has returned or thrown, its caller is in its own task again.';
const APART =
  'Each TaskVariables has its own tasks. `fork` of one of them makes no task of another one.';
const NO_TIMER = 'The context follows the code by itself. No timer is needed.';

type Reading = [ms: number, who: string, value: unknown];

interface Tools extends Lab, Pick<TaskVariables, 'fork' | 'get' | 'set'> {
  /** Notes what this reads now, under the name 'language' if there is no other one. */
  reads(who: string, name?: string): void;
}

const toolsOf = (lab: Lab, variables = new TaskVariables()): Tools => ({
  ...lab,
  fork: (f) => variables.fork(f),
  get: (name) => variables.get(name),
  set: (name, value) => variables.set(name, value),
  reads: (who, name = 'language') => lab.runs(who, variables.get(name)),
});

const observing = (scene: (tools: Tools) => unknown): Promise<Trace> =>
  observe((lab) => scene(toolsOf(lab)));

/** Loads the user, sets their language, makes a query, and writes the page. */
const visit = async ({ job, set, reads }: Tools, who: string, language: string, ms: number) => {
  await job(`load ${who}`, ms)();
  reads(`log for ${who}`);
  set('language', language);
  await job(`query for ${who}`, 20)();
  reads(`page for ${who}`);
};

/** Ada and Ben come at the same time; whatever the server sets for itself is 'en'. */
const serving = () =>
  observing((tools) =>
    tools.fork(async () => {
      tools.set('language', 'en');
      await Promise.all([
        tools.fork(() => visit(tools, 'Ada', 'fr', 11)),
        tools.fork(() => visit(tools, 'Ben', 'cs', 19)),
      ]);
      tools.reads('report');
    }),
  );

const SERVED: Reading[] = [
  [11, 'log for Ada', 'en'],
  [19, 'log for Ben', 'en'],
  [31, 'page for Ada', 'fr'],
  [39, 'page for Ben', 'cs'],
  [39, 'report', 'en'],
];

/** Names that an object has of its own, and others that code takes for no name. */
const NAMES = ['', 'language', 'constructor', '__proto__', '0'];

test('reads what the task has set, while other tasks set theirs', async () => {
  for (const repeat of [again, together])
    await repeat(serving, (trace) => expect(trace).toRead(SERVED, OWN));
  // The same function again and again; and a name that begins with the number of another task.
  const many = Array.from({ length: 23 }, (_, i) => ({ who: `no. ${i + 1}`, ms: 3 + (i % 5) }));
  const trace = await observing(({ fork, set, reads, sleep }) => {
    const users = many.values();
    const task = async () => {
      const { who = '', ms = 0 } = users.next().value ?? {};
      for (const round of [1, 2, 3]) {
        set('seat', who);
        set('1seat', round);
        await sleep(ms);
        reads(who, 'seat');
        reads(`${who}, round ${round}`, '1seat');
      }
    };
    return fork(() => Promise.all(many.map(() => fork(task))));
  });
  const runs = many.flatMap(({ who, ms }) =>
    [1, 2, 3].flatMap((round): Reading[] => [
      [ms * round, who, who],
      [ms * round, `${who}, round ${round}`, round],
    ]),
  );
  expect(trace).toRead(runs, OWN);
});

test('begins with a copy of the variables of the task that forks it', async () => {
  const generations = await observing(({ fork, set, reads, sleep }) => {
    /** Each sets one more name, and reads all that were set before it. */
    const beget = async (n: number): Promise<void> => {
      for (let i = 0; i < n; i++) reads(`task ${n}`, `name ${i}`);
      set(`name ${n}`, n);
      await sleep(1);
      if (n < 12) await fork(() => beget(n + 1));
    };
    return fork(() => beget(0));
  });
  const inherited = Array.from({ length: 13 }, (_, n) =>
    Array.from({ length: n }, (_, i): Reading => [n, `task ${n}`, i]),
  );
  expect(generations).toRead(inherited.flat(), COPY);
  const moments = await observing(({ fork, set, reads, sleep }) =>
    fork(async () => {
      for (const language of ['en', 'fr', 'cs']) {
        set('language', language);
        fork(() => setTimeout(() => reads(`forked in ${language}`), 17));
        await sleep(5);
      }
      await sleep(13);
    }),
  );
  const due = ['en', 'fr', 'cs'].map((one, i): Reading => [17 + 5 * i, `forked in ${one}`, one]);
  expect(moments).toRead(due, COPY);
  await eachValue(
    ['language'],
    async ({ language }) => {
      const trace = await observing(({ fork, set, reads, sleep }) =>
        fork(async () => {
          for (const value of ['before', language]) for (const name of NAMES) set(name, value);
          fork(() => NAMES.map((name) => reads('the task', name)));
          await sleep(3);
          for (const name of NAMES) reads('its parent', name);
        }),
      );
      const both = NAMES.flatMap((): Reading[] => [
        [0, 'the task', language],
        [3, 'its parent', language],
      ]);
      expect(trace).toRead(both, ITSELF);
    },
    'was set to',
  );
});

test('does not read what its parent sets later', async () => {
  const trace = await observing(({ fork, set, reads, sleep }) =>
    fork(async () => {
      set('language', 'en');
      const child = (who: string, begin = () => {}) =>
        fork(async () => {
          begin();
          await sleep(7);
          reads(who);
          reads(`${who}, of the user`, 'user');
        });
      const children = [
        child('child'),
        child('child with another variable', () => set('other', 1)),
        child('child without a language', () => set('language', undefined)),
        fork(() => child('grandchild')),
      ];
      set('language', 'de');
      await sleep(3);
      set('language', 'fr');
      set('user', 'Ada');
      await Promise.all(children);
      reads('parent');
    }),
  );
  const languages = {
    child: 'en',
    'child with another variable': 'en',
    'child without a language': undefined,
    grandchild: 'en',
  };
  const due = Object.entries(languages).flatMap(([who, language]): Reading[] => [
    [7, who, language],
    [7, `${who}, of the user`, undefined],
  ]);
  expect(trace).toRead([...due, [7, 'parent', 'fr']], LATER);
});

test('changes nothing for its parent or for other tasks', async () => {
  const trace = await observing(({ fork, set, reads, sleep }) =>
    fork(async () => {
      set('language', 'en');
      const task = async (fails: boolean) => {
        set('language', 'fr');
        set('user', 'Ada');
        await sleep(5);
        set('language', 'cs');
        if (fails) throw 'the task failed';
      };
      const other = fork(async () => {
        await sleep(23);
        reads('other task');
      });
      const good = fork(() => task(false));
      const bad = fork(() => task(true));
      fork(() => set('language', 'de'));
      reads('parent');
      const failed = bad.catch((error) => {
        if (error !== 'the task failed') throw error;
      });
      await Promise.all([good, failed]);
      reads('parent');
      reads('parent, of the user', 'user');
      await other;
      reads('parent');
    }),
  );
  expect(trace).toRead(
    [
      ...[0, 5, 23].map((ms): Reading => [ms, 'parent', 'en']),
      [5, 'parent, of the user', undefined],
      [23, 'other task', 'en'],
    ],
    NOT_BACK,
  );
});

/** How something of a task comes to be done 5 ms later, or as soon as possible. */
const WAYS: Record<string, (act: () => void, lab: Lab) => unknown> = {
  'a function that is awaited': async (act, { sleep }) => {
    await sleep(5);
    act();
  },
  'a generator': async (act, { sleep }) => {
    async function* generate() {
      yield await sleep(5);
      act();
    }
    for await (const _ of generate());
  },
  'a timer': (act) => void setTimeout(act, 5),
  'an immediate': (act) => void setImmediate(act),
  'a microtask': (act) => queueMicrotask(act),
  'a job of nextTick': (act) => process.nextTick(act),
  'a handler of a promise': (act, { sleep }) => void sleep(5).then(act),
  'a handler of a rejection': (act, { job }) => void job('a', 5, { fails: true })().catch(act),
};

test('uses one set of variables in all that belongs to the task', async () => {
  await eachCase(
    Object.fromEntries(Object.entries(WAYS).map(([name, way]) => [`With ${name}:`, way])),
    async (way) => {
      const trace = await observing((tools) => {
        const { fork, set, reads, sleep } = tools;
        const task = async (who: string, language: string) => {
          set('language', who);
          const act = () => {
            reads(`what ${who} does there`);
            set('language', language);
          };
          await way(act, tools);
          await sleep(11);
          reads(who);
        };
        return Promise.all([fork(() => task('Ada', 'fr')), fork(() => task('Ben', 'cs'))]);
      });
      const when = (who: string) => trace.contexts.find(({ what }) => what === who)?.at ?? 0;
      const due = Object.entries({
        'what Ada does there': 'Ada',
        'what Ben does there': 'Ben',
        Ada: 'fr',
        Ben: 'cs',
      });
      expect(trace).toRead(
        due.map(([who, value]): Reading => [when(who), who, value]),
        SHARED,
      );
    },
  );
});

test('belongs to the task also when f has ended', async () => {
  const ends: Record<string, (sleep: Lab['sleep']) => unknown> = {
    returned: () => 'well',
    fulfilled: (sleep) => sleep(2),
    thrown: () => {
      throw 'f failed';
    },
    rejected: (sleep) => sleep(2).then(() => Promise.reject('f failed')),
  };
  await eachCase(
    Object.fromEntries(Object.entries(ends).map(([how, end]) => [`When 'f' has ${how}:`, end])),
    async (end) => {
      const trace = await observing(async ({ fork, set, reads, sleep }) => {
        const f = () => {
          set('language', 'fr');
          setTimeout(() => {
            reads('a timer of the task');
            set('language', 'cs');
            fork(() => setTimeout(() => reads('a task of it'), 5));
          }, 13);
          setTimeout(() => reads('another timer'), 17);
          return end(sleep);
        };
        // It may throw, or reject: that has a test of its own.
        await new Promise((resolve) => resolve(fork(f))).catch((error) => {
          if (error !== 'f failed') throw error;
        });
        await sleep(29);
      });
      expect(trace).toRead(
        [
          [13, 'a timer of the task', 'fr'],
          [17, 'another timer', 'cs'],
          [18, 'a task of it', 'cs'],
        ],
        STAYS,
      );
    },
  );
});

test('returns undefined for a name that has no value in the task', async () => {
  const trace = await observing(({ fork, reads, set, sleep }) =>
    fork(async () => {
      set('another name', 1);
      for (const name of NAMES) reads(`'${name}' in the task`, name);
      fork(() => NAMES.map((name) => reads(`'${name}' in its child`, name)));
      await sleep(1);
    }),
  );
  const due = NAMES.flatMap((name): Reading[] => [
    [0, `'${name}' in the task`, undefined],
    [0, `'${name}' in its child`, undefined],
  ]);
  expect(trace).toRead(due, NOTHING);
});

test('sets and reads nothing outside of all tasks', async () => {
  const trace = await observing(async ({ fork, get, set, sleep, log }) => {
    const sayOf = (f: () => unknown) => {
      try {
        return f() === undefined ? 'returned undefined' : 'returned something';
      } catch (error) {
        return error instanceof Error ? `threw an Error: ${error.message}` : 'threw no Error';
      }
    };
    const look = (when: string) => {
      log(`${when}, set ${sayOf(() => set('language', 'de'))}`);
      log(`${when}, get ${sayOf(() => get('language'))}`);
    };
    const task = () => {
      log(`in a new task, get ${sayOf(() => get('language'))}`);
      set('language', 'fr');
      return sleep(3);
    };
    look('first');
    const running = fork(task);
    look('beside a task');
    await running;
    look('after it');
    await fork(task);
    setTimeout(() => look('in a timer'), 5);
    await sleep(7);
  });
  const looks = (ms: number, when: string): [number, string][] => [
    [ms, `${when}, set threw an Error: no task`],
    [ms, `${when}, get returned undefined`],
  ];
  const begins = (ms: number): [number, string] => [ms, 'in a new task, get returned undefined'];
  const before = [...looks(0, 'first'), begins(0), ...looks(0, 'beside a task')];
  const after = [...looks(3, 'after it'), begins(3), ...looks(11, 'in a timer')];
  expect(trace).toLog(...before, ...after, OUTSIDE);
});

test('calls f once in the call, and returns or throws what it does', async () => {
  await eachValue(
    ['f'],
    async ({ f }) => {
      const promise = Promise.resolve(f);
      const trace = await observing(({ fork, log }) => {
        const its = fork(() => {
          log('f');
          return f;
        });
        log(Object.is(its, f) ? 'it returned that value' : 'it returned something else');
        log(fork(() => promise) === promise ? 'it returned that promise' : 'and another promise');
      });
      const lines = ['f', 'it returned that value', 'it returned that promise'] as const;
      expect(trace).toLog(...lines.map((line): [number, string] => [0, line]), IN_THE_CALL);
    },
    'returns',
  );
  await eachReason(
    ['f'],
    async ({ f }) => {
      const trace = await observing(({ fork, set, get, log }) =>
        fork(() => {
          set('language', 'en');
          try {
            fork(() => {
              set('language', 'fr');
              throw f;
            });
            log('fork threw nothing');
          } catch (error) {
            log(error === f ? 'fork threw that' : 'fork threw something else');
          }
          log(`the caller reads ${get('language')}`);
        }),
      );
      expect(trace).toLog([0, 'fork threw that'], [0, 'the caller reads en'], BACK);
    },
    'throws',
  );
});

test('has its own tasks in each TaskVariables', async () => {
  const trace = await observe(async (lab) => {
    const [a, b] = [toolsOf(lab), toolsOf(lab)];
    await a.fork(async () => {
      a.set('language', 'a');
      b.reads('outside of b');
      await b.fork(async () => {
        b.reads('new in b');
        b.set('language', 'b');
        await lab.sleep(3);
        a.reads('still in a');
        // No new task of a: it was b that has forked.
        a.set('language', 'a, again');
        a.fork(() => b.set('language', 'b, again'));
        b.reads('in b');
      });
      a.reads('in a');
      b.reads('outside of b');
    });
  });
  expect(trace).toRead(
    [
      [0, 'outside of b', undefined],
      [0, 'new in b', undefined],
      [3, 'still in a', 'a'],
      [3, 'in b', 'b, again'],
      [3, 'in a', 'a, again'],
      [3, 'outside of b', undefined],
    ],
    APART,
  );
});

test('sets no timer', async () => {
  expect(await serving()).toSetTimers(0, NO_TIMER);
});
