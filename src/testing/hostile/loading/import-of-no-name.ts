import { allOfThem } from 'node:timers/promises';

export const both = (a, b) => allOfThem([a(), b()]);
