// The package `delay`.
import delay from 'delay';

export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  delay(ms, signal ? { signal } : {});
