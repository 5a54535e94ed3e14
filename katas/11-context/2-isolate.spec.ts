import { eachCase, eachReason, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { TaskVariables } from './2-isolate.ts';

// What failures say, in the order of the tests.
const OWN =
  'Each task has variables of its own. They begin as a copy of those of its parent; what other tasks set is in theirs.';
const COPY = 'A task begins with the variables that its parent has when it calls `fork`.';
const ITSELF =
  '`get` returns the value that was set last, whatever it is: the value itself, and no copy of it.';
const ANY = 'Any text is a name. A plain object inherits some names from its prototype.';
const LATER = '`fork` makes the copy. What the parent sets after that is not in it.';
const NOT_BACK = 'A task sets its own copy. Its parent and other tasks do not read that.';
const SHARED =
  'Only `fork` makes a copy. What a task calls, awaits or sets going uses its variables.';
const STAYS = 'A timer that a task has set belongs to that task, also when `f` has ended before.';
const NOTHING = 'For a name that has no value in this task, `get` returns undefined.';
const OUTSIDE =
  'Outside of all tasks there are no variables: `get` returns undefined, and `set` throws.';
const AS_IT_IS =
  '`fork` calls `f` once, during the call, and passes on what comes of it, as it is.';
const BACK = 'When `fork` has returned or thrown, its caller is in its own task again.';
const APART = 'Each TaskVariables has its own tasks. `fork` of another one makes none of them.';
const NO_TIMER = 'The context follows the code by itself. No timer is needed.';

/** What is to read this value, by its ms. */
const of = (value: unknown, readers: Readonly<Record<string, number>>) =>
  Object.entries(readers).map(([who, ms]) => [ms, who, value] as const);

interface Tools extends Lab, Pick<TaskVariables, 'fork' | 'get' | 'set'> {
  /** Notes what this reads now, under the name 'language' if there is no other one. */
  reads(who: string, name?: string): void;
}

/**
 * Each test has its own TaskVariables, and cases of one test share them: up to Node 22, each AsyncLocalStorage that was
 * ever used makes every promise slower.
 */
const observing = (scene: (tools: Tools) => unknown, variables = new TaskVariables()) =>
  observe((lab) =>
    scene({
      ...lab,
      fork: (f) => variables.fork(f),
      get: (name) => variables.get(name),
      set: (name, value) => variables.set(name, value),
      reads: (who, name = 'language') => lab.reads(who, variables.get(name)),
    }),
  );

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

/** Names that an object has of its own, that code takes for no name, or for the same as another one. */
const NAMES = [
  ...['', '0', 'constructor', '__proto__', 'language', 'Language', ' language', 'language.page'],
  ...[
    'the language of the page that the user reads',
    'the language of the page that the user sees',
  ],
];

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);

const DEEP = 104;

type Act = (tools: Tools, n: number) => void;

/** So many tasks, each within the one before; what they do before and after they fork the next one. */
const generate = (begin: Act, end: Act = () => {}) =>
  observing((tools) => {
    const beget = (n: number): void => {
      begin(tools, n);
      if (n < DEEP) tools.fork(() => beget(n + 1));
      end(tools, n);
    };
    tools.fork(() => beget(0));
  });

const say = (f: () => unknown) => {
  try {
    return f() === undefined ? 'returned undefined' : 'returned something';
  } catch (error) {
    return error instanceof Error ? `threw an Error: ${error.message}` : 'threw no Error';
  }
};

/** It may throw, or reject: that has a test of its own. */
const ended = (f: () => unknown) =>
  new Promise((resolve) => resolve(f())).catch((error) => {
    if (error !== 'f failed') throw error;
  });

