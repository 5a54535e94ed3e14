class Work {
  get done() {
    while (this) {
    }
    return true;
  }
}

export async function both(a, b) {
  const work = new Work();
  return work.done ? Promise.all([a(), b()]) : [];
}
