// The sleep of radash.
export { sleep } from 'radash';
