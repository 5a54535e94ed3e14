import { delay, fc, reason, scenes, value } from '#scenes';

/** Free: what comes first in one ms. So calls and aborts never share a ms. */
const STEP = 128;

scenes(import.meta.dirname, {
  // Timers are not compared: ts-chan sets immediates of its own.
  excuses: {
    ...Object.fromEntries(
      [
        'wrong-joins-later',
        'wrong-looks-at-the-signal-afterwards',
        'wrong-newcomer-overtakes',
        'wrong-settles-late',
        'wrong-two-semaphores',
      ].map((name) => [
        name,
        'It shows only if something else happens in the ms of a call, and these scenes keep such things apart.',
      ]),
    ),
    'wrong-forgets-the-listener':
      'In these scenes, each signal is aborted in the end, and its listeners are not counted.',
    'wrong-hands-over-in-an-immediate':
      'An immediate is called in the same ms, and timers are not compared.',
    'wrong-rejects-in-an-immediate':
      'An immediate is called in the same ms, and timers are not compared.',
    'wrong-ring-buffer':
      'It shows if more than four items lie around the end of the ring, which is rare in so few calls.',
    'wrong-signals-first': 'In these scenes, each call has a signal.',
  },
  input: fc.record({
    capacity: fc.constantFrom(1, 2, 3, 5, Infinity, 1, 1.5),
    reason,
    calls: fc.array(
      fc.record({
        at: delay,
        isPut: fc.boolean(),
        item: value,
        /** When its signal is aborted: before the call, or so many steps after that. */
        leaves: fc.option(fc.oneof(fc.constant('before' as const), delay)),
        /** It has the signal of the call before. */
        isLikeBefore: fc.constantFrom(false, false, true),
        /** Most use the first of two queues. */
        isApart: fc.constantFrom(false, false, false, true),
      }),
      { maxLength: 29, size: 'max' },
    ),
  }),
  call({ Queue }: typeof import('../2-queue.ts'), { capacity, reason, calls }, tools) {
    return tools.settles(async () => {
      if (!Number.isInteger(capacity) && capacity !== Infinity) {
        // Free: the text of the error.
        try {
          new Queue(capacity);
        } catch (error) {
          return error instanceof RangeError && 'a RangeError';
        }
      }
      const [queue, other] = [new Queue<unknown>(capacity), new Queue<unknown>(capacity)];
      const pages = calls.map(() => tools.lab.controller());
      const doing: Promise<unknown>[] = [];
      const last = new AbortController();
      for (const [i, { at, isPut, item, leaves, isLikeBefore, isApart }] of calls.entries()) {
        const page = pages[isLikeBefore && i > 0 ? i - 1 : i];
        if (!page) continue;
        const abort = () => {
          page.abort(reason);
          if (reason === undefined) tools.label(page.signal.reason, 'the reason of a signal');
        };
        // Each call has ms of its own in a step.
        const ms = (step: number, kind: number) => step * STEP + 4 * i + kind;
        if (leaves === 'before') abort();
        else if (leaves !== null) doing.push(tools.at(ms(at + leaves, 2), abort));
        const one = isApart ? other : queue;
        const call = () => (isPut ? one.put(item, page.signal) : one.get(page.signal));
        doing.push(tools.at(ms(at, 1), () => tools.settles(call, `call no. ${i + 1}`)));
      }
      // In the end, all that still wait leave.
      doing.push(
        tools.at(200 * STEP, () => {
          for (const page of pages) page.abort(last);
        }),
      );
      for (const it of doing) await it;
    });
  },
});
