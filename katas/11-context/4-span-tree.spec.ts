import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  eachCase,
  eachReason,
  eachValue,
  expect,
  explore,
  type Lab,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { Tracer } from './4-span-tree.ts';

const WITHIN_WHOM = "What counts is in whose 'f' the call was made, whenever that is.";
const VALUE = "'span' fulfils with what 'f' fulfils with, whatever it is.";
const ENDS =
  "It starts with the call and ends when the promise of 'f' settles, by `performance.now()`.";
const REASON = "A tracer only looks on: 'span' rejects with the very reason of 'f'.";
const FAILED =
  'A span has failed if its own call rejects, and in no other case. It has ended, too.';
const CALLER = "The span is the context of 'f'. For the code around it, all is as it was before.";
const APART = 'Several are open at the same time. One variable for the current span is not enough.';
const ORDER = 'Put a span into the tree when it begins: the order is that of the beginnings.';
/** Where the tree is another one. */
const why = (parent: string) => ({ parent, time: ENDS, failed: FAILED, order: ORDER });
const WITHIN = why(WITHIN_WHOM);

const EQUAL = 'Each call has a span of its own, also where names and functions are equal.';
const OPEN = 'A span is in the tree when it has begun, and its end is null until it has ended.';
const SET_GOING = 'What a span has set going still belongs to it when it has ended.';
const OUTSIDE = 'It was set going outside of the span. To await it does not change that.';
const ANY = 'Any text is a name, and each call has a span: change no name, and leave none out.';
const OWN = 'Each tracer has its own roots, and its own current span.';
const OTHERS =
  'Other code has AsyncLocalStorages of its own. They stay as they are around the call.';
const NO_TIMER = 'A promise calls its handlers as soon as it settles, and needs no timer.';

/** What a scene begins a span with: its name, and the work of that name for so many ms, or a function. */
type Begin = (name: string, f: number | (() => Promise<unknown>)) => Promise<unknown>;

type Scene = (lab: Lab, span: Begin, tracer: Tracer) => unknown;

const beginning =
  (lab: Lab, tracer: Tracer): Begin =>
  (name, f) =>
    tracer.span(name, typeof f === 'number' ? lab.job(name, f) : () => lab.block(name, f));

/** The tree of this scene when it has settled. */
const treeOf = (scene: Scene, tracer = new Tracer()): Promise<Trace> => {
  const before = tracer.roots.length;
  return observe(
    async (lab) => {
      await scene(lab, beginning(lab, tracer), tracer);
      return lab.tree(tracer.roots.slice(before));
    },
    { mayLeave: ['work', 'timer'] },
  );
};

/** A failure of the scene; a bug of the code gets out. */
const pardon = (error: unknown) => {
  if (!(error instanceof Error && error.message.endsWith(' failed'))) throw error;
};

/** It loads the user and the cart together, and then it makes the page. */
const serve = async (span: Begin, [user, cart, page]: readonly [number, number, number]) => {
  await Promise.all([span('user', user), span('cart', cart)]);
  await span('page', () => span('template', page));
};

test('a span that begins within another one is its child', async () => {
  const request = await treeOf((_, span) => span('request', () => serve(span, [19, 7, 12])));
  expect(request).toGiveTree(
    ['request 0–31', '  user 0–19', '  cart 0–7', '  page 19–31', '    template 19–31'],
    WITHIN,
  );
  const later = await treeOf(async (lab, span) => {
    await lab.sleep(4);
    await span('first', 3);
    await span('request', async () => {
      await undefined;
      await span('query', 5);
      await lab.job('wait', 11)();
      const [rows] = await Promise.all([span('rows', 13), lab.job('all', 23)()]);
      await span(`count of ${rows}`, async () => {
        await sleep(2);
        await span('log', 1);
      });
    });
    await span('last', 17);
  });
  expect(later).toGiveTree(
    [
      'first 4–7',
      'request 7–49',
      '  query 7–12',
      '  rows 23–36',
      '  count of ROWS 46–49',
      '    log 48–49',
      'last 49–66',
    ],
    WITHIN,
  );
});

test("calls 'f' once, in the call, and settles as its promise does", async () => {
  const trace = await observe((lab) => {
    const spanning = new Tracer().span('request', async (...given: unknown[]) => {
      lab.log(`f was called; arguments: ${given.length}`);
    });
    lab.log('the call has returned');
    return spanning;
  });
  expect(trace).toLogInTheCall('f was called; arguments: 0', 'the call has returned');
  const tracer = new Tracer();
  await eachValue(['f'], async ({ f }) => {
    const trace = await observe(async ({ job, tree }) => {
      const fulfilled = await tracer.span('f', job('f', 13, { gives: f }));
      return { fulfilled, lines: tree(tracer.roots.slice(-1)) };
    });
    expect(trace).toGive({ fulfilled: f, lines: ['f 0–13'] }, VALUE);
    expect(trace).toTake(13, ENDS);
  });
});

