// An AsyncIterable of ix.
import { from } from 'ix/asynciterable';
import { map } from 'ix/asynciterable/operators';
import { toArray } from 'ix/asynciterable/toarray';

export const inOrder = <T>(steps: (() => Promise<T>)[]) =>
  toArray(from([...steps]).pipe(map((step) => step())));
