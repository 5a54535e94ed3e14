// pipeline() with a callback, as it was before promises.
import { pipeline, type Writable } from 'node:stream';

export function pump<T>(source: AsyncIterable<T>, sink: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    pipeline(source, sink, (error) => (error ? reject(error) : resolve()));
  });
}
