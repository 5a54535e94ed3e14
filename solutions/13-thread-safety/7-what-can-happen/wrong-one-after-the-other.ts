// Tries both orders of the threads, and lets each run to its end. (The machine may switch after any step.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: '1' is left out
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

/** Cells, and what each thread has read last. */
interface Machine {
  readonly cells: Record<string, number>;
  readonly read: Record<string, number | undefined>;
}

type Step = (machine: Machine, thread: string) => void;

const load =
  (cell: string): Step =>
  ({ cells, read }, thread) => {
    read[thread] = cells[cell] ?? 0;
  };

const store =
  (cell: string, value: number): Step =>
  ({ cells }) => {
    cells[cell] = value;
  };

const writeOneMore: Step = ({ cells, read }, thread) => {
  cells.count = (read[thread] ?? 0) + 1;
};

const add: Step = ({ cells }) => {
  cells.count = (cells.count ?? 0) + 1;
};

/** The second look of B, where the first one has found 1. */
const loadIfReady: Step = (machine, thread) => {
  if (machine.read[thread] === 1) load('text')(machine, thread);
  else machine.read[thread] = undefined;
};

const increment = [load('count'), writeOneMore];
const look = [load('ready'), loadIfReady];

type Threads = Readonly<Record<'A' | 'B', readonly Step[]>>;

const programs: Record<Program, Threads> = {
  once: { A: increment, B: increment },
  thrice: {
    A: [...increment, ...increment, ...increment],
    B: [...increment, ...increment, ...increment],
  },
  add: { A: [add, add, add], B: [add, add, add] },
  flags: { A: [store('a', 1), load('b')], B: [store('b', 1), load('a')] },
  mail: { A: [store('text', 42), store('ready', 1)], B: look },
  flagFirst: { A: [store('ready', 1), store('text', 42)], B: look },
};

function say(program: Program, { cells, read }: Machine): string {
  if (program === 'flags') return `${read.A}${read.B}`;
  if (program === 'mail' || program === 'flagFirst') return `${read.B ?? 'none'}`;
  return `${cells.count}`;
}

/** Which thread takes each step. */
type Schedule = readonly ('A' | 'B')[];

const times = (thread: 'A' | 'B', n: number) => Array.from({ length: n }, () => thread);

function schedules(a: number, b: number): Schedule[] {
  return [
    [...times('A', a), ...times('B', b)],
    [...times('B', b), ...times('A', a)],
  ];
}

function endOf(program: Program, schedule: Schedule): string {
  const machine: Machine = { cells: {}, read: {} };
  const at = { A: 0, B: 0 };
  for (const thread of schedule) programs[program][thread][at[thread]++]?.(machine, thread);
  return say(program, machine);
}

export function outcomes(): Record<Program, string[]> {
  const endings = (program: Program) =>
    schedules(programs[program].A.length, programs[program].B.length).map((schedule) =>
      endOf(program, schedule),
    );
  return {
    once: endings('once'),
    thrice: endings('thrice'),
    add: endings('add'),
    flags: endings('flags'),
    mail: endings('mail'),
    flagFirst: endings('flagFirst'),
  };
}
