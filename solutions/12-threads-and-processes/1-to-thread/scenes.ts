import { delay, fc, rarely, reason, scenes, time, value } from '#scenes';

/**
 * Free: which end it is when the abort comes in the ms in which a thread posts, ends or has gone. A thread starts in
 * 30 ms and ends in 1, so with calls and work in steps of 4 ms, no abort that comes 1 ms after such a step meets it.
 */
const step = (ms: number) => 4 * ms;
const beside = (ms: number) => 4 * ms + 1;

/** How the work of a thread ends. Free: an answer, and then an error or an exit code. */
const end = fc.oneof(
  { weight: 3, arbitrary: fc.record({ posts: value }) },
  fc.record({ throws: reason }),
  fc.record({ exits: fc.constantFrom(0, 1, 3) }),
  fc.constant({ 'ends without an answer': true }),
  fc.constant({ 'never ends': true }),
  fc.constant({ 'answers with its job': true }),
);

const program = fc.record({ slices: fc.oneof(fc.constant(0), time).map(step), end });

const asker = fc.record({
  at: delay.map(step),
  program: fc.nat(1),
  job: fc.oneof({ weight: 5, arbitrary: value }, fc.constant({ cut: () => {} })),
  /** In the place of the job: a buffer, which can be handed over. */
  isBuffer: rarely,
  /** The second signal, as it is or as `AbortSignal.any` joined it. */
  under: fc.constantFrom('no signal', 'first', 'second', 'joined'),
});

const abort = fc.record({
  when: fc.oneof(fc.constantFrom('before', 'right after the calls', 'never'), delay.map(beside)),
  reason,
});

scenes(import.meta.dirname, {
  timers: true,
  excuses: { 'wrong-flag-of-the-process': 'No scene starts a thread of Node.' },
  input: fc.record({
    programs: fc.tuple(program, program),
    askers: fc.array(asker, { minLength: 1, maxLength: 4, size: 'max' }),
    first: abort,
    second: abort,
  }),
  call({ toThread }: typeof import('../1-to-thread.ts'), input, tools) {
    const { programs, askers, first, second } = input;
    const controllerOf = (name: string, { when, reason }: typeof first) => {
      const controller = tools.lab.controller();
      const { signal } = controller;
      const happen = () => {
        controller.abort(reason);
        if (reason === undefined) tools.label(signal.reason, `the reason of the ${name} signal`);
      };
      signal.onabort = () => tools.note(`onabort of the ${name} signal`);
      if (when === 'before') happen();
      // Without it, a thread that never ends would not.
      else tools.at(typeof when === 'number' ? when : beside(500), happen);
      return { signal, afterTheCalls: () => when === 'right after the calls' && happen() };
    };
    const [one, two] = [controllerOf('first', first), controllerOf('second', second)];
    const signals = {
      'no signal': undefined,
      first: one.signal,
      second: two.signal,
      joined: AbortSignal.any([two.signal]),
    };
    const files = programs.map(({ slices, end }, i) =>
      tools.lab.program(`cook ${tools.name(i)}`, ({ parentPort, workerData, burn, exit }) => {
        if (slices > 0) burn(slices, `slice ${tools.name(i)}`);
        if ('never ends' in end) burn(Infinity);
        if ('posts' in end) parentPort.postMessage(end.posts);
        if ('answers with its job' in end) parentPort.postMessage(workerData);
        if ('throws' in end) throw end.throws;
        if ('exits' in end) exit(end.exits);
      }),
    );
    const calls = askers.map(({ at, program, job, isBuffer, under }, i) => {
      const isEndless = 'never ends' in (programs[program]?.end ?? {});
      const signal = signals[under] ?? (isEndless ? one.signal : undefined);
      const buffer = new ArrayBuffer(8);
      tools.finally(() => tools.noteAnyTime(`job no. ${i + 1} has ${buffer.byteLength} bytes`));
      const ask = () => toThread(files[program] as URL, isBuffer ? buffer : job, signal);
      return tools.at(at, () => tools.settles(ask, `call no. ${i + 1}`));
    });
    one.signal.addEventListener('abort', () => tools.note('another listener'), { once: true });
    one.afterTheCalls();
    two.afterTheCalls();
    return Promise.all(calls);
  },
});
