// Tests the outcome of reflectAll by its error. (A reason may be any value, also undefined.)
// Says: Only an Error can be told from a result
import { parallel, reflectAll } from 'async';

export async function gatherSettled(awaitables: Iterable<unknown>) {
  const ends = await parallel(reflectAll(Array.from(awaitables, (item) => async () => item)));
  return ends.map((end: { error?: unknown; value?: unknown }) =>
    end.error ? end.error : end.value,
  );
}
