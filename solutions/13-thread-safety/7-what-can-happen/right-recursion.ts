// A machine that takes a step of one thread or of the other, and tries both. Endings come many times.
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

type Cells = readonly [first: number, second: number];

/** What is in the cells after it, and what its thread returns or has read last. */
type Step = (cells: Cells, read: unknown) => readonly [cells: Cells, read: unknown];

interface Thread {
  readonly steps: readonly Step[];
  readonly read?: unknown;
}

const load =
  (cell: 0 | 1): Step =>
  (cells) => [cells, cells[cell]];
const storeFirst =
  (value: number): Step =>
  ([, second], read) => [[value, second], read];
const storeSecond =
  (value: number): Step =>
  ([first], read) => [[first, value], read];
const writeOneMore: Step = ([, second], read) => [[Number(read) + 1, second], read];
const add: Step = ([first, second], read) => [[first + 1, second], read];
const loadIfReady: Step = (cells, read) => [cells, read === 1 ? cells[0] : 'none'];

interface End {
  readonly count: number;
  readonly A: unknown;
  readonly B: unknown;
}

function endsOf(a: Thread, b: Thread, cells: Cells = [0, 0]): End[] {
  const [stepOfA, ...restOfA] = a.steps;
  const [stepOfB, ...restOfB] = b.steps;
  const ends: End[] = [];
  if (stepOfA) {
    const [after, read] = stepOfA(cells, a.read);
    ends.push(...endsOf({ steps: restOfA, read }, b, after));
  }
  if (stepOfB) {
    const [after, read] = stepOfB(cells, b.read);
    ends.push(...endsOf(a, { steps: restOfB, read }, after));
  }
  return stepOfA || stepOfB ? ends : [{ count: cells[0], A: a.read, B: b.read }];
}

export function outcomes(): Record<Program, string[]> {
  const counts = (steps: Step[]) => endsOf({ steps }, { steps }).map(({ count }) => `${count}`);
  const byB = (steps: Step[]) =>
    endsOf({ steps }, { steps: [load(1), loadIfReady] }).map(({ B }) => `${B}`);
  const plus = [load(0), writeOneMore];
  return {
    once: counts(plus),
    thrice: counts([...plus, ...plus, ...plus]),
    add: counts([add, add, add]),
    flags: endsOf({ steps: [storeFirst(1), load(1)] }, { steps: [storeSecond(1), load(0)] }).map(
      ({ A, B }) => `${A}${B}`,
    ),
    mail: byB([storeFirst(42), storeSecond(1)]),
    flagFirst: byB([storeSecond(1), storeFirst(42)]),
  };
}
