/** The one door of the lab: what specs are written with. */
import './matchers.ts';
import './guard/patience.ts';

export { expect } from 'vitest';
export { attemptsIn } from './attempts.ts';
export { eachCase } from './explore/cases.ts';
export { interleave } from './explore/interleavings/interleave.ts';
export { eachMoment, type Later } from './explore/moments.ts';
export { explore } from './explore/orders.ts';
export { eachReason, eachValue } from './explore/palette.ts';
export { again, together } from './explore/repeats.ts';
export { judging } from './judging.ts';
export { type LabOfRun as Lab, observe } from './run/observe.ts';
export type { Job } from './scene/job.ts';
export { test } from './test.ts';
export { forReal, realProgram, realProgramOf } from './threads/real.ts';
export { ownCopyOf } from './trace/own-copy.ts';
export type { Plan, Trace } from './trace/trace.ts';
