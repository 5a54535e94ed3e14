import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  again,
  eachCase,
  expect,
  forReal,
  type Lab,
  observe,
  type Plan,
  realProgram,
  test,
} from '#lab';
import { feast } from './6-clone-the-cook.ts';

const EACH_ONCE =
  'Each stew is stirred, simmers, and is stirred again. Each sushi is sliced once, by your thread or by a cook.';
const WHEN_ASKED =
  'A cook begins when your thread asks it to: when the cook has come, and your thread is free.';
const HAS_LEFT =
  'A cook that has left slices nothing more: what it is asked after that is never done. Each call hires cooks of its own.';
const GO =
  'A thread that waits for messages never ends by itself. Each cook that was hired has to be told to leave.';
const NO_POLL =
  'That a cook has come, or has sliced, is told by a promise. No timer is needed for that.';
const AS_ORDERED =
  'The caller changes the order just after the call. What counts is what it was in the call, and the order belongs to the caller.';
const EACH_CALL =
  'Each call has an order, cooks and a plan of its own. The cooks of an earlier call have left.';
const NOTHING =
  'With nothing ordered there is nothing to wait for: the promise fulfils before any other callback runs.';

const ASK_FIRST =
  'For 2 sushi and one cook, your thread sliced before it had asked the cook. The least time needs both at the same time.';
const TOGETHER =
  'Each sushi is sliced once, by your thread and by a thread of Node, at the same time.';

/** What is left has its own test. */
const mayLeave: ['thread', 'work', 'timer', 'port'] = ['thread', 'work', 'timer', 'port'];

interface Order {
  stews: number;
  sushi: number;
  most: number;
}

/** The least times with no cook, with one, with two …, as long as another one makes it faster: by stews and sushi. */
const SMALL = [
  [[0], [50], [100, 80], [150, 100, 80], [200, 130, 100]],
  [[104], [104], [104], [154, 104], [204, 132, 104]],
  [[106], [106], [108, 106], [158, 108, 106], [208, 134, 108]],
  [[108], [108], [112, 108], [162, 112, 108], [212, 136, 112]],
];

/** The same with any number of cooks: those that make it faster, and the least time with them. */
const LARGE: { stews: number; sushi: number; times: Record<number, number> }[] = [
  { stews: 0, sushi: 6, times: { 0: 300, 1: 180, 2: 130, 4: 100, 5: 80 } },
  { stews: 0, sushi: 9, times: { 0: 450, 1: 250, 2: 180, 3: 150, 4: 130, 7: 100, 8: 80 } },
  { stews: 3, sushi: 5, times: { 0: 262, 1: 162, 2: 130, 3: 112, 4: 108 } },
  { stews: 5, sushi: 2, times: { 0: 120, 1: 112 } },
];

const wordsOf = ({ stews, sushi, most }: Order) =>
  `Stews: ${stews}, sushi: ${sushi}, cooks at most: ${most}.`;

const nameOf = (cooks: number) =>
  cooks === 0 ? 'no cook' : cooks === 1 ? 'one cook' : `${cooks} cooks`;

/** The least time, the fewest cooks for it, and that as a sentence. */
const leastOf = (times: Record<number, number>, most = Infinity) => {
  const useful = Object.keys(times).map(Number);
  const cooks = Math.max(...useful.filter((cooks) => cooks <= most));
  const ms = times[cooks] ?? 0;
  const fewer = useful.findLast((other) => other < cooks);
  const alternative =
    fewer === undefined ? '' : ` With ${nameOf(fewer)}, it is ${times[fewer]} ms.`;
  const enough = cooks < most ? ' Another cook saves nothing.' : '';
  const because = `The least time is ${ms} ms, with ${nameOf(cooks)}.${alternative}${enough}`;
  return { cooks, ms, because };
};

interface Counts {
  hired: number;
  left: number;
}

/** Hands that only slice, on a thread of their own. */
const agency = ({ program }: Lab) => {
  const file = program('cook', ({ parentPort, burn, exit }) =>
    parentPort.on('message', (ms: number) => {
      if (ms === 0) exit();
      burn(ms, 'slice');
      parentPort.postMessage('sliced');
    }),
  );
  const counts: Counts = { hired: 0, left: 0 };
  const hire = async () => {
    counts.hired++;
    const worker = new Worker(file);
    await once(worker, 'online');
    const asked: (() => void)[] = [];
    worker.on('message', () => asked.shift()?.());
    return {
      slice: (ms: number) =>
        new Promise<void>((resolve) => {
          asked.push(resolve);
          worker.postMessage(ms);
        }),
      leave: () => {
        counts.left++;
        worker.postMessage(0);
      },
    };
  };
  return { hire, counts };
};

