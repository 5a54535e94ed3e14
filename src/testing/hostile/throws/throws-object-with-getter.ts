export async function both(a, b) {
  throw {
    get message() {
      throw new Error('no message');
    },
    get stack() {
      throw new Error('no stack');
    },
  };
}
