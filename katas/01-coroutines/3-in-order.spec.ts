import { again, eachReason, eachValue, expect, type Lab, observe, test } from '#lab';
import { inOrder } from './3-in-order.ts';

/** 'a' takes 30 ms, 'b' 10 ms, 'c' 20 ms. In order, 'b' starts at 30 ms and 'c' at 40 ms. */
const three = () =>
  observe(({ job }) => inOrder([job('a', 30), job('b', 10), job('c', 20)]), {
    plan: { a: [0, 30], b: [30, 40], c: [40, 60] },
  });

/** Times that fit no round number. */
const odd = () =>
  observe(({ job }) => inOrder([job('a', 17), job('b', 1), job('c', 43)]), {
    plan: { a: [0, 17], b: [17, 18], c: [18, 61] },
  });

/** The promises of these steps have fulfilled when the steps return them. */
const immediate = () =>
  observe(() => inOrder(['A', 'B', 'C'].map((result) => () => Promise.resolve(result))));

const giving = (values: Record<'a' | 'b' | 'c', unknown>) =>
  observe(({ job }) =>
    inOrder([
      job('a', 17, { gives: values.a }),
      job('b', 5, { gives: values.b }),
      job('c', 11, { gives: values.c }),
    ]),
  );

const empty = () => observe(() => inOrder([]));

type Failure = { fails: true } | { failsWith: unknown };

/** 'a' takes 30 ms and 'b' 10 ms. 'b' rejects at 40 ms; 'c' must never start. */
const failing = (how: Failure) =>
  observe(({ job }) => inOrder([job('a', 30), job('b', 10, how), job('c', 20)]), {
    plan: { a: [0, 30], b: [30, 40] },
  });

/** The first step rejects, or the last one does. */
const failingFirst = () =>
  observe(({ job }) => inOrder([job('a', 13, { fails: true }), job('b', 7)]));
const failingLast = () =>
  observe(({ job }) => inOrder([job('a', 13), job('b', 7, { fails: true })]));

/** The promise of this step has rejected when the step returns it. */
const failingAtOnce = (reason: Error) =>
  observe(({ job }) => inOrder([() => Promise.reject(reason), job('b', 7)]));

/** A step of 13 ms that is called again and again: it fulfils with 1, with 2, … */
const counting = ({ job }: Lab) => {
  const tick = job('tick', 13);
  let count = 0;
  return async () => {
    await tick();
    count++;
    return count;
  };
};

/** It is in the list twice, before a step of 7 ms, and the list is run twice. */
const reused = () =>
  observe(
    async (lab) => {
      const tick = counting(lab);
      const steps: (() => Promise<unknown>)[] = [tick, tick, lab.job('b', 7)];
      return [await inOrder(steps), await inOrder(steps)];
    },
    {
      plan: {
        tick: [
          [0, 13],
          [13, 26],
          [33, 46],
          [46, 59],
        ],
        b: [
          [26, 33],
          [59, 66],
        ],
      },
    },
  );

/** While the first call waits for 'a', a second one with the same list comes at 5 ms, and one with another. */
const several = () =>
  observe(
    async ({ job, sleep }) => {
      const steps = [job('a', 31), job('b', 13)];
      const first = inOrder(steps);
      await sleep(5);
      return Promise.all([first, inOrder(steps), inOrder([job('c', 19), job('d', 41)])]);
    },
    {
      plan: {
        a: [
          [0, 31],
          [5, 36],
        ],
        b: [
          [31, 44],
          [36, 49],
        ],
        sleep: [0, 5],
        c: [5, 24],
        d: [24, 65],
      },
    },
  );

test('starts each step when the previous one has fulfilled, not earlier', async () => {
  const trace = await three();
  expect(trace).toPeakAt(1);
  expect(trace).toRunAsPlanned();
  expect(await odd()).toRunAsPlanned();
});

test('takes the sum of the times of all steps', async () => {
  expect(await three()).toTake(60);
  expect(await immediate()).toTake(0);
});

test('fulfils with the results in the order of the steps', async () => {
  await again(three, (trace) => expect(trace).toGive(['A', 'B', 'C']));
  expect(await empty()).toGive([]);
  await eachValue(['a', 'b', 'c'], async (values) => {
    expect(await giving(values)).toGive([values.a, values.b, values.c]);
  });
});

test('starts no step after one has rejected', async () => {
  expect(await failing({ fails: true })).toStart('c', 0);
  expect(await failingFirst()).toStart('b', 0);
});

test('rejects with the same reason when a step rejects', async () => {
  expect(await failing({ fails: true })).toFailWith('b failed', 40);
  expect(await failingFirst()).toFailWith('a failed', 13);
  expect(await failingLast()).toFailWith('b failed', 20);
  const broken = new Error('broken');
  expect(await failingAtOnce(broken)).toRejectWith(broken, 0);
  await eachReason(['b'], async (reasons) => {
    expect(await failing({ failsWith: reasons.b })).toRejectWith(reasons.b, 40);
  });
});

test('runs a step twice that is in the list twice, and leaves the list as it is', async () => {
  const trace = await reused();
  expect(trace).toGive([
    [1, 2, 'B'],
    [3, 4, 'B'],
  ]);
  expect(trace).toRunAsPlanned();
});

test('does not let concurrent calls disturb each other', async () => {
  const trace = await several();
  expect(trace).toGive([
    ['A', 'B'],
    ['A', 'B'],
    ['C', 'D'],
  ]);
  expect(trace).toRunAsPlanned();
});
