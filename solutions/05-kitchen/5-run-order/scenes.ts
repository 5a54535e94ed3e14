import { fc, rarely, scenes } from '#scenes';

type When = 'now' | 'tick' | 'micro' | 'macro';

/** In ms. */
const BURN = 5;

const when = fc.constantFrom<When[]>('now', 'tick', 'micro', 'macro');
const job = fc.record({
  when,
  /** What it adds to the queues when it runs, one inside the other. */
  adds: fc.array(fc.constantFrom('tick' as const, 'micro' as const), { maxLength: 3 }),
  /** It adds a job to each of the two queues, and it is compared which of them is first. */
  addsBoth: rarely,
  /** Then a timer that was set before is due. */
  burns: rarely,
  /** The same function as the first job. */
  again: fc.nat(5).map((n) => n === 5),
  pending: fc.nat(5).map((n) => n === 5),
});

scenes(import.meta.dirname, {
  // Free: whether a macro job comes by an immediate or by a timer.
  anyTime: true,
  input: fc.record({
    jobs: fc.array(job, { maxLength: 14, size: 'max' }),
    /** A job calls 'schedule', too. Free: the order of its jobs among others. */
    inner: fc.option(fc.record({ in: fc.nat(5), jobs: fc.array(when, { maxLength: 6 }) }), {
      nil: undefined,
    }),
    /** In a callback of which kind it is called. */
    within: fc.constantFrom('timer', 'immediate'),
    /** Nothing else keeps the program running until the first macro job has run. */
    isAlone: fc.boolean(),
  }),
  async call({ schedule }: typeof import('../5-run-order.ts'), input, tools) {
    const { jobs, within, inner, isAlone } = input;
    const { burn, sleep } = tools.lab;
    const runs = tools.voice('runs');
    const runsInner = tools.voice('the inner call runs');
    let macroHasRun = () => {};
    const firstMacro = new Promise<void>((resolve) => {
      macroHasRun = resolve;
    });
    let isInnerDone = false;
    let macros = 0;
    let isInCall = true;
    const add = (queues: readonly ('tick' | 'micro')[], name: string) => {
      const [queue, ...rest] = queues;
      if (!queue) return;
      const run = () => {
        // Free: its place among others of the same queues. It is before the next macro job.
        tools.note(`${name} adds a ${queue}, after ${macros} macro jobs`);
        add(rest, name);
      };
      if (queue === 'tick') process.nextTick(run);
      else queueMicrotask(run);
    };
    const addBoth = (name: string) => {
      const says = tools.voice(`of what ${name} adds`);
      queueMicrotask(() => says('the micro'));
      process.nextTick(() => says('the tick'));
    };
    const callInner = (jobs: readonly When[], from: When) => {
      let isInCall = true;
      // Free: which of the two queues a micro job's call comes to first.
      const ofKind = new Map(
        (['tick', 'micro'] as const).map((when) => [when, tools.voice(`the inner ${when} jobs`)]),
      );
      const says = (when: When) => (from === 'micro' && ofKind.get(when as 'tick')) || runsInner;
      schedule(
        jobs.map((when, k) => ({
          when,
          run: () => says(when)(`${when} no. ${k}${isInCall ? ', during the call' : ''}`),
        })),
      );
      isInCall = false;
    };
    const runOf = (when: When, i: number) => () => {
      if (when === 'macro') macros++;
      if (when === 'macro') macroHasRun();
      runs(`${when} no. ${i}${isInCall ? ', during the call' : ''}`);
      const job = jobs[i];
      add(job?.adds ?? [], `no. ${i}`);
      if (job?.addsBoth) addBoth(`no. ${i}`);
      if (job?.burns) burn(BURN);
      if (inner?.in === i && !isInnerDone) {
        isInnerDone = true;
        callInner(inner.jobs, when);
      }
      return job?.pending ? new Promise(() => {}) : undefined;
    };
    const first = jobs[0] && runOf(jobs[0].when, 0);
    const list = jobs.map(({ when, again }, i) => {
      const isFirst = first && (i === 0 || (again && when === jobs[0]?.when));
      return { when, run: isFirst ? first : runOf(when, i) };
    });
    tools.keeps(list);
    const start = () => {
      schedule(list);
      isInCall = false;
    };
    await tools.at(1, () => {
      if (within === 'timer') start();
      else setImmediate(start);
    });
    if (isAlone && jobs.some(({ when }) => when === 'macro')) await firstMacro;
    await sleep(1000);
  },
});
