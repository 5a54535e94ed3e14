export async function both(a, b) {
  const no = () => {
    throw new Error('no');
  };
  throw new Proxy(new Error('boom'), { get: no, has: no, ownKeys: no, getPrototypeOf: no });
}