test('rejects as it does, and the span has failed', async () => {
  const tracer = new Tracer();
  await eachReason(['f'], async ({ f }) => {
    const failing = ({ job }: Lab) => tracer.span('f', job('f', 13, { failsWith: f }));
    expect(await observe(failing)).toRejectWith(f, 13, REASON);
    const throwing = () =>
      tracer.span('f', () => {
        throw f;
      });
    expect(await observe(throwing)).toRejectWith(f, 0, REASON);
    const tree = await observe(async (lab) => {
      await Promise.allSettled([failing(lab), throwing()]);
      return lab.tree(tracer.roots.slice(-2));
    });
    expect(tree).toGiveTree(['f 0–13 failed', 'f 0–0 failed'], FAILED);
  });
  const tried = await treeOf(async (lab, span) => {
    const query = (name: string, takes: number) => () => lab.job(name, takes, { fails: true })();
    await span('request', async () => {
      await span('query', query('query', 11)).catch(pardon);
      await span('again', async () => {
        await span('log', 2);
        await span('second query', query('second query', 3));
      }).catch(pardon);
      await span('last', 5);
    });
    await span('in the call', () => {
      throw new Error('it failed');
    }).catch(pardon);
    await span('short', async () => {
      void span('late', query('late', 3)).catch(pardon);
      await sleep(1);
    });
    await span('next', 7);
  });
  expect(tried).toGiveTree(
    [
      'request 0–21',
      '  query 0–11 failed',
      '  again 11–16 failed',
      '    log 11–13',
      '    second query 13–16 failed',
      '  last 16–21',
      'in the call 21–21 failed',
      'short 21–22',
      '  late 21–24 failed',
      'next 22–29',
    ],
    WITHIN,
  );
  const unhandled = await observe(
    async ({ job, sleep }) => {
      void tracer.span('f', job('f', 13, { fails: true }));
      await sleep(17);
    },
    { mayLeave: ['rejection'] },
  );
  expect(unhandled).toCrashWith('f failed');
});

test('for the code around the call, nothing changes', async () => {
  const tracer = new Tracer();
  const cases = { fulfils: [13, ''], rejects: [13, ' failed'], throws: [0, ' failed'] } as const;
  for (const [ends, [first, failed]] of Object.entries(cases)) {
    /** Begins a span and awaits it later; just after the call, a timer of the caller begins one, too. */
    const begin = async (lab: Lab, span: Begin, who: string) => {
      const work = lab.job('work', 13, { fails: ends === 'rejects' });
      const beginning = span(`${who} 1`, () => {
        if (ends === 'throws') throw new Error('it failed');
        return work();
      });
      setTimeout(() => void span(`${who} 3`, 1), 1);
      const second = span(`${who} 2`, 2);
      await beginning.catch(pardon);
      await second;
      await span(`${who} 4`, 11);
      await lab.job('wait', 2)();
      await span(`${who} 5`, 3);
    };
    const trace = await treeOf(async (lab, span) => {
      await begin(lab, span, 'outside');
      await span(`one that ${ends}`, () => begin(lab, span, 'inside'));
    }, tracer);
    // Where the first one throws, the fourth begins with the end of the second.
    const wait = Math.max(first, 2);
    const half = wait + 16;
    const lines = (who: string, from: number) => [
      `${who} 1 ${from}–${from + first}${failed}`,
      `${who} 2 ${from}–${from + 2}`,
      `${who} 3 ${from + 1}–${from + 2}`,
      `${who} 4 ${from + wait}–${from + wait + 11}`,
      `${who} 5 ${from + wait + 13}–${from + half}`,
    ];
    const inner = lines('inside', half).map((line) => `  ${line}`);
    const all = [...lines('outside', 0), `one that ${ends} ${half}–${2 * half}`, ...inner];
    expect(trace).toGiveTree(all, why(CALLER));
  }
});

