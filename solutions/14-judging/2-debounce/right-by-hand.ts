// No library: timers of its own, which know how to start again.
type Debounce = (f: (...args: unknown[]) => void, ms: number) => (...args: unknown[]) => void;

class Timer {
  at = 0;
  readonly callback: () => void;
  readonly ms: number;
  readonly isInterval: boolean;

  constructor(callback: () => void, ms: number, isInterval: boolean) {
    this.callback = callback;
    this.ms = Math.max(1, ms);
    this.isInterval = isInterval;
    this.refresh();
  }

  refresh(): this {
    this.at = time + this.ms;
    due.add(this);
    return this;
  }
}

let time = 0;
const due = new Set<Timer>();

function moveTo(ms: number): void {
  while (time < ms) {
    time++;
    for (const timer of [...due]) {
      if (timer.at !== time || !due.delete(timer)) continue;
      if (timer.isInterval) timer.refresh();
      timer.callback();
    }
  }
}

export async function check(debounce: Debounce): Promise<void> {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const { now } = Date;
  time = 0;
  due.clear();
  const clear = (timer: Timer) => due.delete(timer);
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, ms: number) => new Timer(callback, ms, false),
    clearTimeout: clear,
    setInterval: (callback: () => void, ms: number) => new Timer(callback, ms, true),
    clearInterval: clear,
  });
  Date.now = () => time;
  try {
    const log: string[] = [];
    const f = debounce((...args) => log.push(`f ${time} ${args}`), 40);
    const g = debounce((...args) => log.push(`g ${time} ${args}`), 40);
    f('a');
    g('x', 'y');
    moveTo(39);
    f('b', 'c');
    moveTo(200);
    f('d');
    moveTo(500);
    const told = log.join(', ');
    if (told !== 'g 40 x,y, f 79 b,c, f 240 d') throw new Error(told);
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = now;
  }
}
