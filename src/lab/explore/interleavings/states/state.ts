/** Where all threads are at a moment, and what can come next. States that are equal are one and the same object. */
import type { Access, Result } from '../threads/access.ts';
import type { Past } from '../threads/past.ts';

export interface State {
  readonly memory: readonly number[];
  /** What each thread has done so far. */
  readonly pasts: readonly Past[];
  /** Who sleeps, and who has slept for longest comes first. */
  readonly sleepers: readonly Sleeper[];
  /** Who has come to here, where it matters: where threads are interrupted a few times only. */
  readonly turn: Turn | undefined;
  /** What can come next. */
  readonly steps: Step[];
  /** Nothing comes after this. */
  end: End | undefined;
  /** A name of `always` that is not so here. */
  broken: string | undefined;
  race: Race | undefined;
  /** Threads that would ask once more what they have asked before, and nothing has changed. */
  asking: readonly number[];
  /** Threads that wait for a lock of the scene, each with its cell. */
  blocked: readonly Blocked[];
}

export interface Blocked {
  readonly thread: number;
  readonly cell: number;
}

/** The thread that has taken the last step; and how often a thread could have gone on, and another one did, so far. */
export interface Turn {
  readonly thread: number;
  readonly interruptions: number;
}

export interface Sleeper {
  readonly thread: number;
  readonly cell: number;
  /** The time limit of a `wait`. */
  readonly isLimited: boolean;
}

/** One thread goes on, all others stay where they are. */
export interface Step {
  readonly thread: number;
  readonly access: Access;
  /** `sleeps` where it falls asleep. */
  readonly result: Result;
  /** Threads that a `notify` wakes. */
  readonly woken: readonly number[];
  /** So many steps of a loop that it leaves by itself, taken at one go. */
  readonly rounds?: number;
  /** A `compareExchange` that changed nothing, and the code goes on with the same step as if it had. */
  readonly isOverlooked?: boolean;
  readonly to: State;
}

export type End =
  | { readonly kind: 'done'; readonly returned: readonly unknown[] }
  /** Some sleep, and nobody is left who could wake them. */
  | { readonly kind: 'deadlock' }
  /** Some ask again and again, and nobody is left who could change something. */
  | { readonly kind: 'livelock' }
  /** It has changed something more often than any code does that comes to an end. */
  | { readonly kind: 'endless'; readonly thread: number }
  | { readonly kind: 'threw'; readonly thread: number; readonly error: unknown }
  | { readonly kind: 'broken' }
  /** The lab has seen enough. */
  | { readonly kind: 'left out' };

/** Two accesses to one cell that can both come next: one writes, and one is plain. */
export interface Race {
  readonly threads: readonly [number, number];
  readonly accesses: readonly [Access, Access];
}
