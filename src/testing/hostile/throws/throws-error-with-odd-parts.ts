export async function both(a, b) {
  throw Object.assign(new Error('boom'), { name: Symbol('name'), message: { no: 'text' }, stack: 5 });
}
