// p-props of two keys.
import pProps from 'p-props';

export async function both<A, B>(a: () => Promise<A>, b: () => Promise<B>) {
  const results = await pProps({ a: a(), b: b() });
  return [results.a, results.b];
}
