import { both as again } from './import-of-itself.ts';

export const both = again ?? ((a, b) => Promise.all([a(), b()]));
