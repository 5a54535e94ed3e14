import { all } from './nothing.ts';

export const both = (a, b) => all([a(), b()]);
