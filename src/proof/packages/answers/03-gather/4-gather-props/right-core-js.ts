// Promise.allKeyed, which core-js brings.
import 'core-js/actual/promise/all-keyed';

export const gatherProps = (promises: object) =>
  (Promise as never as { allKeyed(promises: object): Promise<object> }).allKeyed({ ...promises });