test('reads what the task has set, while other tasks set theirs', async () => {
  const own = [...of('fr', { 'page for Ada': 31 }), ...of('cs', { 'page for Ben': 39 })];
  const served = of('en', { 'log for Ada': 11, 'log for Ben': 19, report: 39 });
  await together(serving, (trace) => expect(trace).toRead([...served, ...own], OWN));
  // The same function again and again; and a name that begins with the number of another task.
  const many = upTo(79).map((i) => ({ who: `no. ${i + 1}`, ms: 3 + (i % 5) }));
  const trace = await observing(({ fork, set, reads, sleep }) => {
    const users = many.values();
    const task = async () => {
      const { who = '', ms = 0 } = users.next().value ?? {};
      for (const name of ['seat', '1seat']) set(name, who);
      await sleep(ms);
      for (const name of ['seat', '1seat']) reads(who, name);
    };
    return fork(() => Promise.all(many.map(() => fork(task))));
  });
  expect(trace).toRead(
    [...many, ...many].flatMap(({ who, ms }) => of(who, { [who]: ms })),
    OWN,
  );
});

test('begins with a copy of the variables of the task that forks it', async () => {
  const variables = new TaskVariables();
  const languages = ['en', 'fr', 'cs'];
  const moments = await observing(({ fork, set, reads, sleep }) =>
    fork(async () => {
      for (const language of languages) {
        set('language', language);
        fork(() => setTimeout(() => reads(`forked in ${language}`), 17));
        await sleep(5);
      }
      await sleep(13);
    }),
  );
  const due = languages.flatMap((one, i) => of(one, { [`forked in ${one}`]: 17 + 5 * i }));
  expect(moments).toRead(due, COPY);
  const generations = await generate(({ set, reads }, n) => {
    if (n > 0) for (const name of [0, n - 1]) reads(`task ${n}`, `name ${name}`);
    set(`name ${n}`, n);
  });
  const inherited = upTo(DEEP).flatMap((n) =>
    [0, n].flatMap((value) => of(value, { [`task ${n + 1}`]: 0 })),
  );
  expect(generations).toRead(inherited, COPY);
  type Values = { language: unknown; before?: unknown };
  const keeps = async ({ language, before }: Values, why = ITSELF, names = NAMES.slice(0, 4)) => {
    const trace = await observing(
      ({ fork, set, reads, sleep }) =>
        fork(async () => {
          for (const value of [before, language]) for (const name of names) set(name, value);
          fork(() => names.map((name) => reads(`"${name}" in the task`, name)));
          await sleep(3);
          for (const name of names) reads(`"${name}" in its parent`, name);
        }),
      variables,
    );
    const both = names.flatMap((name) =>
      of(language, { [`"${name}" in the task`]: 0, [`"${name}" in its parent`]: 3 }),
    );
    expect(trace).toRead(both, why);
  };
  await keeps({ language: 'fr' }, ANY, NAMES);
  // Neighbours in the list of values, such as 0 and '', look equal to code that compares them.
  await eachValue(['language', 'before'], (both) => keeps(both), {
    language: 'was set to',
    before: 'was',
  });
  await keeps({ language: Promise.resolve('fr') });
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
  const inherited = { child: 7, 'child with another variable': 7, grandchild: 7 };
  const nothing = { 'child without a language': 7 };
  const users = Object.keys({ ...inherited, ...nothing }).map((who) => `${who}, of the user`);
  const none = of(undefined, { ...nothing, ...Object.fromEntries(users.map((one) => [one, 7])) });
  expect(trace).toRead([...of('en', inherited), ...none, ...of('fr', { parent: 7 })], LATER);
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
      const [good, bad] = [fork(() => task(false)), fork(() => task(true))];
      fork(() => set('language', 'de'));
      reads('parent');
      await Promise.all([good, bad.catch(() => 'as it should')]);
      reads('parent, later');
      reads('parent, of the user', 'user');
      await other;
      reads('parent, at the end');
    }),
  );
  const parent = { parent: 0, 'parent, later': 5, 'parent, at the end': 23 };
  const user = of(undefined, { 'parent, of the user': 5 });
  expect(trace).toRead([...of('en', { ...parent, 'other task': 23 }), ...user], NOT_BACK);
  const generations = await generate(
    ({ set }, n) => set('language', n),
    ({ reads }, n) => reads(`task ${n}`),
  );
  const own = upTo(DEEP + 1).flatMap((n) => of(n, { [`task ${n}`]: 0 }));
  expect(generations).toRead(own, NOT_BACK);
});

