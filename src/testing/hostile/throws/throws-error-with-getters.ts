class Failure extends Error {
  get name() {
    throw new Error('no name');
  }
  get message() {
    throw new Error('no message');
  }
  get stack() {
    throw new Error('no stack');
  }
  get cause() {
    throw new Error('no cause');
  }
}

export async function both(a, b) {
  throw new Failure();
}
