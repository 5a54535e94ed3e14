import { AsyncLocalStorage } from 'node:async_hooks';
import { again, eachCase, eachValue, expect, type Lab, observe, test, together } from '#lab';
import { Client, type Wire } from './3-one-wire.ts';

const ASKED =
  'The code that reads the wire belongs to no request. Only the call of `ask` knows whose question it is: keep its context there, the whole of it, and not the store of one storage.';
const WITH_ANSWER =
  'A callback is called with its answer. `runInAsyncScope(f, thisArg, answer)` takes `this` before it.';
const STORAGES =
  'A program has storages that your code does not know of. Keep the whole context of the call of `ask`.';
const MADE =
  'All requests use the client. Not the context in which it is made counts, but that of `ask`.';
const SHARED = 'Several calls of `ask` may get the same function. Each call has its own context.';
const AT_ONCE =
  '`ask` sends its question during the call, as it is, and however many are without an answer.';
const IN_ORDER =
  'The n-th answer is for the n-th question, whatever they say, and the callback gets it as it is.';
const CHUNK = 'Answers may come directly one after the other. Each callback has its own context.';
const WITHIN =
  'A callback that asks is part of its request, and so is the callback of its question.';
const FREE =
  'What a callback throws, and how long its promise takes, must not hold up the next callback.';
const DURING =
  'A wire may answer during `send`, for example from a cache. By then, the callback has to be there.';
const APART = 'Each client has a wire of its own, and callbacks of its own.';
const ANY_NUMBER = 'Any number of questions may be without an answer.';
const NO_TIMER = 'When an answer comes, `onAnswer` is called: no timer is needed.';
const IF_STUCK = 'Every question has an answer here. Is each answer given to a callback?';

const FAILED = new Error('a callback failed');

const requests = new AsyncLocalStorage<unknown>();

/** What belongs to no request runs in no context. */
const inRequest = <T>(request: unknown, f: () => T): T =>
  request === undefined ? f() : requests.run(request, f);

/** A request asks something, and its answer comes. Without an answer of its own, it is the question in capitals. */
type Question = readonly [asked: number, answered: number, of: string | undefined, asks: string];

/** The code that reads the wire has a context of its own. */
const onTheWire = (f: () => void) => requests.run('the wire', f);

type Callbacks = Readonly<Record<string, string | (() => unknown)>>;

interface Options {
  /** The context in which the client is made. */
  madeIn?: string;
  /** What a callback does, by its question: it asks another one, or something else. */
  then?: Callbacks;
  /** The question that is answered during `send`. */
  cached?: string;
  until?: number;
  ifStuck?: string;
}

/** A wire that has these answers, by the ms in which they come. It answers only what it was sent. */
const wireWith = ({ at }: Lab, answers: Readonly<Record<number, string[]>>, cached?: string) => {
  let open = 0;
  const wire: Wire = {
    send(question) {
      if (question !== cached) open++;
      else onTheWire(() => answer('from the cache', "It was answered during 'send': "));
    },
    onAnswer() {},
  };
  /** What a callback throws is none of its business; a bug in the code gets out. */
  const answer = (text: string, when = '') => {
    try {
      wire.onAnswer(text);
    } catch (error) {
      if (error !== FAILED) throw when ? new Error(`${when}${error}`) : error;
    }
  };
  const read = (text: string) => open-- > 0 && answer(text);
  for (const [ms, some] of Object.entries(answers))
    onTheWire(() => at(Number(ms), () => some.map(read)));
  return wire;
};

const serve = async (
  lab: Lab,
  questions: readonly Question[],
  { madeIn = 'the start', then = {}, cached }: Options = {},
): Promise<string[]> => {
  const { at, call, runs } = lab;
  const answers: Record<number, string[]> = {};
  for (const [, ms, , question] of questions)
    if (question !== cached) answers[ms] = [...(answers[ms] ?? []), question.toUpperCase()];
  const wire = wireWith(lab, answers, cached);
  const client = inRequest(madeIn, () => new Client(wire));
  const got: string[] = [];
  /** Fulfils when the callback is called, and that of the question which it asks. */
  const ask = (question: string): Promise<unknown> =>
    call(question, () => {
      let isCalled = false;
      runs(`ask ${question}`, requests.getStore());
      return new Promise((resolve) =>
        client.ask(question, (answer) => {
          got.push(`'${question}' was called with ${answer}`);
          runs(`callback ${question}`, requests.getStore());
          if (isCalled) return;
          isCalled = true;
          const next = then[question];
          if (typeof next === 'string') return resolve(ask(next));
          resolve(undefined);
          return next?.();
        }),
      );
    });
  const asking = questions.map(
    ([ms, , of, question]) =>
      new Promise<unknown>((resolve) => {
        const go = () => inRequest(of, () => resolve(ask(question)));
        if (Object.values(then).includes(question)) resolve('a callback asks it');
        else if (ms === 0) go();
        else at(ms, go);
      }),
  );
  await Promise.all(asking);
  return got;
};

