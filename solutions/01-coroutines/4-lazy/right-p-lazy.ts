// The package `p-lazy`.
import PLazy from 'p-lazy';

type Io<T> = () => Promise<T>;

export function lazy<T>(f: Io<T>): PromiseLike<T> {
  return PLazy.from(f);
}
