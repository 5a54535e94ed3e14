import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { fc, scenes } from '#scenes';

/** Free: whether an answer of a cook comes before or after a stew is stirred, so large orders have no stews. */
const order = fc.oneof(
  fc.record({ stews: fc.nat(3), sushi: fc.nat(4) }),
  fc.record({ stews: fc.constant(0), sushi: fc.nat(9) }),
);

scenes(import.meta.dirname, {
  calls: 1,
  // Free: which hands slice which sushi, in which order, and what two feasts at the same time take.
  input: fc.record({
    order,
    most: fc.constantFrom(0, 1, 2, 3, 5, Infinity),
    again: fc.constantFrom('no', 'afterwards', 'meanwhile'),
    next: order,
    isChanged: fc.boolean(),
  }),
  async call({ feast }: typeof import('../6-clone-the-cook.ts'), scene, tools) {
    const { order, most, again, next, isChanged } = scene;
    const file = tools.lab.program('cook', ({ parentPort, burn, exit }) =>
      parentPort.on('message', (ms: number) => {
        if (ms === 0) exit();
        burn(ms, 'slice');
        parentPort.postMessage('sliced');
      }),
    );
    const hire = async () => {
      tools.noteAnyTime('a cook is hired');
      const worker = new Worker(file);
      await once(worker, 'online');
      const asked: (() => void)[] = [];
      worker.on('message', () => asked.shift()?.());
      const slice = (ms: number) => {
        worker.postMessage(ms);
        return new Promise<void>((resolve) => asked.push(resolve));
      };
      const leave = () => {
        tools.noteAnyTime('a cook is told to leave');
        worker.postMessage(0);
      };
      return { slice, leave };
    };
    tools.finally(({ spans, timers }) => {
      for (const { name, start, end } of spans)
        if (['stir', 'slice', 'simmer'].includes(name))
          tools.noteAnyTime(`${name} for ${(end?.at ?? Infinity) - start.at} ms`);
      if (timers.some(({ fired }) => fired > 1)) tools.noteAnyTime('a timer fires again and again');
    });
    const k = tools.lab.kitchen();
    const first = tools.settles(() => feast(order, k, hire, most));
    if (isChanged) Object.assign(order, next);
    else tools.keeps(order, 'the order');
    if (again === 'meanwhile' && order.sushi + next.sushi === 0)
      await tools.settles(() => feast(next, k, hire, most), 'the second call');
    await first;
    if (again === 'afterwards')
      await tools.settles(() => feast(order, k, hire, most), 'the second call');
  },
});
