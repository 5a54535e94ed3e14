/** What threads cost, in virtual ms: as measured with Node 20 and 24 (29 to 40, 1.5 to 4, 0.3 to 1), and rounded. */
export const COSTS = {
  /** From `new Worker` to the first line of its file. */
  start: 30,
  /** From `terminate()`, or from its last line, until it has gone. */
  end: 1,
  /** To copy one MB: for the sender, and again for the receiver. */
  copyMB: 1,
} as const;

/** What it costs each side to copy this message, in whole ms. What is handed over or shared costs nothing. */
export function costOfCopy(message: unknown, handedOver: readonly unknown[]): number {
  return Math.floor((bytesOf(message, new Set(handedOver)) / 1e6) * COSTS.copyMB);
}

/** @param known what is not copied (again) */
function bytesOf(value: unknown, known: Set<unknown>): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (known.has(value) || value instanceof SharedArrayBuffer) return 0;
  known.add(value);
  if (value instanceof ArrayBuffer) return value.byteLength;
  // A view brings the whole of its buffer along.
  if (ArrayBuffer.isView(value)) return bytesOf(value.buffer, known);
  const inside =
    value instanceof Map || value instanceof Set ? [...value].flat() : Object.values(value);
  return inside.reduce<number>((sum, part) => sum + bytesOf(part, known), 16);
}
