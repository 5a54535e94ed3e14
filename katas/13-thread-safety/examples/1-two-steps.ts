// An increment reads, and then it writes. Here two threads are played by hand: B does both steps between the two of A.
const memory = new Int32Array(new SharedArrayBuffer(4));

function* increment(name: string): Generator<void> {
  const read = memory[0] as number;
  console.log(name, 'reads', read);
  yield;
  memory[0] = read + 1;
  console.log(name, 'writes', read + 1);
}

const a = increment('A');
const b = increment('B');
a.next();
b.next();
b.next();
a.next();
console.log('two increments, and the count is', memory[0]);
