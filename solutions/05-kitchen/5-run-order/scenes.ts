import { fc, scenes } from '#scenes';

type When = 'now' | 'tick' | 'micro' | 'macro';

const when = fc.constantFrom<When[]>('now', 'tick', 'micro', 'macro');
const job = fc.record({
  when,
  /** What it adds to the queues when it runs, one inside the other. */
  adds: fc.array(fc.constantFrom('tick' as const, 'micro' as const), { maxLength: 3 }),
  /** The same function as the first job. */
  again: fc.nat(5).map((n) => n === 5),
  pending: fc.nat(5).map((n) => n === 5),
});

scenes(import.meta.dirname, {
  // Free: whether a macro job comes by an immediate or by a timer.
  anyTime: true,
  input: fc.record({
    jobs: fc.array(job, { maxLength: 14, size: 'max' }),
    /** A job calls 'schedule', too. Free: the order of its jobs among others, but for those of their kind. */
    inner: fc.option(fc.record({ in: fc.nat(5), jobs: fc.array(when, { maxLength: 6 }) }), {
      nil: undefined,
    }),
    /** In a callback of which kind it is called. */
    within: fc.constantFrom('timer', 'immediate'),
  }),
  async call({ schedule }: typeof import('../5-run-order.ts'), { jobs, within, inner }, tools) {
    const runs = tools.voice('runs');
    const voices = new Map<When, (line: string) => void>();
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
    const runOf = (when: When, i: number) => () => {
      if (when === 'macro') macros++;
      runs(`${when} no. ${i}${isInCall ? ', during the call' : ''}`);
      add(jobs[i]?.adds ?? [], `no. ${i}`);
      if (inner?.in === i && !isInnerDone) {
        isInnerDone = true;
        let isInInner = true;
        const log = (when: When, k: number) => {
          const says = voices.get(when) ?? tools.voice(`${when} of the inner call`);
          voices.set(when, says);
          says(`no. ${k}${isInInner ? ', during the call' : ''}`);
        };
        schedule(inner.jobs.map((when, k) => ({ when, run: () => log(when, k) })));
        isInInner = false;
      }
      return jobs[i]?.pending ? new Promise(() => {}) : undefined;
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
    await tools.lab.sleep(1000);
  },
});
