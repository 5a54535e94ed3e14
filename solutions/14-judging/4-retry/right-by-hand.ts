// No library: a setTimeout of our own, and a list of what is due.
type Retry = (op: () => Promise<unknown>) => Promise<unknown>;

interface Due {
  readonly at: number;
  readonly callback: () => void;
}

export async function check(retry: Retry): Promise<void> {
  const { setTimeout, clearTimeout, setImmediate } = globalThis;
  const { now } = Date;
  let time = 0;
  const due = new Set<Due>();
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const moveTo = async (ms: number) => {
    for (await turn(); time < ms; await turn()) {
      time++;
      for (const timer of due) if (timer.at <= time && due.delete(timer)) timer.callback();
    }
  };
  Object.assign(globalThis, {
    setTimeout: (callback: () => void, ms: number) => {
      const timer = { at: time + Math.max(1, ms), callback };
      due.add(timer);
      return timer;
    },
    clearTimeout: (timer: Due) => due.delete(timer),
  });
  Date.now = () => time;
  try {
    const final = { isFinal: true };
    for (const [outcomes, log] of [
      [['x', 'y', 'z'], '0 op, 103 op, 306 op, 309 rejected 2 0'],
      [['x', 'y', 'OK'], '0 op, 103 op, 306 op, 309 fulfilled 2 0'],
      [['OK', 'OK'], '0 op, 3 fulfilled 0 0'],
      [[final, 'OK'], '0 op, 3 rejected 0 0'],
      [['x', final, 'OK'], '0 op, 103 op, 106 rejected 1 0'],
    ] as const) {
      const start = time;
      const lines: string[] = [];
      const note = (line: string) => lines.push(`${time - start} ${line}`);
      const reasons: unknown[] = outcomes.map((outcome) =>
        outcome === 'OK' ? { outcome } : outcome,
      );
      const ended = (how: string) => (what: unknown) =>
        note(`${how} ${reasons.indexOf(what)} ${due.size}`);
      retry(async () => {
        const call = lines.length;
        note('op');
        await new Promise((resolve) => globalThis.setTimeout(resolve, 3));
        if (outcomes[call] === 'OK') return reasons[call];
        throw reasons[call];
      }).then(ended('fulfilled'), ended('rejected'));
      if (lines.length !== 1) throw new Error(`${lines.length} calls of op during the call`);
      await moveTo(start + 600);
      if (lines.join(', ') !== log) throw new Error(`${lines.join(', ')} instead of ${log}`);
    }
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Date.now = now;
  }
}