/** One call. Fulfils with how many cooks were hired, unless told. */
const serve = (
  { most, ...order }: Order,
  tell = ({ hired }: Counts): object => ({ hired }),
  plan?: Plan,
) =>
  observe(
    async (lab) => {
      const { hire, counts } = agency(lab);
      await feast(order, lab.kitchen(), hire, most);
      return tell(counts);
    },
    { mayLeave, ifStuck: HAS_LEFT, ...(plan && { plan }) },
  );

/** Two calls with the same order, one after another, and then two at the same time. */
const fourCalls = () =>
  observe(
    async (lab) => {
      const { hire, counts } = agency(lab);
      const k = lab.kitchen();
      const order = { stews: 3, sushi: 2 };
      const hired: number[] = [];
      const hires = async (calls: (() => Promise<void>)[]) => {
        const before = counts.hired;
        await Promise.all(calls.map((call) => call()));
        hired.push(counts.hired - before);
      };
      const call = () => feast(order, k, hire, 1);
      await hires([call]);
      await hires([call]);
      await hires([() => feast({ stews: 0, sushi: 2 }, k, hire, 1), call]);
      return { hired, left: counts.left };
    },
    { mayLeave, ifStuck: HAS_LEFT },
  );

/** Two calls at the same time, which need no cooks. */
const twoCalls = () =>
  observe(
    async (lab) => {
      const { hire } = agency(lab);
      const k = lab.kitchen();
      const call = () => feast({ stews: 2, sushi: 0 }, k, hire, 1);
      await Promise.all([call(), call()]);
    },
    { mayLeave, ifStuck: HAS_LEFT },
  );

/** The order is another one just after the call. Fulfils with it as the call has left it, and at the end. */
const changing = () =>
  observe(
    async (lab) => {
      const { hire } = agency(lab);
      const order = { stews: 1, sushi: 3 };
      const called = feast(order, lab.kitchen(), hire, 1);
      const after = { ...order };
      Object.assign(order, { stews: 2, sushi: 4 });
      await called;
      return [after, { ...order }];
    },
    { mayLeave, ifStuck: HAS_LEFT },
  );

/** Fulfils with how it fulfilled, when the event loop has run its next callback as well. */
const nothing = (most: number) =>
  observe(async (lab) => {
    const { hire } = agency(lab);
    let isLate = false;
    const next = new Promise((resolve) => setImmediate(resolve)).then(() => (isLate = true));
    const returned: unknown = feast({ stews: 0, sushi: 0 }, lab.kitchen(), hire, most);
    if (!(returned instanceof Promise)) return 'returned no promise';
    await returned;
    const how = isLate ? 'fulfilled after another callback' : 'fulfilled immediately';
    await next;
    return how;
  });

/** All orders of the first table. */
const ORDERS = SMALL.flatMap((row, stews) =>
  row.flatMap((times, sushi) => [0, 1, 2].map((most) => ({ stews, sushi, most, times }))),
);

const each = (orders: typeof ORDERS, check: (order: (typeof ORDERS)[number]) => Promise<void>) =>
  eachCase(Object.fromEntries(orders.map((order) => [wordsOf(order), order])), check);

const hiresAsPlanned = (orders: typeof ORDERS) =>
  each(orders, async ({ times, ...order }) => {
    const { cooks, because } = leastOf(times, order.most);
    expect(await serve(order)).toGive({ hired: cooks }, because);
  });

const isFastAlone = ({ times }: { times: number[] }) => times.length === 1;

test('makes every stew and every sushi once, and waits for all of them', async () => {
  await again(
    () => serve({ stews: 3, sushi: 2, most: 1 }),
    (trace) => {
      expect(trace).toStart('stir', 6, EACH_ONCE);
      expect(trace).toStart('simmer', 3, EACH_ONCE);
      expect(trace).toStart('slice', 2, EACH_ONCE);
      expect(trace).toLeaveNothing(['thread', 'timer', 'port']);
    },
  );
  const plan: Plan = {
    stir: [0, 2, 102, 104].map((ms) => [ms, ms + 2] as const),
    simmer: [2, 4].map((ms) => [ms, ms + 100] as const),
  };
  expect(await serve({ stews: 2, sushi: 0, most: 2 }, undefined, plan)).toRunAsPlanned(EACH_ONCE);
});

test('hires no cook when your thread alone is as fast', async () => {
  await hiresAsPlanned(ORDERS.filter(isFastAlone));
});

