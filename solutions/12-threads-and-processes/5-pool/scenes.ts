import { delay, fc, rarely, reason, scenes, time, value } from '#scenes';

/**
 * Free: which job has which thread where two are idle in one ms, and what becomes of a call in the ms in which its
 * thread answers or ends, or while its thread is starting. So jobs take steps of 4 ms, aborts come 1 ms beside, and a
 * job can be aborted from 41 ms on. Also free: whether a job gets a new thread when one has failed and another is idle. So
 * there are several threads only where none fails.
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
  under: fc.constantFrom('no signal', 'no signal', 'first', 'second'),
});

const abort = fc.record({
  when: fc.oneof(fc.constantFrom('before', 'never'), delay.map(beside)),
  reason,
});

scenes(import.meta.dirname, {
  endsOfThreads: false,
  excuses: {
    'wrong-replaces-at-once':
      'A thread that starts too early shows at no time: jobs come at 0 ms, or when others end.',
    'wrong-listeners-per-job': 'No scene counts listeners.',
    'wrong-checks-only-the-sign': 'Each size is a number.',
    'wrong-idle-after-a-late-answer':
      'No answer comes in the ms of an abort: what becomes of its call is free.',
    'wrong-barges': 'No job is handed in just when another one has ended, while a third one waits.',
    'wrong-deaf-while-idle': 'No thread ends while it is idle.',
    'wrong-finds-it-by-the-job': 'No two jobs are equal.',
    'wrong-joins-the-same-job': 'No two jobs are equal.',
    'wrong-closes-at-once': 'When `close` fulfils is not compared.',
    'wrong-close-does-not-wait-for-the-end': 'When `close` fulfils is not compared.',
    'wrong-close-forgets-the-ended': 'When `close` fulfils is not compared.',
    'wrong-closed-by-the-file': 'There is one pool, so no other one has its file.',
    'wrong-at-most-eight': 'There are at most three threads.',
    'wrong-exit-listener-per-job': 'No scene counts listeners.',
    'wrong-undefined-is-no-job': 'Each job is a number.',
    'wrong-rejects-in-an-immediate': 'It rejects in the same ms.',
    'wrong-free-at-the-error': 'A thread has gone in the ms in which it has thrown.',
    'wrong-idle-until-it-has-gone': 'No thread ends while it is idle.',
  },
  input: fc.record({
    size: fc.integer({ min: 1, max: 3 }),
    requests: fc.array(request, { minLength: 1, maxLength: 7, size: 'max' }),
    /** Handed in when all others have settled. */
    later: fc.array(request, { maxLength: 2, size: 'max' }),
    isLaterCopied: fc.boolean(),
    /** None fails, and no signal is passed. */
    areWell: fc.boolean(),
    closes: fc.constantFrom('after the calls', 'when all have settled', 'twice'),
    first: abort,
    second: abort,
  }),
  async call({ Pool }: typeof import('../5-pool.ts'), input, tools) {
    const { size, areWell, isLaterCopied, closes, first, second } = input;
    const well = (one: (typeof input.requests)[number]) =>
      areWell ? { ...one, end: { posts: one.takes }, under: 'no signal' } : one;
    const [requests, later] = [input.requests.map(well), input.later.map(well)];
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
    const file = tools.lab.program(`cook ${tools.name(0)}`, (thread) => {
      thread.parentPort.on('message', async (no: number) => {
        const { takes, waits, end } = all[no] as (typeof all)[number];
        if (waits) await thread.sleep(takes);
        else thread.burn(takes);
        if ('throws' in end) throw end.throws;
        if ('exits' in end) thread.exit(end.exits);
        if ('posts' in end) thread.parentPort.postMessage(end.posts);
      });
    });
    const pool = new Pool(file, areWell ? size : 1);
    const ask = ({ under }: (typeof all)[number], no: number, isCopied = true) =>
      tools.settles(() => pool.run(isCopied ? no : () => {}, signals[under]), `call no. ${no + 1}`);
    const calls = requests.map((one, no) => ask(one, no));
    // A pool is free to end an idle thread at once or at the end: that may be 1 ms after the last job has failed.
    const close = (which: string) =>
      pool.close().then(() => tools.noteAnyTime(`the ${which} close fulfils`));
    const closing = closes === 'when all have settled' ? [] : [close('first')];
    if (closes === 'twice') closing.push(close('second'));
    await Promise.all(calls);
    const [one] = all;
    if (one && !isLaterCopied) await ask(one, 0, false);
    await Promise.all(later.map((more, i) => ask(more, requests.length + i)));
    await Promise.all(closing);
    await close('last');
    const late = await pool.run(0).catch(({ message }) => message);
    tools.noteAnyTime(`a late call ends with ${late}`);
  },
});
