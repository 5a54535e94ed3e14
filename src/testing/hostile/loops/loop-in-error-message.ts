class Failure extends Error {
  get message() {
    while (this) {
    }
    return '';
  }
}

export async function both(a, b) {
  throw new Failure();
}
