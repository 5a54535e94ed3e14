import { expect, explore, type Lab, observe, test } from '#lab';
import { waitWithCancel } from './4-wait-with-cancel.ts';

/** What is left at work is a promise of its own, and has its own test. */
const mayLeave: ['work'] = ['work'];

/** A job that is under way. It says so when it is cancelled and has ended already. */
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

/** What the caller got, in words: only the very object that he passed in is the job. */
async function winner({ call }: Lab, jobs: Started[], cancelling: Started[]): Promise<unknown> {
  const got: unknown = await call('waitWithCancel', () =>
    waitWithCancel(new Set(jobs), new Set(cancelling)),
  );
  const job = [...jobs, ...cancelling].find((one) => one === got);
  if (job) return `the job ${job.name}`;
  const copied = jobs.find(({ name }) => (got as Started | undefined)?.name === name);
  return copied ? `a copy of the job ${copied.name}` : got;
}

/** parser ends at 10 ms and stops nobody, quit at 30; reader and writer need 20 and 10 ms to stop. */
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

/** Two may cancel; the other needs 5 ms to stop, which is an end too. */
const twoCancelling = ({ quit, hangUp, reader }: Record<'quit' | 'hangUp' | 'reader', number>) =>
  observe((lab) => {
    const cancelling = [
      start(lab, 'quit', quit, { stopsIn: 5 }),
      start(lab, 'hangUp', hangUp, { stopsIn: 5 }),
    ];
    return winner(lab, [start(lab, 'reader', reader), ...cancelling], cancelling);
  });

/** parser ends at 10 ms, quit at 30, when reader is at work; each of the two may fail. */
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

/** parser ends at 10 ms, reader at 20; nobody cancels. */
const peaceful = () =>
  observe(
    (lab) => {
      const parser = start(lab, 'parser', 10);
      const reader = start(lab, 'reader', 20);
      return winner(lab, [parser, reader], []);
    },
    { mayLeave, plan: { parser: [0, 10], reader: [0, 20], waitWithCancel: [0, 20] } },
  );

test('cancels all that are at work when a cancelling job ends, and not before', async () => {
  expect(await quitting()).toAbort({ reader: 30, writer: 30 });
});

test('leaves alone who has ended already', async () => {
  expect(await quitting()).toLog();
});

test('returns when all that were cancelled have ended', async () => {
  const trace = await quitting();
  expect(trace).toSettleLast();
  expect(trace).toTake(50);
});

test('gives the job that made it cancel', async () => {
  expect(await quitting()).toGive('the job quit');
});

test('gives the first that ended, whichever of the cancelling jobs it was', async () => {
  await explore(['quit', 'hangUp', 'reader'], async (takes, order) => {
    const first = order.find((name) => name !== 'reader');
    expect(await twoCancelling(takes)).toGive(`the job ${first}`);
  });
});

test('takes a failure for an end as any other', async () => {
  const trace = await failing({ parser: true });
  expect(trace).toGive('the job quit');
  expect(trace).toLeaveNothing();
});

test('cancels also when the cancelling job has failed', async () => {
  const trace = await failing({ quit: true });
  expect(trace).toAbort({ reader: 30 });
  expect(trace).toGive('the job quit');
});

test('cancels nobody when no cancelling job is among them', async () => {
  const trace = await peaceful();
  expect(trace).toAbort({});
  expect(trace).toTake(20);
  expect(trace).toGive(undefined);
});

test('gives undefined when the cancelling job is the last to end', async () => {
  const trace = await observe((lab) => {
    const parser = start(lab, 'parser', 10);
    const quit = start(lab, 'quit', 30);
    return winner(lab, [parser, quit], [quit]);
  });
  expect(trace).toGive(undefined);
});

test('does not look at cancelling jobs that are not among the jobs', async () => {
  const trace = await observe((lab) => {
    const quit = start(lab, 'quit', 10);
    const slow = start(lab, 'slow', 40);
    return winner(lab, [start(lab, 'parser', 20), start(lab, 'reader', 40)], [quit, slow]);
  });
  expect(trace).toAbort({});
  expect(trace).toGive(undefined);
});

test('leaves the sets of the caller as they are', async () => {
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
  expect(trace).toGive({
    'jobs afterwards': ['parser', 'reader', 'quit'],
    'cancelling afterwards': ['quit'],
  });
});

test('gives undefined at once without jobs', async () => {
  const trace = await observe((lab) => winner(lab, [], []));
  expect(trace).toGive(undefined);
  expect(trace).toTake(0);
});
