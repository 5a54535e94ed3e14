import { judging, type Lab } from '#lab';
import { check, type Latest } from './5-latest.ts';

interface State {
  asked: number;
  shown: number;
  rejected: number;
  inFlight: number;
}

interface Options {
  readonly mayShow?: (own: number, state: State) => boolean;
  readonly mayReject?: (own: number, state: State) => boolean;
  readonly create?: () => State;
}

const create = () => ({ asked: 0, shown: 0, rejected: 0, inFlight: 0 });
const isLast = (own: number, { asked }: State) => own === asked;

/** Numbers the queries. */
const numbering =
  ({ mayShow = isLast, mayReject = isLast, ...options }: Options = {}): Latest =>
  (load, show) => {
    const state = (options.create ?? create)();
    return async (query) => {
      const own = ++state.asked;
      if (state.inFlight++ === 0) state.shown = 0;
      let answer: unknown;
      try {
        answer = await load(query).finally(() => state.inFlight--);
      } catch (error) {
        state.rejected = own;
        if (mayReject(own, state)) throw error;
        return;
      }
      if (!mayShow(own, state)) return;
      state.shown = own;
      show(answer);
    };
  };

const plain = numbering();

type Query = [text: string, at: number, takes: number, fails?: 'fails'];

/** What the learner sees: when each query is asked, how long its load takes, and what is shown when. */
const play =
  (...queries: Query[]) =>
  ({ job, call, at, log }: Lab, latest: Latest) => {
    const loads = queries.map(([text, , takes, fails], i) =>
      job(`load(${text})`, takes, { gives: `${i + 1}`, fails: fails !== undefined }),
    );
    const search = latest(
      async () => loads.shift()?.(),
      (answer) => log(`shows ${answer}`),
    );
    for (const [text, ms] of queries)
      at(ms, () =>
        call(`search(${text})`, () => search(text)).catch(({ message }) =>
          log(`rejects: ${message}`),
        ),
      );
  };

const three = play(['a', 10, 40], ['as', 15, 10], ['asy', 20, 15]);
const lastFails = play(['a', 10, 40], ['b', 15, 10, 'fails']);
const firstFails = play(['a', 10, 20, 'fails'], ['b', 15, 25]);

/** Two fields, with a query each. */
const two = ({ job, at, log }: Lab, latest: Latest) => {
  for (const [name, ms] of [
    ['f', 10],
    ['g', 20],
  ] as const) {
    const load = job(`load of ${name}`, 30);
    const search = latest(
      () => load(),
      (answer) => log(`shows ${answer}`),
    );
    at(ms, () => search('a'), name);
  }
};

const { accepts, notices, andInItself } = judging<Latest>(check, {
  right: () => plain,
  scene: three,
});

accepts('one that numbers the queries', () => plain);

accepts('one that compares a token', () => (load, show) => {
  let current: symbol | undefined;
  return async (query) => {
    const own = Symbol(query);
    current = own;
    try {
      const answer = await load(query);
      if (current === own) show(answer);
    } catch (error) {
      if (current === own) throw error;
    }
  };
});

accepts('one with an AbortController whose signal is not passed on', () => (load, show) => {
  let controller: AbortController | undefined;
  return async (query) => {
    controller?.abort();
    controller = new AbortController();
    const { signal } = controller;
    const [outcome] = await Promise.allSettled([load(query)]);
    if (signal.aborted) return;
    if (outcome.status === 'rejected') throw outcome.reason;
    show(outcome.value);
  };
});

accepts('one with callbacks', () => (load, show) => {
  let latest: Promise<unknown>;
  return (query) => {
    const own = load(query);
    latest = own;
    return new Promise<void>((resolve, reject) => {
      own.then(
        (answer) => {
          if (own === latest) show(answer);
          resolve();
        },
        (error) => (own === latest ? reject(error) : resolve()),
      );
    });
  };
});

notices('that it shows every answer', () => numbering({ mayShow: () => true }));

notices('that it shows the last answer to arrive', () =>
  numbering({ mayShow: (_own, { inFlight }) => inFlight === 0 }),
);

notices('that it shows the first answer to arrive', () =>
  numbering({ mayShow: (_own, { shown }) => shown === 0 }),
);

notices('that it shows an older answer while no newer one has arrived', () =>
  numbering({ mayShow: (own, { shown }) => own > shown }),
);

notices('that it shows nothing once it has been called again', () =>
  numbering({ mayShow: (_own, { asked }) => asked === 1 }),
);

notices(
  'that it shows an older answer after the last query has rejected',
  () => numbering({ mayShow: (own, { asked, rejected }) => own === asked || rejected === asked }),
  lastFails,
);

notices(
  'that it takes two queries with the same text for one',
  () => (load, show) => {
    let current: string | undefined;
    return async (query) => {
      current = query;
      try {
        const answer = await load(query);
        if (query === current) show(answer);
      } catch (error) {
        if (query === current) throw error;
      }
    };
  },
  play(['a', 10, 30], ['b', 15, 10], ['a', 20, 40]),
);

notices(
  'that all functions of latest share one number',
  () => {
    const shared = create();
    return numbering({ create: () => shared });
  },
  two,
);

notices('that one query waits for the one before', () => (load, show) => {
  let before: Promise<unknown> | undefined;
  return plain((query) => {
    const work = before ? before.then(() => load(query)) : load(query);
    before = work.catch(() => {});
    return work;
  }, show);
});

notices(
  'that it passes on the rejection of an overtaken query',
  () => numbering({ mayReject: () => true }),
  firstFails,
);

notices(
  'that it keeps the rejection of the last query to itself',
  () => numbering({ mayReject: () => false }),
  lastFails,
);

notices(
  'that it rejects with an error of its own',
  () => (load, show) => {
    const search = plain(load, show);
    return (query) =>
      search(query).catch((cause) => {
        throw new Error('search failed', { cause });
      });
  },
  lastFails,
);

notices('that the promise of an overtaken query stays pending', () => (load, show) => {
  const search = plain(load, show);
  let asked = 0;
  return async (query) => {
    const own = ++asked;
    await search(query);
    if (own !== asked) await new Promise(() => {});
  };
});

notices('that a query fulfils as soon as it is overtaken', () => (load, show) => {
  const search = plain(load, show);
  let overtake = () => {};
  return (query) => {
    overtake();
    const overtaken = new Promise<void>((resolve) => {
      overtake = resolve;
    });
    return Promise.race([search(query), overtaken]);
  };
});

andInItself();
