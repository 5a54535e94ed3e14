import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from '../node/once.ts';
import { keepStorage } from '../node/storages.ts';
import type { Place } from '../trace/place.ts';
import type { VirtualClock } from './clock.ts';

/** Records the errors that no code handled or caught. */
export interface UnhandledErrors {
  reject(promise: Promise<unknown>, error: unknown): void;
  /** A rejection was handled late. Whether it is known here. */
  handle(promise: Promise<unknown>): boolean;
  throw(error: unknown): void;
}

/** Records what code does for which the virtual clock is no clock. */
export interface Outside {
  /** It calls such a function. */
  call(name: string, place: Place): void;
  /** It prints this line with `console.log`. */
  print(line: string): void;
  /** A call that blocked the thread for so many ms. */
  block(name: string, ms: number): void;
  /** It has begun threads of its own. */
  readonly hasThreads: boolean;
}

/** A run of a test that a learner has written: it may put fakes in the place of what all code shares. */
export interface Judging {
  /** Its own, while it is faked. */
  nextTick?: unknown;
  dateNow?: unknown;
  /** Listeners of the process that were there before: an error that nobody handled is told to its own only. */
  readonly listeners: ReadonlySet<unknown>;
}

/** What code must be able to find out about the run that it belongs to. */
export interface Run {
  readonly judging?: Judging | undefined;
  /** Its own: no two runs have the same. Each thread of a run has one, too. */
  readonly clock: VirtualClock;
  /** Makes two ports on virtual time, which can be handed over to its threads; undefined where it has none. */
  readonly makeChannel?: () => object | undefined;
  /** For a thread: the run that it belongs to. */
  readonly of?: Run;
  readonly unhandledErrors: UnhandledErrors;
  readonly outside: Outside;
  /** Its code has to end, or was ended: it never gave the thread back, or took too much. */
  readonly stop: (error: Error) => void;
}

export const judgingOf = (run: Run | NoRun | undefined): Judging | undefined =>
  run?.clock && run.judging;

/** Code that was set going outside of every run: real time passes for it. */
interface NoRun {
  readonly clock?: undefined;
}

/** One for all copies of the lab, as there is one list of globals. */
const shared = once('runs', () => ({
  runs: keepStorage(new AsyncLocalStorage<Run | NoRun>()),
  outside: {} as NoRun,
  /** In the order in which they were begun. */
  underWay: [] as Run[],
  /** Who took a turn last. */
  latest: undefined as Run | undefined,
  /** The code of the runs calls packages: their timers are to be told from its own. */
  isBesidePackages: false,
  /** What Node's own libraries set (`fetch` gives up after a while) is real, as all is that they set it for. */
  areNodesReal: false,
}));

/** Which run the code now running belongs to, however late it runs. */
export const { runs } = shared;

const { outside, underWay } = shared;

/** To find out who sets a timer takes longer than to set it, and most code calls no package. */
export function tellPackagesApart(are: boolean): void {
  shared.isBesidePackages = are;
}

export function arePackagesToldApart(): boolean {
  return shared.isBesidePackages;
}

export function leaveNodeItsTimers(): void {
  shared.areNodesReal = true;
}

export function areTimersOfNodeReal(): boolean {
  return shared.areNodesReal;
}

/** From here on it is under way. Several may be at a time, each with a clock of its own. */
export function beginRun(run: Run): void {
  underWay.push(run);
  shared.latest = run;
}

export function endRun(run: Run): void {
  // In a language that may be broken: by hand.
  let kept = 0;
  for (let i = 0; i < underWay.length; i++)
    if (underWay[i] !== run) underWay[kept++] = underWay[i] as Run;
  underWay.length = kept;
  if (shared.latest === run) shared.latest = undefined;
}

/** What runs until the next turn is likely to be its code. */
export function takeTurn(run: Run): void {
  shared.latest = run;
}

/** Who gives a run up takes no more notice of it: it is under way no longer. */
export function forgetRuns(): void {
  underWay.length = 0;
  shared.latest = undefined;
}

/** Those under way, the first begun first. */
export function runsUnderWay(): readonly Run[] {
  return underWay;
}

/** Whether no other is under way. */
export function isAlone(run: Run): boolean {
  for (let i = 0; i < underWay.length; i++) if (underWay[i] !== run) return false;
  return true;
}

/**
 * For code that has lost its own run (a function bound before it began; what Node does by itself): the one
 * under way that took a turn last, as such a function is called in a turn of its run; the last
 * begun where that one is over. With a single run under way it is that one.
 */
export function latestRun(): Run | undefined {
  const { latest } = shared;
  return isUnderWay(latest) ? latest : underWay[underWay.length - 1];
}

/** Whether code of this run is still to be heeded; a thread is under way as long as its run is. */
export function isUnderWay(run: Run | NoRun | undefined): run is Run {
  const whole = run?.clock ? (run.of ?? run) : undefined;
  for (let i = 0; i < underWay.length; i++) if (underWay[i] === whole) return true;
  return false;
}

/** The run under way that the code now running belongs to; undefined for what was set going elsewhere. */
export function currentRun(): Run | undefined {
  const own = runs.getStore();
  if (own === undefined) return latestRun();
  return isUnderWay(own) ? own : undefined;
}

/**
 * The clock that the code now running lives by; undefined outside every run, where time is real. What is left
 * of a run that is over keeps its clock, which stands still forever.
 */
export function currentClock(): VirtualClock | undefined {
  return (runs.getStore() ?? latestRun())?.clock;
}

/** Sets something going that is to stay out of whatever run is under way when it happens. */
export function outsideOfRuns<T>(set: () => T): T {
  return runs.run(outside, set);
}

/** Whether the code now running was set going by a run. */
export function isInRun(): boolean {
  return runs.getStore()?.clock !== undefined;
}

/** Whether what runs now was set going when no run was under way. */
export function isOutsideOfRuns(): boolean {
  return runs.getStore() === outside;
}
