/** What was seen of a program that ran, as plain data. All times are virtual ms since it began. */
export interface Played {
  readonly rows: readonly Row[];
  readonly timers: readonly TimerSeen[];
  readonly lines: readonly Line[];
  readonly steps: readonly Step[];
  readonly stretches: readonly Stretch[];
  readonly end: End;
}

/** A line of the program's own file, or of one that it imports: `part.ts:5`. */
export type LineOf = number | string;

/** A call of an async function, or the program itself, which is the first one. */
export interface Row {
  readonly label: string;
  /** Place of its caller's row; undefined when it was called by no row that is known. */
  readonly parent: number | undefined;
  /** Of the function; 0 for the program itself. */
  readonly line: LineOf;
  readonly start: number;
  /** Place of the step from which on it is there. */
  readonly startStep: number;
  /** Undefined while it is not over. */
  end: number | undefined;
  endStep: number | undefined;
  ending: 'running' | 'done' | 'failed' | 'aborted';
  /** What it failed with, in words. */
  error?: string;
  /** When it did not run. */
  readonly pauses: Pause[];
}

export interface Pause {
  /**
   * At an `await`; behind a `yield`, until it is asked for more; after `return`, until the promise that it
   * returned settles. `work` is done elsewhere: a job of the lab.
   */
  readonly kind: 'await' | 'yield' | 'return' | 'work';
  /** What it stands at, as it is written. */
  readonly text: string;
  readonly line: LineOf;
  readonly from: number;
  readonly fromStep: number;
  to: number | undefined;
  /** Place of the first step at which it is over. */
  toStep: number | undefined;
}

export interface TimerSeen {
  readonly label: string;
  /** What a row of its own is called. */
  readonly name: string;
  /** Place of the row that set it, if one did. */
  readonly by: number | undefined;
  readonly kind: string;
  /** Whether its callback is code of the program, and not just what ends a wait. */
  readonly isOwn: boolean;
  readonly from: number;
  due: number;
  /** From when to when its callback ran. */
  readonly fired: (readonly [from: number, to: number])[];
  /** From when to when it was due, and the thread was blocked. */
  late: readonly (readonly [from: number, to: number])[];
  clearedAt: number | null;
  /** Whether its callback threw. */
  failed: boolean;
}

export interface Line {
  readonly at: number;
  readonly text: string;
  readonly to: 'stdout' | 'stderr';
  /** Place of the step that it is. */
  readonly step: number;
  /** Printed after plain Node would have ended. */
  readonly isLate: boolean;
}

/** One thing that happened, and which code stands in which queue after it. */
export interface Step {
  readonly at: number;
  readonly what: string;
  readonly row: number | undefined;
  /** Where it happens, as far as that is known. */
  readonly line: LineOf | undefined;
  queues: Queues;
}

export interface Queues {
  readonly ticks: readonly string[];
  readonly microtasks: readonly string[];
  readonly immediates: readonly string[];
  readonly timers: readonly { readonly label: string; readonly due: number }[];
}

/** A row that ran, from a call or an await to the next. */
export interface Stretch {
  readonly row: number;
  readonly at: number;
}

export interface End {
  /** As plain Node's. */
  readonly exitCode: number;
  readonly at: number;
  /** What ends plain Node before its time. */
  readonly deaths: readonly Death[];
  /** When `process.exit()` was called. */
  readonly exitAt?: number;
  /** Why it was stopped: it would not have ended by itself. */
  readonly stopped?: string;
  /** What the scene of a spec came to, and what it left behind, in words. */
  readonly scene?: readonly string[];
  /** Virtual ms to which it was played, where it was stopped there as asked. */
  readonly until?: number;
  /** Why it has not begun. */
  readonly unreadable?: string;
  /** What has a clock of its own, and where it would have started it: only plain Node can run it. */
  readonly starts?: { readonly what: 'thread' | 'process'; readonly line: LineOf | undefined };
  /** The program's own `await` that never came to its end. */
  readonly isUnsettled: boolean;
  /** What was in flight outside of the virtual clock. */
  readonly io: readonly string[];
  /** Functions that it called for which real time has to pass. */
  readonly ioCalls: readonly IoCall[];
  /** Where it computed for a time that nothing here shows. */
  readonly computed?: Computed;
}

export interface IoCall {
  /** As it is called: `fs.readFile`. */
  readonly name: string;
  readonly at: number;
  readonly line: LineOf;
}

export interface Computed {
  /** Of the real CPU, in all. It is another one each time. */
  readonly realMs: number;
  /** When it did so for longest, and who. */
  readonly at: number;
  readonly by: string;
}

export interface Death {
  /** An error thrown out of the program, one that no code caught, or a rejection without a handler. */
  readonly kind: 'program' | 'throw' | 'rejection';
  readonly at: number;
  readonly error: string;
  /** Where the error was made, as far as it tells. */
  readonly line: LineOf | undefined;
  /** Place of the step that it is. */
  readonly step: number;
  /** When a handler was attached after all. */
  handledAt?: number;
}
