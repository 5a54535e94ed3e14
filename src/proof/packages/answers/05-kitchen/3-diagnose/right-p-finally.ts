// p-finally stops the heartbeat.
import pFinally from 'p-finally';

interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export function kindOf(f: () => unknown, probe: Probe) {
  const start = probe.now();
  let last = start;
  let busy = 0;
  const beat = () => {
    const late = probe.now() - last - 4;
    if (late > 4) busy += late;
    last = probe.now();
  };
  const stop = probe.every(4, beat);
  const measured = (async () => {
    await f();
    beat();
    return busy * 2 > probe.now() - start ? 'cpu' : 'io';
  })();
  return pFinally(measured, stop);
}