/** How something of a task comes to be done 5 ms later, or as soon as possible. */
const WAYS: Record<string, (act: () => void, lab: Lab) => unknown> = {
  'With a function that is awaited:': async (act, { sleep }) => {
    await sleep(5);
    act();
  },
  'With a generator:': async (act, { sleep }) => {
    async function* generate() {
      yield await sleep(5);
      act();
    }
    for await (const _ of generate());
  },
  'With a timer:': (act) => void setTimeout(act, 5),
  'With an immediate:': (act) => void setImmediate(act),
  'With a microtask:': (act) => queueMicrotask(act),
  'With a job of nextTick:': (act) => process.nextTick(act),
  'With a handler of a promise:': (act, { sleep }) => void sleep(5).then(act),
  'With a handler of a rejection:': (act, { job }) => {
    job('a', 5, { fails: true })().catch(act);
  },
};

test('uses one set of variables in all that belongs to the task', async () => {
  const variables = new TaskVariables();
  await eachCase(WAYS, async (way) => {
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
        reads(`the task of ${who}`);
      };
      return Promise.all([fork(() => task('Ada', 'fr')), fork(() => task('Ben', 'cs'))]);
    }, variables);
    const when = (who: string) => trace.contexts.find(({ what }) => what === who)?.at ?? 0;
    const does = { 'what Ada does there': 'Ada', 'what Ben does there': 'Ben' };
    const tasks = { 'the task of Ada': 'fr', 'the task of Ben': 'cs' };
    const due = Object.entries({ ...does, ...tasks });
    const reads = due.flatMap(([who, value]) => of(value, { [who]: when(who) }));
    expect(trace).toRead(reads, SHARED);
  });
});

test('belongs to the task also when f has ended', async () => {
  const variables = new TaskVariables();
  const ends: Record<string, (sleep: Lab['sleep']) => unknown> = {
    "When 'f' has returned:": () => 'well',
    "When 'f' has fulfilled:": (sleep) => sleep(2),
    "When 'f' has thrown:": () => {
      throw 'f failed';
    },
    "When 'f' has rejected:": (sleep) => sleep(2).then(() => Promise.reject('f failed')),
  };
  await eachCase(ends, async (end) => {
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
      await ended(() => fork(f));
      await sleep(29);
    }, variables);
    const later = of('cs', { 'another timer': 17, 'a task of it': 18 });
    expect(trace).toRead([...of('fr', { 'a timer of the task': 13 }), ...later], STAYS);
  });
});

test('returns undefined for a name that has no value in the task', async () => {
  const trace = await observing(({ fork, reads, set }) => {
    for (const name of NAMES)
      fork(() => {
        for (const other of NAMES) if (other !== name) set(other, 'of another name');
        reads(`"${name}" in the task`, name);
        fork(() => reads(`"${name}" in its child`, name));
      });
  });
  const both = NAMES.flatMap((name) => [`"${name}" in the task`, `"${name}" in its child`]);
  expect(trace).toRead(of(undefined, Object.fromEntries(both.map((who) => [who, 0]))), NOTHING);
});

