import { delay, fc, reason, scenes, time, value } from '#scenes';

/**
 * Free: which end it is when a thread posts, ends or has gone in the ms of its deadline. A thread starts in 30 ms and
 * ends in 1, so with calls and work in steps of 4 ms, no deadline that is 1 ms more than such a step meets it.
 */
const step = (ms: number) => 4 * ms;
const beside = (ms: number) => 4 * ms + 1;

/** The thread may have a limit of its own. */
const OWN = () => Object.assign(new Error('the server is slow'), { name: 'TimeoutError' });

/** How the work of a thread ends. Free: an answer, and then an error or an exit code. */
const end = fc.oneof(
  { weight: 3, arbitrary: fc.record({ posts: value }) },
  fc.record({ throws: reason }),
  fc.constant({ 'throws a TimeoutError of its own': true }),
  fc.record({ exits: fc.constantFrom(0, 1, 3) }),
  fc.constant({ 'ends without an answer': true }),
  fc.constant({ 'never ends': true }),
  fc.constant({ 'waits for a message': true }),
  fc.constant({ 'answers with its job': true }),
);

/** At times longer than a minute. */
const slices = fc.oneof(fc.constant(0), time, time, fc.constant(25_001)).map(step);

const program = fc.record({ slices, end });

/** Not all of them are in the ms in which the time is up. */
const limit = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(time, time, delay).map(beside) },
  fc.constant(beside(500)),
  fc.constantFrom(Infinity, 2 ** 31 - 1),
  fc.constantFrom(0, 0.5, -1, -Infinity, Number.NaN),
);

const asker = fc.record({
  at: delay.map(step),
  program: fc.nat(1),
  job: fc.oneof({ weight: 5, arbitrary: value }, fc.constant({ cut: () => {} })),
  /** In the place of the job: a buffer, which can be handed over, or an object that changes just after the call. */
  instead: fc.constantFrom('', '', '', 'a buffer', 'an object'),
  limit,
});

scenes(import.meta.dirname, {
  excuses: { 'wrong-flag-of-the-process': 'Only threads of Node know flags.' },
  input: fc.record({
    programs: fc.tuple(program, program),
    askers: fc.array(asker, { minLength: 1, maxLength: 4, size: 'max' }),
  }),
  call({ within }: typeof import('../2-kill.ts'), { programs, askers }, tools) {
    const files = programs.map(({ slices, end }, i) =>
      tools.lab.program(`cook ${tools.name(i)}`, ({ parentPort, workerData, burn, exit }) => {
        if (slices > 0) burn(slices, `slice ${tools.name(i)}`);
        if ('never ends' in end) burn(Infinity);
        if ('waits for a message' in end) parentPort.on('message', () => {});
        if ('posts' in end) parentPort.postMessage(end.posts);
        if ('answers with its job' in end) parentPort.postMessage(workerData);
        if ('throws' in end) throw end.throws;
        if ('throws a TimeoutError of its own' in end) throw OWN();
        if ('exits' in end) exit(end.exits);
      }),
    );
    // Free: how many timers are set where `new Worker` throws, and whether that of AbortSignal.timeout fires after the end.
    tools.finally(({ timers }) => {
      if (timers.some(({ fired }) => fired > 1)) tools.noteAnyTime('a timer fires again and again');
    });
    const calls = askers.map(({ at, program, job, instead, limit }, i) => {
      const { end = {} } = programs[program] ?? {};
      const isEndless = 'never ends' in end || 'waits for a message' in end;
      const ms = isEndless && limit === Infinity ? beside(500) : limit;
      const buffer = new ArrayBuffer(8);
      const object = { cut: 'rings', of: ['onion'] };
      const given = instead === 'a buffer' ? buffer : instead === 'an object' ? object : job;
      tools.finally(() => tools.noteAnyTime(`job no. ${i + 1} has ${buffer.byteLength} bytes`));
      const name = (error: unknown) => {
        if (error instanceof Error && error.message === OWN().message)
          tools.label(error, 'the TimeoutError of the thread');
        throw error;
      };
      const ask = () => within(files[program] as URL, given, ms).catch(name);
      return tools.at(at, () => {
        const settled = tools.settles(ask, `call no. ${i + 1}`);
        object.cut = 'cubes';
        object.of[0] = 'carrot';
        return settled;
      });
    });
    return Promise.all(calls);
  },
});
