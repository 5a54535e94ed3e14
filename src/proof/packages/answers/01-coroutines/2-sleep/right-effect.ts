// A sleep of Effect's.
import { Effect } from 'effect';

export const sleep = (ms: number) => Effect.runPromise(Effect.sleep(ms));