test('each of several open spans has its own children, in whatever order they end', async () => {
  type Requests = Readonly<Record<string, readonly [number, number, number]>>;
  const requests = (all: Requests) =>
    treeOf((_, span) =>
      Promise.all(Object.entries(all).map(([name, times]) => span(name, () => serve(span, times)))),
    );
  const linesOf = ([name, [user, cart, page]]: [string, readonly [number, number, number]]) => {
    const loaded = Math.max(user, cart);
    const made = `${loaded}–${loaded + page}`;
    const loads = [`  user 0–${user}`, `  cart 0–${cart}`];
    return [`${name} 0–${loaded + page}`, ...loads, `  page ${made}`, `    template ${made}`];
  };
  await explore(['r1', 'r2', 'r3'], async ({ r1, r2, r3 }) => {
    const all = { r1: [r1, 7, 41], r2: [3, r2, 13], r3: [r3, r3 + 1, 5] } as const;
    expect(await requests(all)).toGiveTree(Object.entries(all).flatMap(linesOf), why(APART));
  });
  const many = Object.fromEntries(
    Array.from({ length: 13 }, (_, i) => [`no. ${i}`, [1 + ((i * 29) % 13), 7, 3] as const]),
  );
  await together(
    () => requests(many),
    (trace) => expect(trace).toGiveTree(Object.entries(many).flatMap(linesOf), why(APART)),
  );
});

test('spans are in the order in which they began', async () => {
  // The same function, which takes longer each time.
  const equal = await treeOf(async (lab, _, tracer) => {
    let calls = 0;
    const query = () => lab.sleep(++calls);
    const one = () => tracer.span('query', query);
    const two = async () => {
      await Promise.all([one(), one()]);
      await one();
    };
    await tracer.span('query', two);
    await tracer.span('query', two);
  });
  const first = ['query 0–5', '  query 0–1', '  query 0–2', '  query 2–5'];
  const second = ['query 5–16', '  query 5–9', '  query 5–10', '  query 10–16'];
  expect(equal).toGiveTree([...first, ...second], { ...why(EQUAL), time: EQUAL });
  const tracer = new Tracer();
  await explore(['a', 'b', 'c'], async (takes) => {
    const all = async (span: Begin) => {
      const begun = Object.entries(takes).map(([name, ms]) => span(name, ms));
      return Promise.all(begun);
    };
    const trace = await treeOf(async (_, span) => {
      await all(span);
      await span('request', () => all(span));
    }, tracer);
    const lines = (from: number) =>
      Object.entries(takes).map(([name, ms]) => `${name} ${from}–${from + ms}`);
    const inner = lines(30).map((line) => `  ${line}`);
    expect(trace).toGiveTree([...lines(0), 'request 30–60', ...inner], why(EQUAL));
  });
});

test('the tree can be read at any time', async () => {
  /** Depth, name, start, end. */
  const spans = [
    [0, 'request', 0, 37],
    [1, 'user', 0, 11],
    [1, 'page', 11, 31],
    [2, 'template', 11, 31],
    [1, 'audit', 31, 40],
    [1, 'log', 31, 37],
    [0, 'other', 37, 41],
  ] as const;
  const tracer = new Tracer();
  for (const ms of [0, 2, 13, 32, 38, 43]) {
    const trace = await treeOf((lab, span) => {
      const serving = async () => {
        await span('request', async () => {
          await span('user', 11);
          await span('page', () => span('template', 20));
          void span('audit', 9);
          await span('log', 6);
        });
        await span('other', 4);
      };
      return Promise.race([serving(), lab.sleep(ms)]);
    }, tracer);
    const lines = spans
      .filter(([, , start]) => start <= ms)
      .map(([depth, name, start, end]) => {
        const times = `${start}–${end <= ms ? end : ''}`;
        return `${'  '.repeat(depth)}${name} ${times}`;
      });
    expect(trace).toGiveTree(lines, OPEN);
  }
  expect(await treeOf(() => undefined)).toGiveTree([], OPEN);
});

/** Ways to set something going, and how many ms later it runs. */
const WAYS: Record<string, readonly [(f: () => void) => unknown, number]> = {
  'When a timer begins it:': [(f) => setTimeout(f, 17), 17],
  'When a microtask begins it:': [(f) => queueMicrotask(f), 0],
  'When a job of nextTick begins it:': [(f) => process.nextTick(f), 0],
  'When an immediate begins it:': [(f) => setImmediate(f), 0],
  'When the handler of a promise begins it:': [(f) => Promise.resolve().then(f), 0],
  'When a function that no code awaits begins it:': [(f) => sleep(17).then(f), 17],
};