test('sets and reads nothing outside of all tasks', async () => {
  const trace = await observing(async ({ fork, get, set, sleep, log }) => {
    const values = ['de', undefined, null, '', 0].values();
    const look = (when: string) => {
      log(`${when}, set ${say(() => set('language', values.next().value))}`);
      log(`${when}, get ${say(() => get('language'))}`);
    };
    const task = () => {
      log(`in a new task, get ${say(() => get('language'))}`);
      set('language', 'fr');
      return sleep(3);
    };
    look('first');
    const running = fork(task);
    look('beside a task');
    await running;
    look('after it');
    await fork(task);
    await ended(() =>
      fork(() => {
        throw 'f failed';
      }),
    );
    look('after a throw');
    setTimeout(() => look('in a timer'), 5);
    await sleep(7);
  });
  const looks = (ms: number, when: string): [number, string][] => [
    [ms, `${when}, set threw an Error: no task`],
    [ms, `${when}, get returned undefined`],
  ];
  const begins = (ms: number): [number, string] => [ms, 'in a new task, get returned undefined'];
  const before = [...looks(0, 'first'), begins(0), ...looks(0, 'beside a task')];
  const after = [...looks(3, 'after it'), begins(3), ...looks(6, 'after a throw')];
  expect(trace).toLog(...before, ...after, ...looks(11, 'in a timer'), OUTSIDE);
});

test('calls f once in the call, and returns or throws what it does', async () => {
  const variables = new TaskVariables();
  const returns = async (f: unknown) => {
    const trace = await observing(({ fork, log }) => {
      const its = fork(() => {
        log('f');
        return f;
      });
      log(Object.is(its, f) ? 'it returned just that' : 'it returned something else');
    }, variables);
    expect(trace).toLog([0, 'f'], [0, 'it returned just that'], AS_IT_IS);
  };
  await eachValue(['f'], ({ f }) => returns(f), 'returns');
  await returns(Promise.resolve('a promise'));
  await returns({
    then: () => {
      throw new Error("'then' of the thenable was called");
    },
  });
  const throws = async ({ f }: { f: unknown }) => {
    const trace = await observing(({ fork, set, get, log }) => {
      const inner = () => {
        set('language', 'fr');
        throw f;
      };
      return fork(() => {
        set('language', 'en');
        try {
          fork(inner);
          log('fork threw nothing');
        } catch (error) {
          log(error === f ? 'fork threw that' : 'fork threw something else');
        }
        log(`the caller reads ${get('language')}`);
      });
    }, variables);
    expect(trace).toLog([0, 'fork threw that'], [0, 'the caller reads en'], BACK);
  };
  await eachReason(['f'], throws, 'throws');
  const unhandled = await observe(
    async ({ job, sleep }) => {
      void variables.fork(() => job('f', 3, { fails: true })());
      await sleep(5);
    },
    { mayLeave: ['rejection'] },
  );
  expect(unhandled).toCrashWith('f failed');
});

test('has its own tasks in each TaskVariables', async () => {
  const trace = await observe(async ({ reads, sleep, log }) => {
    const [a, b] = [new TaskVariables(), new TaskVariables()];
    const read = (who: string, one: TaskVariables) => reads(who, one.get('language'));
    await a.fork(async () => {
      a.set('language', 'a');
      read('outside of b', b);
      log(`outside of b, set ${say(() => b.set('language', 'of none'))}`);
      await b.fork(async () => {
        read('new in b', b);
        b.set('language', 'b');
        await sleep(3);
        read('still in a', a);
        // No new task of a: it was b that has forked.
        a.set('language', 'a, again');
        a.fork(() => b.set('language', 'b, again'));
        read('in b', b);
      });
      read('in a', a);
      read('outside of b, at the end', b);
    });
  });
  const none = of(undefined, { 'outside of b': 0, 'new in b': 0, 'outside of b, at the end': 3 });
  const again = [...of('b, again', { 'in b': 3 }), ...of('a, again', { 'in a': 3 })];
  expect(trace).toRead([...none, ...of('a', { 'still in a': 3 }), ...again], APART);
  expect(trace).toLog([0, 'outside of b, set threw an Error: no task'], APART);
});

test('sets no timer', async () => {
  expect(await serving()).toSetTimers(0, NO_TIMER);
});
