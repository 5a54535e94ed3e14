// A timeout of something that never comes.
import pTimeout from 'p-timeout';

export const sleep = (ms: number) =>
  pTimeout(new Promise<void>(() => {}), { milliseconds: ms, fallback: () => {} });
