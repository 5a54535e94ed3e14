// Only the increments are tried by a program, step by step: what can be after so many steps? The rest is written down.
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

interface Thread {
  /** Steps: an even number is left before it reads, an odd one before it writes. */
  readonly left: number;
  readonly read?: number;
}

interface State {
  readonly count: number;
  readonly a: Thread;
  readonly b: Thread;
}

function stepped({ left, read }: Thread, count: number): { thread: Thread; count: number } {
  return left % 2 === 0
    ? { thread: { left: left - 1, read: count }, count }
    : { thread: { left: left - 1 }, count: Number(read) + 1 };
}

function next({ count, a, b }: State): State[] {
  const byA = stepped(a, count);
  const byB = stepped(b, count);
  return [
    ...(a.left === 0 ? [] : [{ count: byA.count, a: byA.thread, b }]),
    ...(b.left === 0 ? [] : [{ count: byB.count, a, b: byB.thread }]),
  ];
}

function counts(times: number): string[] {
  const begins = { left: 2 * times };
  let states: State[] = [{ count: 0, a: begins, b: begins }];
  for (let step = 0; step < 4 * times; step++) {
    const all = states.flatMap(next);
    states = [...new Map(all.map((state) => [JSON.stringify(state), state])).values()];
  }
  return states.map(({ count }) => `${count}`);
}

export function outcomes(): Record<Program, string[]> {
  return {
    once: counts(1),
    thrice: counts(3),
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