test('what a span sets going belongs to it, also when it has ended', async () => {
  const tracer = new Tracer();
  await eachCase(WAYS, async ([setGoing, after]) => {
    const trace = await treeOf(async (lab, span) => {
      await span('request', async () => {
        setGoing(() => {
          void span('child', async () => {
            setGoing(() => void span('child of the child', 5));
            await lab.job('load', 3)();
          });
        });
        await lab.job('serve', 7)();
      });
      await span('other request', 71);
    }, tracer);
    expect(trace).toGiveTree(
      [
        'request 0–7',
        `  child ${after}–${after + 3}`,
        `    child of the child ${2 * after}–${2 * after + 5}`,
        'other request 7–78',
      ],
      why(SET_GOING),
    );
  });
});

test('what was set going outside of a span is no part of it', async () => {
  const trace = await treeOf(async (lab, span) => {
    const loading = async () => {
      await lab.job('connect', 3)();
      await span('shared', 10);
      await span('after what is shared', 1);
    };
    lab.at(17, () => void span('an event', 5));
    let open: (value: string) => void = () => {};
    const gate = new Promise<string>((resolve) => {
      open = resolve;
    });
    void gate.then(() => span('a handler', 2));
    const shared = loading();
    const first = span('r1', async () => {
      await shared;
      await span('child of r1', 6);
    });
    await span('r2', async () => {
      await lab.job('wait', 23)();
      open('it is open');
      await first;
      await span('child of r2', 6);
    });
  });
  expect(trace).toGiveTree(
    [
      'r1 0–20',
      '  child of r1 14–20',
      'r2 0–29',
      '  child of r2 23–29',
      'shared 3–13',
      'after what is shared 13–14',
      'an event 17–22',
      'a handler 23–25',
    ],
    why(OUTSIDE),
  );
});

test('any name, any number, any depth', async () => {
  const long = 'GET /users/17/language-of-the-page';
  const texts = ['', ' ', '0', '__proto__', 'constructor', 'roots', 'undefined', long, 'a', 'a'];
  const names = [...texts, ...Array.from({ length: 94 }, (_, i) => `no. ${i}`)];
  const many = await treeOf((_, span) =>
    span('all', () => Promise.all(names.map((name, i) => span(name, 2 + i)))),
  );
  const lines = names.map((name, i) => `  ${name} 0–${2 + i}`);
  expect(many).toGiveTree([`all 0–${1 + names.length}`, ...lines], why(ANY));
  const DEEP = 104;
  const deep = await treeOf((_, __, tracer) => {
    const down = (depth: number): Promise<unknown> =>
      tracer.span(`no. ${depth >> 1}`, async () => {
        await sleep(1);
        if (depth < DEEP) await down(depth + 1);
      });
    return down(0);
  });
  const levels = Array.from(
    { length: DEEP + 1 },
    (_, i) => `${'  '.repeat(i)}no. ${i >> 1} ${i}–${DEEP + 1}`,
  );
  expect(deep).toGiveTree(levels, WITHIN);
});

test('each tracer has its own tree, and leaves the contexts of others as they are', async () => {
  const scene = () =>
    observe(async (lab) => {
      const [ours, theirs] = [new Tracer(), new Tracer()];
      const [a, b] = [beginning(lab, ours), beginning(lab, theirs)];
      await a('ours', () =>
        b('theirs', async () => {
          await lab.job('load', 5)();
          await a('child of ours', () => b('child of theirs', 7));
        }),
      );
      return [...lab.tree(ours.roots), ...lab.tree(theirs.roots)];
    });
  const lines = ['ours 0–12', '  child of ours 5–12', 'theirs 0–12', '  child of theirs 5–12'];
  await together(scene, (trace) => expect(trace).toGiveTree(lines, why(OWN)));
  const users = new AsyncLocalStorage<string>();
  const trace = await observe(async ({ runs, job }) => {
    const tracer = new Tracer();
    const tell = (what: string) => runs(what, users.getStore());
    const one = (who: string, ms: number) =>
      tracer.span(who, async () => {
        tell(`${who} begins`);
        await tracer.span('load', job(`load ${who}`, ms));
        tell(`${who} ends`);
      });
    await Promise.all([users.run('Ada', () => one('r1', 7)), users.run('Ben', () => one('r2', 3))]);
    await one('r3', 11);
  });
  expect(trace).toRunIn(
    [
      [0, 'r1 begins', 'Ada'],
      [7, 'r1 ends', 'Ada'],
      [0, 'r2 begins', 'Ben'],
      [3, 'r2 ends', 'Ben'],
      [7, 'r3 begins', undefined],
      [18, 'r3 ends', undefined],
    ],
    OTHERS,
  );
});

test('sets no timer', async () => {
  const trace = await treeOf((_, span) => span('request', () => serve(span, [19, 7, 12])));
  expect(trace).toSetTimers(0, NO_TIMER);
});
