import { eachReason, eachValue, expect, explore, type Lab, observe, test, together } from '#lab';
import { waitWithCancel } from './4-wait-with-cancel.ts';

/** Work that is left running has its own test. */
const mayLeave: ['work'] = ['work'];

const POLL = 'Does your code poll? A handler runs as soon as its promise settles.';
const FIRST = 'Jobs that were told to stop end later: the one that ended first made it cancel.';

interface Started {
  readonly name: string;
  readonly done: Promise<unknown>;
  cancel(): void;
}

/** A running job. Its `cancel` needs its `this`, and logs a line when it is called in vain. */
class Running implements Started {
  readonly name: string;
  readonly done: Promise<unknown>;
  readonly #controller = new AbortController();
  readonly #log: Lab['log'];
  #hasEnded = false;

  constructor({ job, log }: Lab, name: string, takes: number, options: JobOptions = {}) {
    const signal = options.isDeaf ? undefined : this.#controller.signal;
    const end = () => {
      this.#hasEnded = true;
    };
    this.name = name;
    this.done = job(name, takes, options)(signal).finally(end);
    this.#log = log;
  }

  cancel() {
    if (this.#hasEnded) this.#log(`${this.name} was cancelled after its end`);
    if (this.#controller.signal.aborted) this.#log(`${this.name} was cancelled twice`);
    this.#controller.abort();
  }
}

interface JobOptions {
  failsWith?: unknown;
  gives?: unknown;
  /** In ms, when it is cancelled. */
  stopsIn?: number;
  /** Goes on to its own end when it is cancelled. */
  isDeaf?: boolean;
}

const start = (lab: Lab, name: string, takes: number, options?: JobOptions): Started =>
  new Running(lab, name, takes, options);

/** The result in words: only the same object that was passed in counts as the job. */
async function winner({ call }: Lab, jobs: Started[], cancelling: Started[]): Promise<unknown> {
  const got: unknown = await call('waitWithCancel', () =>
    waitWithCancel(new Set(jobs), new Set(cancelling)),
  );
  const job = [...jobs, ...cancelling].find((one) => one === got);
  if (job) return `the job ${job.name}`;
  const copied = jobs.find(({ name }) => (got as Started | undefined)?.name === name);
  return copied ? `a copy of the job ${copied.name}` : got;
}

/**
 * 'parser' ends at 11 ms and cancels nothing; 'quit' ends at 31 ms. 'reader' and 'writer' need 19 and
 * 7 ms to stop.
 */
const quitting = () =>
  observe(
    (lab) => {
      const parser = start(lab, 'parser', 11);
      const reader = start(lab, 'reader', 90, { stopsIn: 19 });
      const writer = start(lab, 'writer', 70, { stopsIn: 7 });
      const quit = start(lab, 'quit', 31);
      return winner(lab, [parser, reader, writer, quit], [quit]);
    },
    {
      mayLeave,
      plan: {
        parser: [0, 11],
        reader: [0, 50, { aborted: 31 }],
        writer: [0, 38, { aborted: 31 }],
        quit: [0, 31],
        waitWithCancel: [0, 50],
      },
    },
  );

/** Two cancelling jobs. The one that is cancelled needs 5 ms to stop, and then has ended too. */
const twoCancelling = ({ quit, hangUp, reader }: Record<'quit' | 'hangUp' | 'reader', number>) =>
  observe((lab) => {
    const cancelling = [
      start(lab, 'quit', quit, { stopsIn: 5 }),
      start(lab, 'hangUp', hangUp, { stopsIn: 5 }),
    ];
    return winner(lab, [start(lab, 'reader', reader), ...cancelling], cancelling);
  });

/** At 31 ms 'quit' rejects, and in the same callback 'hangUp' fulfils, while 'reader' is running. */
const sameCallback = () =>
  observe(
    (lab) => {
      const ends: (() => void)[] = [];
      const done = {
        quit: new Promise((_, reject) => ends.push(() => reject(new Error('quit failed')))),
        hangUp: new Promise<void>((resolve) => ends.push(resolve)),
      };
      const quit = { name: 'quit', done: done.quit, cancel: () => {} };
      const hangUp = { name: 'hangUp', done: done.hangUp, cancel: () => {} };
      void lab.sleep(31).then(() => {
        for (const end of ends) end();
      });
      return winner(lab, [quit, hangUp, start(lab, 'reader', 91)], [quit, hangUp]);
    },
    { mayLeave },
  );

/** 'parser' ends at 11 ms, 'quit' at 31 ms, while 'reader' is running. `how` says how they end. */
const ending = (how: { parser?: JobOptions; quit?: JobOptions }) =>
  observe(
    (lab) => {
      const parser = start(lab, 'parser', 11, how.parser);
      const reader = start(lab, 'reader', 91);
      const quit = start(lab, 'quit', 31, how.quit);
      return winner(lab, [parser, reader, quit], [quit]);
    },
    {
      mayLeave,
      plan: {
        parser: [0, 11],
        reader: [0, 31, { aborted: 31 }],
        quit: [0, 31],
        waitWithCancel: [0, 31],
      },
    },
  );

/** 'quit' and 'parser' end at 11 and 13 ms, before the call at 17 ms. 'reader' takes so many ms. */
const endedBefore = (readerTakes: number) =>
  observe(
    async (lab) => {
      const quit = start(lab, 'quit', 11);
      const jobs = [quit, start(lab, 'parser', 13), start(lab, 'reader', readerTakes)];
      await lab.sleep(17);
      return winner(lab, jobs, [quit]);
    },
    { mayLeave },
  );

/** 'quit' ends at 31 ms. The others ignore that they are cancelled, and end at 43 and 61 ms. */
const deaf = () =>
  observe(
    (lab) => {
      const quit = start(lab, 'quit', 31);
      const hangUp = start(lab, 'hangUp', 43, { isDeaf: true });
      const reader = start(lab, 'reader', 61, { isDeaf: true });
      return winner(lab, [hangUp, reader, quit], [quit, hangUp]);
    },
    {
      mayLeave,
      plan: { hangUp: [0, 43], reader: [0, 61], quit: [0, 31], waitWithCancel: [0, 61] },
    },
  );

/**
 * 'parser' ends at 11 ms. 'quit' ends at 31 ms, and 'last' has the same `done`. 'reader' and 'twin' have the same
 * `done`, too.
 */
const sameDone = () =>
  observe(
    (lab) => {
      const as = (name: string, { done }: Started): Started => ({
        name,
        done,
        cancel: () => lab.log(`${name} was cancelled`),
      });
      const quit = start(lab, 'quit', 31);
      const reader = start(lab, 'reader', 91);
      const jobs = [start(lab, 'parser', 11), as('last', quit), quit, reader, as('twin', reader)];
      return winner(lab, jobs, [quit]);
    },
    { mayLeave },
  );

/** 'parser' ends at 11 ms and 'reader' at 19 ms. Neither is a cancelling job. */
const peaceful = () =>
  observe(
    (lab) => {
      const parser = start(lab, 'parser', 11);
      const reader = start(lab, 'reader', 19);
      return winner(lab, [parser, reader], []);
    },
    { mayLeave, plan: { parser: [0, 11], reader: [0, 19], waitWithCancel: [0, 19] } },
  );

/** Two calls at 0 ms: 'quit' and 'hangUp' end at 31 and 43 ms, each one while a job of its own call is running. */
const twoCalls = () =>
  observe(
    (lab) => {
      const quit = start(lab, 'quit', 31);
      const hangUp = start(lab, 'hangUp', 43);
      return Promise.all([
        winner(lab, [start(lab, 'reader', 91), quit], [quit]),
        winner(lab, [start(lab, 'writer', 97), hangUp], [hangUp]),
      ]);
    },
    { mayLeave },
  );

/** 'quit' ends at 31 ms in an immediate, so after all timers of that ms. */
const afterTheTimers = () =>
  observe(
    (lab) => {
      const done = lab
        .job('quit', 31)()
        .then(() => new Promise(setImmediate));
      const quit = { name: 'quit', done, cancel: () => {} };
      return winner(lab, [start(lab, 'reader', 91), quit], [quit]);
    },
    { mayLeave },
  );

test('cancels all running jobs when a cancelling job ends, and not before', async () => {
  expect(await quitting()).toAbort(
    { reader: 31, writer: 31 },
    "'parser' is not a cancelling job, 'quit' is: look at each job that ends.",
  );
  expect(await deaf()).toLog();
  expect(await twoCalls()).toAbort(
    { reader: 31, writer: 43 },
    "There are two calls: 'quit' is for 'reader', and 'hangUp' is for 'writer'.",
  );
  expect(await afterTheTimers()).toAbort({ reader: 31 }, POLL);
});

test('does not cancel jobs that have already ended', async () => {
  expect(await quitting()).toLog(
    'Does your code know which jobs have ended? Cancel only the jobs that are still running.',
  );
  const trace = await endedBefore(91);
  expect(trace).toLog();
  expect(trace).toAbort({ reader: 17 });
});

test('settles only when all cancelled jobs have ended', async () => {
  const trace = await quitting();
  expect(trace).toSettleLast();
  expect(trace).toTake(50);
  expect(await deaf()).toSettleLast();
});

test('fulfils with the job that made it cancel', async () => {
  expect(await quitting()).toGive(
    'the job quit',
    'Fulfil with the object that was passed in: no copy of it, and not its result.',
  );
  expect(await endedBefore(91)).toGive('the job quit');
  await together(quitting, (trace) => expect(trace).toGive('the job quit'));
});

test('fulfils with the cancelling job that ends first', async () => {
  expect(await deaf()).toGive('the job quit', FIRST);
  await explore(['quit', 'hangUp', 'reader'], async (takes, order) => {
    const first = order.find((name) => name !== 'reader');
    expect(await twoCancelling(takes)).toGive(`the job ${first}`, FIRST);
  });
});

test('treats a job as ended when it has fulfilled or rejected, with whatever value', async () => {
  await eachValue(['parser', 'quit'], async ({ parser, quit }) => {
    const trace = await ending({ parser: { gives: parser }, quit: { gives: quit } });
    expect(trace).toGive('the job quit');
    expect(trace).toLog();
  });
  await eachReason(['parser'], async ({ parser }) => {
    const trace = await ending({ parser: { failsWith: parser } });
    expect(trace).toGive('the job quit', 'A job that has rejected has ended: wait for the others.');
    expect(trace).toLog();
    expect(trace).toLeaveNothing();
  });
  const rejectedBefore = await observe((lab) => {
    const lost = { name: 'lost', done: Promise.reject(undefined), cancel: () => {} };
    const quit = start(lab, 'quit', 31);
    return winner(lab, [lost, quit, start(lab, 'reader', 91)], [quit]);
  });
  expect(rejectedBefore).toGive('the job quit');
});

test('cancels the others also when the cancelling job rejects', async () => {
  await eachReason(['quit'], async ({ quit }) => {
    const trace = await ending({ quit: { failsWith: quit } });
    expect(trace).toAbort({ reader: 31 }, 'A cancelling job that has rejected has ended, too.');
    expect(trace).toGive('the job quit');
  });
  const trace = await sameCallback();
  expect(trace).toAbort({ reader: 31 });
  expect(trace).toGive(
    'the job quit',
    "'quit' rejected first, and 'hangUp' fulfilled in the same callback.",
  );
});

test('tells two jobs apart that have the same done', async () => {
  const trace = await sameDone();
  expect(trace).toGive(
    'the job quit',
    "'last' has the same done as 'quit', but it is not a cancelling job.",
  );
  expect(trace).toLog([31, 'twin was cancelled']);
  expect(trace).toAbort({ reader: 31 });
});

test('cancels no job when there is no cancelling job', async () => {
  const trace = await peaceful();
  expect(trace).toAbort({}, 'No job here is a cancelling job.');
  expect(trace).toTake(19);
  expect(trace).toGive(undefined);
});

test('fulfils with undefined when the cancelling job ends last', async () => {
  const trace = await observe((lab) => {
    const parser = start(lab, 'parser', 11);
    const quit = start(lab, 'quit', 31);
    return winner(lab, [parser, quit], [quit]);
  });
  expect(trace).toGive(undefined, "'quit' ended last, so there was nothing to cancel.");
  expect(await endedBefore(13)).toGive(
    undefined,
    'All jobs had ended before the call, so there was nothing to cancel.',
  );
});

test('ignores cancelling jobs that are not among the jobs', async () => {
  const trace = await observe((lab) => {
    const quit = start(lab, 'quit', 11);
    const slow = start(lab, 'slow', 41);
    return winner(lab, [start(lab, 'parser', 19), start(lab, 'reader', 41)], [quit, slow]);
  });
  expect(trace).toAbort(
    {},
    "'quit' and 'slow' are not among the jobs: they cancel nothing, and none cancels them.",
  );
  expect(trace).toGive(undefined);
});

test('does not change the input', async () => {
  const trace = await observe(async (lab) => {
    const parser = start(lab, 'parser', 11);
    const reader = start(lab, 'reader', 91);
    const quit = start(lab, 'quit', 31);
    const jobs = new Set([parser, reader, quit]);
    const cancelling = new Set([quit]);
    await waitWithCancel(jobs, cancelling);
    const names = (set: Set<Started>) => [...set].map(({ name }) => name);
    return { 'jobs afterwards': names(jobs), 'cancelling afterwards': names(cancelling) };
  });
  const unchanged = {
    'jobs afterwards': ['parser', 'reader', 'quit'],
    'cancelling afterwards': ['quit'],
  };
  expect(trace).toGive(unchanged, 'The sets belong to the caller: work on copies.');
});

test('fulfils immediately with undefined when there are no jobs', async () => {
  const trace = await observe((lab) => winner(lab, [], []));
  expect(trace).toGive(undefined);
  expect(trace).toTake(0);
});
