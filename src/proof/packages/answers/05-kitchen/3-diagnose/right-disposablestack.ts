// A stack that stops the heartbeat.
import DisposableStack from 'disposablestack/DisposableStack';

interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

export async function kindOf(f: () => unknown, probe: Probe) {
  const stack = new DisposableStack();
  const start = probe.now();
  let last = start;
  let busy = 0;
  const beat = () => {
    const late = probe.now() - last - 4;
    if (late > 4) busy += late;
    last = probe.now();
  };
  stack.defer(probe.every(4, beat));
  try {
    await f();
    beat();
    return busy * 2 > probe.now() - start ? 'cpu' : 'io';
  } finally {
    stack.dispose();
  }
}
