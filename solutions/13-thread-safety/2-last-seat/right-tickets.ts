// A lock with tickets in cell 1: the next ticket in the upper half, the one that is served in the lower half.
const NEXT = 1 << 16;

const SERVED = NEXT - 1;

export function book(memory: Int32Array): boolean {
  const ticket = (Atomics.add(memory, 1, NEXT) >>> 16) & SERVED;
  while ((Atomics.load(memory, 1) & SERVED) !== ticket);
  const free = Atomics.load(memory, 0);
  if (free > 0) Atomics.store(memory, 0, free - 1);
  Atomics.add(memory, 1, 1);
  return free > 0;
}
