/** The one door of the lab: what specs are written with. */
import './matchers.ts';
import './patience.ts';

export { expect } from 'vitest';
export { explore } from './explore.ts';
export type { Job } from './job.ts';
export { observe } from './observe.ts';
export type { Lab } from './scenario.ts';
export { test } from './test.ts';
export type { Trace } from './trace.ts';
