/**
 * In Node 20, a signal of `AbortSignal.any` does not keep those that it follows: `AbortSignal.timeout(50)`, given to it and to
 * nobody else, is collected as garbage, and never fires. A crawler that waits for it is right, and would hang.
 */
export function keepSources(): void {
  const { any } = AbortSignal;
  const sources = new WeakMap<AbortSignal, AbortSignal[]>();
  AbortSignal.any = (signals) => {
    const all = [...signals];
    const signal = any.call(AbortSignal, all);
    sources.set(signal, all);
    return signal;
  };
}
