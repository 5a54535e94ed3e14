import { delay, fc, rarely, reason, scenes, time, value } from '#scenes';

/**
 * Free: which job has which thread where two are idle in one ms, and what becomes of a call in the ms in which its
 * thread answers or ends, or while its thread is starting. So jobs take steps of 4 ms, aborts come 1 ms beside, and a
 * job can be aborted from 41 ms on only where no thread is replaced.
 */
const step = (ms: number) => 4 * ms;
const beside = (ms: number) => 4 * ms + 41;

const end = fc.oneof(
  { weight: 4, arbitrary: fc.record({ posts: value }) },
  fc.record({ throws: reason }),
  fc.record({ exits: fc.constantFrom(0, 1, 3) }),
);

const request = fc.record({
  takes: time.map(step),
  waits: rarely,
  end,
  isNotCopied: rarely,
  under: fc.constantFrom('no signal', 'no signal', 'first', 'second'),
});

const abort = fc.record({
  when: fc.oneof(fc.constantFrom('before', 'never'), delay.map(beside)),
  reason,
});

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-listeners-per-job': 'No scene counts listeners.',
    'wrong-checks-only-the-sign': 'Each size is one.',
  },
  input: fc.record({
    size: fc.integer({ min: 1, max: 3 }),
    requests: fc.array(request, { minLength: 1, maxLength: 7, size: 'max' }),
    /** Handed in when all others have settled. */
    later: fc.array(request, { maxLength: 2, size: 'max' }),
    closes: fc.constantFrom('after the calls', 'when all have settled', 'twice'),
    idleEnds: rarely,
    first: abort,
    second: abort,
  }),
  async call({ Pool }: typeof import('../5-pool.ts'), input, tools) {
    const { size, requests, later, closes, idleEnds, first, second } = input;
    const all = [...requests, ...later];
    const signals: Record<string, AbortSignal | undefined> = {};
    for (const [name, { when, reason }] of Object.entries({ first, second })) {
      const controller = tools.lab.controller();
      const happen = () => {
        controller.abort(reason);
        if (reason === undefined) tools.label(controller.signal.reason, `the ${name} reason`);
      };
      signals[name] = controller.signal;
      if (when === 'before') happen();
      if (typeof when === 'number') tools.at(when, happen);
    }
    const file = tools.lab.program('cook', (thread) => {
      thread.parentPort.on('message', async (no: number) => {
        const { takes, waits, end } = all[no] as (typeof all)[number];
        if (waits) await thread.sleep(takes);
        else thread.burn(takes);
        if ('throws' in end) throw end.throws;
        if ('exits' in end) thread.exit(end.exits);
        else thread.parentPort.postMessage(end.posts);
      });
    });
    const pool = new Pool(file, size);
    const ask = ({ isNotCopied, under }: (typeof all)[number], no: number) =>
      tools.settles(
        () => pool.run(isNotCopied ? () => {} : no, signals[under]),
        `call no. ${no + 1}`,
      );
    const calls = requests.map(ask);
    const closing =
      closes === 'after the calls' ? tools.settles(() => pool.close(), 'close') : undefined;
    await Promise.all(calls);
    if (idleEnds) await tools.lab.sleep(101);
    await Promise.all(later.map((one, i) => ask(one, requests.length + i)));
    await closing;
    await tools.settles(() => pool.close(), 'the last close');
    if (closes === 'twice') await tools.settles(() => pool.close(), 'one more close');
    await ask(all[0] as (typeof all)[number], 0);
  },
});
