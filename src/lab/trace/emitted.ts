import { types } from 'node:util';

/** What `emit` leaves on an 'error' that it throws because no listener is there; Node 20 to 26 do so. */
const MARK = 'kEnhanceStackBeforeInspector';

const { getOwnPropertySymbols } = Object;
const { deleteProperty } = Reflect;

/** Whether an emitter has thrown this, as it had no listener for 'error'. It is said once: an error may come again. */
export function wasEmitted(error: unknown): boolean {
  // Neither a Proxy nor what is no Error: Node throws another error in its place.
  if (!types.isNativeError(error)) return false;
  if ((error as NodeJS.ErrnoException).code === 'ERR_UNHANDLED_ERROR') return true;
  const mark = getOwnPropertySymbols(error).find(({ description }) => description === MARK);
  return mark !== undefined && deleteProperty(error, mark);
}
