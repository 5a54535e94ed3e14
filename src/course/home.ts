import { resolve } from 'node:path';

/** Our own checkout, whichever course is run: it has the config and the packages. */
export const HOME = resolve(import.meta.dirname, '../..');