const end = ({ at }: Lab, { until }: Options) =>
  new Promise<void>((resolve) => until && at(until, resolve));

/** Where the error of a callback goes is free. */
const serving = (questions: readonly Question[], options: Options = {}) =>
  observe((lab) => Promise.race([serve(lab, questions, options), end(lab, options)]), {
    ifStuck: options.ifStuck ?? IF_STUCK,
    mayLeave: options.then ? ['rejection', 'throw'] : [],
  });

/** Each callback runs in the request that has asked, in the ms of its answer. */
const inTheirs = (questions: readonly Question[]) =>
  questions.flatMap(([asked, answered, of, question]) => [
    [asked, `ask ${question}`, of] as const,
    [answered, `callback ${question}`, of] as const,
  ]);

const DAY: readonly Question[] = [
  [0, 11, 'r1', 'a'],
  [2, 19, 'r2', 'b'],
  [23, 37, 'r3', 'c'],
];

test('calls each callback in the context of the call of `ask`', async () => {
  const trace = await serving(DAY);
  expect(trace).toRunIn(inTheirs(DAY), ASKED);
  const got = ['a', 'b', 'c'].map((one) => `'${one}' was called with ${one.toUpperCase()}`);
  expect(trace).toGive(got, WITH_ANSWER);
});

test('does so for every AsyncLocalStorage, with any store', async () => {
  const users = new AsyncLocalStorage<unknown>();
  await eachValue(
    ['users'],
    async ({ users: user }) => {
      const trace = await observe(
        async (lab) => {
          const wire = wireWith(lab, { 11: ['A'], 19: ['B'] });
          const client = users.run('nobody', () => new Client(wire));
          const languages = new AsyncLocalStorage<string>();
          const asks = (question: string, language: string, whose: unknown) =>
            new Promise<void>((resolve) => {
              const ask = () =>
                client.ask(question, () => {
                  lab.runs(`${question}, users`, users.getStore());
                  lab.runs(`${question}, languages`, languages.getStore());
                  resolve();
                });
              users.run(whose, () => languages.run(language, ask));
            });
          await Promise.all([asks('a', 'fr', user), asks('b', 'cs', 'ben')]);
        },
        { ifStuck: IF_STUCK },
      );
      expect(trace).toRunIn(
        [
          [11, 'a, users', user],
          [11, 'a, languages', 'fr'],
          [19, 'b, users', 'ben'],
          [19, 'b, languages', 'cs'],
        ],
        STORAGES,
      );
    },
    'has',
  );
});

test('takes no context from where the client was made, or from where the callback was used before', async () => {
  const some: readonly Question[] = [...DAY, [29, 41, undefined, 'd'], [29, 43, 'r1', 'e']];
  expect(await serving(some, { madeIn: 'r1' })).toRunIn(inTheirs(some), MADE);
  const shared = await observe(
    (lab) =>
      new Promise<void>((resolve) => {
        const client = new Client(wireWith(lab, { 11: ['A'], 19: ['B'], 31: ['C'] }));
        let calls = 0;
        const callback = (answer: string) => {
          lab.runs(`for ${answer}`, requests.getStore());
          if (++calls === 3) resolve();
        };
        const ask = (question: string) => client.ask(question, callback);
        for (const [i, of] of ['r1', 'r2', undefined].entries())
          inRequest(of, () => ask(`question ${i + 1}`));
      }),
    { ifStuck: IF_STUCK },
  );
  expect(shared).toRunIn(
    [
      [11, 'for A', 'r1'],
      [19, 'for B', 'r2'],
      [31, 'for C', undefined],
    ],
    SHARED,
  );
});

test('sends each question during the call of `ask`', async () => {
  const trace = await observe(({ log, at }) => {
    let sent = 0;
    const wire: Wire = {
      send(question) {
        if (++sent < 4) log(`send ${question}`);
      },
      onAnswer() {},
    };
    const client = new Client(wire);
    const ask = (question: string, callback = () => {}) => {
      client.ask(question, callback);
      log(`asked ${question}`);
    };
    at(3, () => ask('a', () => ask('c')));
    at(5, () => ask(' b\n'));
    at(11, () => wire.onAnswer('A'));
    at(13, () => {
      for (let i = 0; i < 104; i++) client.ask('d', () => {});
      log(`${sent} were sent`);
    });
  });
  expect(trace).toLog(
    [3, 'send a'],
    [3, 'asked a'],
    [5, 'send  b\n'],
    [5, 'asked  b\n'],
    [11, 'send c'],
    [11, 'asked c'],
    [13, '107 were sent'],
    AT_ONCE,
  );
});

