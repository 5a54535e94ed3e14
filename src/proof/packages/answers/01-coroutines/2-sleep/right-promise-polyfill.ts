// A promise of promise-polyfill's.
import Polyfill from 'promise-polyfill';

export const sleep = (ms: number) => new Polyfill((resolve) => setTimeout(resolve, ms));