test('hires a cook when that is faster', async () => {
  await hiresAsPlanned(ORDERS.filter((order) => !isFastAlone(order) && order.most === 1));
});

test('hires no more cooks than the least time needs, and never more than it may', async () => {
  await hiresAsPlanned(ORDERS.filter((order) => !isFastAlone(order) && order.most !== 1));
});

test('takes the least time for each order of up to 3 stews and 4 sushi', async () => {
  await each(ORDERS, async ({ times, ...order }) => {
    const { ms, because } = leastOf(times, order.most);
    const trace = await serve(order);
    expect(trace).toTake(ms, `${because} ${WHEN_ASKED}`);
    expect(trace).toStart('slice', order.sushi, EACH_ONCE);
    expect(trace).toStart('stir', 2 * order.stews, EACH_ONCE);
  });
  const plan: Plan = {
    slice: [
      [30, 80],
      [30, 80],
    ],
  };
  const two = await serve({ stews: 0, sushi: 2, most: 1 }, undefined, plan);
  expect(two).toRunAsPlanned(WHEN_ASKED);
});

test('hires as few cooks, and takes the least time, for larger orders and with more cooks', async () => {
  for (const { times, ...rest } of LARGE) {
    for (const most of [1, 3, 6, Infinity]) {
      await eachCase({ [wordsOf({ ...rest, most })]: { ...rest, most } }, async (order) => {
        const { cooks, ms, because } = leastOf(times, most);
        const trace = await serve(order);
        expect(trace).toGive({ hired: cooks }, because);
        expect(trace).toTake(ms, `${because} ${WHEN_ASKED}`);
        expect(trace).toStart('slice', order.sushi, EACH_ONCE);
      });
    }
  }
});

test('tells every cook to leave, and does not poll', async () => {
  const orders = ORDERS.filter(({ most, stews }) => most > 0 && stews !== 1);
  await each(orders, async ({ times, ...order }) => {
    const { cooks } = leastOf(times, order.most);
    const trace = await serve(order, (counts) => counts);
    expect(trace).toGive({ hired: cooks, left: cooks }, GO);
    // It may yield between two slices, and at the end.
    expect(trace).toFireTimersAtMost(order.sushi + 1, NO_POLL);
  });
});

test('makes the order as it is in the call, and each call has cooks of its own', async () => {
  const trace = await changing();
  expect(trace).toGive(
    [
      { stews: 1, sushi: 3 },
      { stews: 2, sushi: 4 },
    ],
    AS_ORDERED,
  );
  expect(trace).toStart('slice', 3, AS_ORDERED);
  expect(trace).toTake(104, AS_ORDERED);
  const two = await twoCalls();
  expect(two).toStart('stir', 8, EACH_CALL);
  expect(two).toTake(110, EACH_CALL);
  const four = await fourCalls();
  expect(four).toGive({ hired: [1, 1, 2], left: 4 }, EACH_CALL);
  expect(four).toStart('slice', 8, EACH_CALL);
  expect(four).toStart('simmer', 9, EACH_CALL);
});

test('fulfils immediately when nothing is ordered', async () => {
  for (const most of [0, 1, Infinity])
    expect(await nothing(most)).toGive('fulfilled immediately', NOTHING);
});

test('does the same for real, with threads of Node', async ({ task, skip }) => {
  const file = realProgram(({ parentPort, workerData, meet, exit }) =>
    parentPort.on('message', (what) => {
      if (what === 'leave') exit();
      meet(workerData as Int32Array, 2);
      parentPort.postMessage('sliced');
    }),
  );
  await forReal({ task, skip }, async () => {
    const hall = new Int32Array(new SharedArrayBuffer(4));
    const ended: Promise<unknown>[] = [];
    let isAsked = false;
    const hire = async () => {
      const worker = new Worker(file, { workerData: hall });
      await once(worker, 'online');
      const slice = async () => {
        isAsked = true;
        worker.postMessage('slice');
        await once(worker, 'message');
      };
      const leave = () => {
        ended.push(once(worker, 'exit'));
        worker.postMessage('leave');
      };
      return { slice, leave };
    };
    const slice = () => {
      if (!isAsked) throw new Error(ASK_FIRST);
      Atomics.add(hall, 0, 1);
      Atomics.notify(hall, 0);
      Atomics.wait(hall, 0, 1, 2000);
    };
    const k = { slice, stir: () => {}, simmer: async () => {} };
    await feast({ stews: 0, sushi: 2 }, k, hire, 1);
    await Promise.all(ended);
    expect(hall[0], TOGETHER).toBe(2);
  });
});
