class Result {
  toString() {
    while (this) {
    }
  }
  toJSON() {
    while (this) {
    }
  }
  valueOf() {
    while (this) {
    }
  }
  [Symbol.toPrimitive]() {
    while (this) {
    }
  }
}

export async function both(a, b) {
  await Promise.all([a(), b()]);
  return [new Result(), new Result()];
}
