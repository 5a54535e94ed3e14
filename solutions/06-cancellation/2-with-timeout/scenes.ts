import { fc, scenes, time, type Work, work } from '#scenes';

/** Free: which result it is when the work ends in the ms in which the time is up. Even times never meet odd ones. */
const even = (work: Work): Work =>
  work.takes === undefined ? work : { ...work, takes: 2 * work.takes };

/** The operation may have a limit of its own. */
const OWN = new DOMException('the server is slow', 'TimeoutError');
const limitedItself = fc.record({ takes: time, rejects: fc.constant(OWN) });

const limit = fc.oneof(
  { weight: 4, arbitrary: time.map((ms) => 2 * ms + 1) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
);

scenes(import.meta.dirname, {
  duringCall: true,
  calls: 3,
  input: fc.record({
    op: fc.oneof(
      { weight: 9, arbitrary: work({ settled: 'any', stops: true, throws: true }) },
      { weight: 1, arbitrary: limitedItself },
    ),
    /** A second call of the same operation, when the first one has ended. */
    limits: fc.array(limit, { minLength: 1, maxLength: 2 }),
  }),
  async call({ withTimeout }: typeof import('../2-with-timeout.ts'), { op, limits }, tools) {
    tools.label(OWN, 'the TimeoutError of the operation');
    // Free: whether a timer that keeps no process running, as that of AbortSignal.timeout, fires after the end.
    tools.finally(({ timers }) => {
      const again = timers.some(({ fired }) => fired > 1) ? ', and one fires again and again' : '';
      tools.noteAnyTime(`timers set: ${timers.length}${again}`);
    });
    const start = tools.op(tools.name(0), even(op));
    let calls = 0;
    const operation = (signal: AbortSignal) => {
      const who = `the signal of call ${++calls}`;
      tools.note(`${who} is ${signal.aborted ? 'aborted' : 'not aborted'}`);
      signal.addEventListener('abort', () => {
        const { reason } = signal;
        const kind = reason instanceof Error ? reason.name : 'no Error';
        if (Object(reason) === reason) tools.label(reason, `the reason of ${who}: ${kind}`);
        tools.note(`${who} is aborted: ${kind}`);
      });
      return start(signal);
    };
    for (const ms of limits) await tools.settles(() => withTimeout(operation, ms));
  },
});
