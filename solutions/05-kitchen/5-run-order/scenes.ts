import { fc, scenes } from '#scenes';

const job = fc.record({
  when: fc.constantFrom('now' as const, 'tick' as const, 'micro' as const, 'macro' as const),
  /** What it adds to the queues when it runs, one inside the other. */
  adds: fc.array(fc.constantFrom('tick' as const, 'micro' as const), { maxLength: 3 }),
});

scenes(import.meta.dirname, {
  calls: 1,
  // Free: whether a macro job comes by an immediate or by a timer.
  anyTime: true,
  input: fc.array(job, { maxLength: 8 }),
  call({ schedule }: typeof import('../5-run-order.ts'), jobs, tools) {
    const runs = tools.voice('runs');
    let macros = 0;
    let isInCall = true;
    const add = (queues: readonly ('tick' | 'micro')[], name: string) => {
      const [queue, ...rest] = queues;
      if (!queue) return;
      const run = () => {
        // Among those of the same queues its place is free, and before the next macro job.
        tools.note(`${name} adds a ${queue}, after ${macros} macro jobs`);
        add(rest, name);
      };
      if (queue === 'tick') process.nextTick(run);
      else queueMicrotask(run);
    };
    const inCallback = () => {
      schedule(
        jobs.map(({ when, adds }, i) => ({
          when,
          run: () => {
            if (when === 'macro') macros++;
            runs(`${when} no. ${i}${isInCall ? ', during the call' : ''}`);
            add(adds, `no. ${i}`);
          },
        })),
      );
      isInCall = false;
    };
    return tools.at(1, inCallback).then(() => tools.lab.sleep(20));
  },
});
