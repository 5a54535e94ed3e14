/** All interleavings of small programs, one after the other, with nothing merged: what the lab is held against. */

/** A step on a cell; `value` is what it stores, adds, or expects (and then writes one more). */
export interface SmallStep {
  readonly kind:
    | 'read'
    | 'write'
    | 'load'
    | 'store'
    | 'add'
    | 'exchange'
    | 'compareExchange'
    | 'wait'
    | 'notify';
  readonly cell: number;
  /** Uses what the last step returned in the place of the value. */
  readonly usesLast: boolean;
  readonly value: number;
}

/** A list of steps for each thread; the thread returns what its last step returned. */
export type SmallProgram = readonly (readonly SmallStep[])[];

/** The code of one thread. */
export function run(steps: readonly SmallStep[], memory: Int32Array): number {
  let last = 0;
  for (const { kind, cell, usesLast, value } of steps) {
    const operand = usesLast ? last + 1 : value;
    if (kind === 'read') last = memory[cell] as number;
    else if (kind === 'write') memory[cell] = operand;
    else if (kind === 'load') last = Atomics.load(memory, cell);
    else if (kind === 'compareExchange')
      last = Atomics.compareExchange(memory, cell, operand, operand + 1);
    else if (kind === 'wait') last = Atomics.wait(memory, cell, operand) === 'ok' ? 1 : 0;
    else if (kind === 'notify') last = Atomics.notify(memory, cell, operand);
    else last = Atomics[kind](memory, cell, operand);
  }
  return last;
}

interface At {
  readonly memory: readonly number[];
  /** How many steps each thread has behind it, and what its last one returned. */
  readonly steps: readonly number[];
  readonly lasts: readonly number[];
  /** Threads, each in the order in which it fell asleep; all are in the midst of their step. */
  readonly asleep: readonly number[];
}

/** How often each ending comes: `memory | what each thread returned`, or `memory | asleep:` and who sleeps. */
export function enumerate(program: SmallProgram, cells: number): Map<string, bigint> {
  const endings = new Map<string, bigint>();
  const go = (at: At): void => {
    const alive = program.flatMap((steps, thread) =>
      (at.steps[thread] as number) < steps.length ? [thread] : [],
    );
    const ready = alive.filter((thread) => !at.asleep.includes(thread));
    if (ready.length === 0) {
      const how = at.asleep.length > 0 ? `asleep: ${at.asleep}` : `${at.lasts}`;
      const ending = `${at.memory} | ${how}`;
      endings.set(ending, (endings.get(ending) ?? 0n) + 1n);
    }
    for (const thread of ready) go(after(program, at, thread));
  };
  const none = program.map(() => 0);
  go({ memory: Array(cells).fill(0), steps: none, lasts: none, asleep: [] });
  return endings;
}

function after(program: SmallProgram, at: At, thread: number): At {
  const { memory, steps, lasts, asleep } = at;
  const stepOf = (of: number) => program[of]?.[steps[of] as number] as SmallStep;
  const step = stepOf(thread);
  const last = lasts[thread] as number;
  const isOn = steps.with(thread, (steps[thread] as number) + 1);
  if (step.kind === 'wait') {
    if (memory[step.cell] === operandOf(step, last)) return { ...at, asleep: [...asleep, thread] };
    return { ...at, steps: isOn, lasts: lasts.with(thread, 0) };
  }
  if (step.kind === 'notify') {
    const most = Math.max(0, operandOf(step, last));
    const woken = asleep.filter((of) => stepOf(of).cell === step.cell).slice(0, most);
    return {
      memory,
      steps: isOn.map((count, of) => (woken.includes(of) ? count + 1 : count)),
      lasts: lasts.map((value, of) =>
        woken.includes(of) ? 1 : of === thread ? woken.length : value,
      ),
      asleep: asleep.filter((of) => !woken.includes(of)),
    };
  }
  const changed = [...memory];
  return {
    memory: changed,
    steps: isOn,
    lasts: lasts.with(thread, take(step, changed, last)),
    asleep,
  };
}

const operandOf = ({ usesLast, value }: SmallStep, last: number) => (usesLast ? last + 1 : value);

/** In words of its own, so that a mistake in Atomics as the lab has it is noticed. */
function take(step: SmallStep, memory: number[], last: number): number {
  const { kind, cell } = step;
  const was = memory[cell] as number;
  const operand = operandOf(step, last);
  switch (kind) {
    case 'wait':
    case 'notify':
    case 'read':
    case 'load':
      return was;
    case 'write':
      memory[cell] = operand;
      return last;
    case 'store':
      memory[cell] = operand;
      return operand;
    case 'add':
      memory[cell] = was + operand;
      return was;
    case 'exchange':
      memory[cell] = operand;
      return was;
    case 'compareExchange':
      if (was === operand) memory[cell] = operand + 1;
      return was;
  }
}
