import { AsyncLocalStorage } from 'node:async_hooks';
import type { VirtualClock } from './clock.ts';

/** What code must be able to find out about the run that it belongs to. */
export interface RunContext {
  /** Real time passes where there is none. */
  readonly clock?: VirtualClock;
}

const OUTSIDE: RunContext = {};

/** Which run the code now running belongs to, however late it runs. */
export const runs = new AsyncLocalStorage<RunContext>();

let active: RunContext | undefined;

/** The run under way, for code that has lost its own (a function bound before the run began). */
export function setActiveRun(run: RunContext | undefined): void {
  active = run;
}

/** The clock that the code now running lives by; undefined outside every run, where time is real. */
export function currentClock(): VirtualClock | undefined {
  return (runs.getStore() ?? active)?.clock;
}

/** Sets something going that is to stay out of whatever run is under way when it happens. */
export function outsideOfRuns<T>(set: () => T): T {
  return runs.run(OUTSIDE, set);
}

/** Whether what runs now was set going when no run was under way. */
export function isOutsideOfRuns(): boolean {
  return runs.getStore() === OUTSIDE;
}

/** Whether what runs now was set going elsewhere, and so is no business of the run under way. */
export function isOfElsewhere(): boolean {
  const own = runs.getStore();
  return own !== undefined && own !== active;
}
