// once of es-toolkit.
import { once } from 'es-toolkit';

export function lazy<T>(f: () => Promise<T>): PromiseLike<T> {
  const begun = once(() => f());
  return { then: (done, failed) => begun().then(done, failed) };
}
