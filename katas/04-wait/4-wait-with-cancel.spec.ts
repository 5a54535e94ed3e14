import { expect, explore, type Lab, observe, test } from '#lab';
import { waitWithCancel } from './4-wait-with-cancel.ts';

/** Work that is left running has its own test. */
const mayLeave: ['work'] = ['work'];

/** A running job. It logs a line when it is cancelled after its end. */
function start(
  { job, log }: Lab,
  name: string,
  takes: number,
  options?: { fails?: boolean; stopsIn?: number },
) {
  const controller = new AbortController();
  let ended = false;
  const run = async () => {
    try {
      return await job(name, takes, options)(controller.signal);
    } finally {
      ended = true;
    }
  };
  const cancel = () => {
    if (ended) log(`${name} was cancelled after its end`);
    controller.abort();
  };
  return { name, done: run(), cancel };
}

type Started = ReturnType<typeof start>;

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
 * 'parser' ends at 10 ms and cancels nothing; 'quit' ends at 30 ms. 'reader' and 'writer' need 20 and
 * 10 ms to stop.
 */
const quitting = () =>
  observe(
    (lab) => {
      const parser = start(lab, 'parser', 10);
      const reader = start(lab, 'reader', 90, { stopsIn: 20 });
      const writer = start(lab, 'writer', 70, { stopsIn: 10 });
      const quit = start(lab, 'quit', 30);
      return winner(lab, [parser, reader, writer, quit], [quit]);
    },
    {
      mayLeave,
      plan: {
        parser: [0, 10],
        reader: [0, 50, { aborted: 30 }],
        writer: [0, 40, { aborted: 30 }],
        quit: [0, 30],
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

/** 'parser' ends at 10 ms, 'quit' at 30 ms, while 'reader' is running. `fails`: which of them reject. */
const failing = (fails: { parser?: boolean; quit?: boolean }) =>
  observe(
    (lab) => {
      const parser = start(lab, 'parser', 10, { fails: fails.parser ?? false });
      const reader = start(lab, 'reader', 90);
      const quit = start(lab, 'quit', 30, { fails: fails.quit ?? false });
      return winner(lab, [parser, reader, quit], [quit]);
    },
    {
      mayLeave,
      plan: {
        parser: [0, 10],
        reader: [0, 30, { aborted: 30 }],
        quit: [0, 30],
        waitWithCancel: [0, 30],
      },
    },
  );

/** 'parser' ends at 10 ms and 'reader' at 20 ms. Neither is a cancelling job. */
const peaceful = () =>
  observe(
    (lab) => {
      const parser = start(lab, 'parser', 10);
      const reader = start(lab, 'reader', 20);
      return winner(lab, [parser, reader], []);
    },
    { mayLeave, plan: { parser: [0, 10], reader: [0, 20], waitWithCancel: [0, 20] } },
  );

test('cancels all running jobs when a cancelling job ends, and not before', async () => {
  expect(await quitting()).toAbort(
    { reader: 30, writer: 30 },
    "'parser' is not a cancelling job, 'quit' is: look at each job that ends.",
  );
});

test('does not cancel jobs that have already ended', async () => {
  expect(await quitting()).toLog(
    'Does your code know which jobs have ended? Cancel only the jobs that are still running.',
  );
});

test('settles only when all cancelled jobs have ended', async () => {
  const trace = await quitting();
  expect(trace).toSettleLast();
  expect(trace).toTake(50);
});

test('fulfils with the job that made it cancel', async () => {
  expect(await quitting()).toGive(
    'the job quit',
    'Fulfil with the object that was passed in: no copy of it, and not its result.',
  );
});

test('fulfils with the cancelling job that ends first', async () => {
  await explore(['quit', 'hangUp', 'reader'], async (takes, order) => {
    const first = order.find((name) => name !== 'reader');
    expect(await twoCancelling(takes)).toGive(
      `the job ${first}`,
      'Jobs that were told to stop end later: the one that ended first made it cancel.',
    );
  });
});

test('treats a rejected job as ended', async () => {
  const trace = await failing({ parser: true });
  expect(trace).toGive('the job quit', 'A job that has rejected has ended: wait for the others.');
  expect(trace).toLeaveNothing();
});

test('cancels the others also when the cancelling job rejects', async () => {
  const trace = await failing({ quit: true });
  expect(trace).toAbort({ reader: 30 }, 'A cancelling job that has rejected has ended, too.');
  expect(trace).toGive('the job quit');
});

test('cancels no job when there is no cancelling job', async () => {
  const trace = await peaceful();
  expect(trace).toAbort({}, 'No job here is a cancelling job.');
  expect(trace).toTake(20);
  expect(trace).toGive(undefined);
});

test('fulfils with undefined when the cancelling job ends last', async () => {
  const trace = await observe((lab) => {
    const parser = start(lab, 'parser', 10);
    const quit = start(lab, 'quit', 30);
    return winner(lab, [parser, quit], [quit]);
  });
  expect(trace).toGive(undefined, "'quit' ended last, so there was nothing to cancel.");
});

test('ignores cancelling jobs that are not among the jobs', async () => {
  const trace = await observe((lab) => {
    const quit = start(lab, 'quit', 10);
    const slow = start(lab, 'slow', 40);
    return winner(lab, [start(lab, 'parser', 20), start(lab, 'reader', 40)], [quit, slow]);
  });
  expect(trace).toAbort(
    {},
    "'quit' and 'slow' are not among the jobs: they cancel nothing, and none cancels them.",
  );
  expect(trace).toGive(undefined);
});

test('does not change the input', async () => {
  const trace = await observe(async (lab) => {
    const parser = start(lab, 'parser', 10);
    const reader = start(lab, 'reader', 90);
    const quit = start(lab, 'quit', 30);
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