test('calls the n-th callback with the n-th answer, whatever they say', async () => {
  const texts = ['', 'a', 'a', '__proto__', '0', '', 'null', 'two\nlines', ' b '];
  const answers = texts.toReversed();
  const times = [11, 19, 23, 31, 37, 41, 43, 59, 61];
  const trace = await observe(
    (lab) =>
      new Promise<void>((resolve) => {
        const due = times.map((ms, i) => [ms, [answers[i] as string]]);
        const client = new Client(wireWith(lab, Object.fromEntries(due)));
        for (const [i, text] of texts.entries())
          client.ask(text, (...given: string[]) => lab.log(`${i + 1}: ${JSON.stringify(given)}`));
        lab.at(67, resolve);
      }),
    { ifStuck: IF_STUCK },
  );
  expect(trace).toLog(
    ...times.map((ms, i) => [ms, `${i + 1}: ${JSON.stringify([answers[i]])}`] as const),
    IN_ORDER,
  );
});

test('keeps the contexts apart of answers that come directly one after the other', async () => {
  const some: readonly Question[] = [
    [0, 19, 'r1', 'a'],
    [2, 19, 'r2', 'b'],
    [3, 19, undefined, 'c'],
    [5, 19, 'r1', 'd'],
    [7, 23, 'r3', 'e'],
  ];
  expect(await serving(some)).toRunIn(inTheirs(some), CHUNK);
});

test('lets a callback ask again, in its own context', async () => {
  const some: readonly Question[] = [
    [0, 11, 'r1', 'a'],
    [0, 11, 'r2', 'b'],
    [2, 29, 'r3', 'c'],
    [11, 31, 'r1', 'a again'],
    [11, 31, 'r2', 'b again'],
    [31, 43, 'r1', 'a at last'],
  ];
  const then = { a: 'a again', b: 'b again', 'a again': 'a at last' };
  expect(await serving(some, { then })).toRunIn(inTheirs(some), WITHIN);
});

test('is not held up by a callback that throws, or that returns a promise', async () => {
  const some: readonly Question[] = [
    [0, 11, 'r1', 'a'],
    [0, 11, 'r2', 'b'],
    [2, 13, 'r3', 'c'],
    [3, 19, undefined, 'd'],
    [17, 23, 'r1', 'e'],
  ];
  const fail = (): never => {
    throw FAILED;
  };
  await eachCase<Callbacks>(
    {
      "When 'a' and 'd' throw:": { a: fail, d: fail },
      "When 'a' and 'c' return promises that stay pending:": {
        a: () => new Promise(() => {}),
        c: () => new Promise(() => {}),
      },
      "When 'a' and 'c' return promises that reject:": {
        a: () => Promise.reject(FAILED),
        c: () => Promise.reject(undefined),
      },
    },
    async (then) => {
      expect(await serving(some, { then, until: 29 })).toRunIn(inTheirs(some), FREE);
    },
  );
});

test('takes an answer that comes during `send`', async () => {
  const some: readonly Question[] = [
    [0, 0, 'r1', 'a'],
    [2, 11, 'r2', 'b'],
    [3, 19, undefined, 'c'],
  ];
  expect(await serving(some, { cached: 'a', ifStuck: DURING })).toRunIn(inTheirs(some), DURING);
  // Asked by the callback of b, and so while the client is calling that.
  const inner: readonly Question[] = [
    [2, 11, 'r2', 'b'],
    [11, 11, 'r2', 'd'],
    [17, 23, undefined, 'c'],
  ];
  const options = { cached: 'd', then: { b: 'd' }, ifStuck: DURING };
  expect(await serving(inner, options)).toRunIn(inTheirs(inner), DURING);
});

test('has a wire and callbacks of its own, and any number of questions', async () => {
  const others: readonly Question[] = [
    [0, 13, 'r4', 'x'],
    [2, 17, 'r5', 'y'],
  ];
  const both = () =>
    observe((lab) => Promise.all([serve(lab, DAY), serve(lab, others, { madeIn: 'r1' })]), {
      ifStuck: APART,
    });
  for (const repeat of [again, together])
    await repeat(both, (trace) => expect(trace).toRunIn(inTheirs([...DAY, ...others]), APART));
  const many = Array.from(
    { length: 300 },
    (_, i): Question => [i % 7, 11 + (i % 7), `r${i}`, `question ${i}`],
  );
  expect(await serving(many, { ifStuck: ANY_NUMBER })).toRunIn(inTheirs(many), ANY_NUMBER);
});

test('sets no timer', async () => {
  for (const cached of ['none', 'a'])
    expect(await serving(DAY, { cached })).toSetTimers(0, NO_TIMER);
});
