// Node's own `scheduler.wait`.
import { scheduler } from 'node:timers/promises';

export const sleep = (ms: number): Promise<void> => scheduler.wait(ms);
