/** What a spec can ask of all interleavings: every law of this folder, under its own name. */
export { toAllow, toHold } from './always.ts';
export { toEnd } from './ending.ts';
export { toEndWith } from './ends.ts';
export { toHaveOutcomes } from './outcomes.ts';
export { toHaveNoDataRace } from './races.ts';
export { toSleep, toWaitForNothing } from './sleep.ts';
