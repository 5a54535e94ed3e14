// A count in an Int32Array goes from the greatest number to the least one, and from -1 to 0. Which of three slots, or of four?
const count = new Int32Array(new SharedArrayBuffer(4));

for (const start of [2147483645, -3]) {
  Atomics.store(count, 0, start);
  for (let i = 0; i < 5; i++) {
    const now = Atomics.load(count, 0);
    console.log(now, '| % 3:', now % 3, '| >>> 0 % 3:', (now >>> 0) % 3, '| & 3:', now & 3);
    Atomics.add(count, 0, 1);
  }
}
