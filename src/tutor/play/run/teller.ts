import type { LineOf } from '../played.ts';
import { Call } from './call.ts';
import { labelOf } from './labels.ts';
import type { Recorder } from './recorder.ts';

/** What a program is given to tell by: it is called `$play` there. */
export interface Teller {
  /** An async function was called. */
  readonly call: (name: string, line: LineOf, args: readonly unknown[]) => Call;
  /** The program itself. */
  readonly main: Call;
}

/** The program begins to run now. */
export function teller(recorder: Recorder, name = '(program)'): Teller {
  const program = recorder.addRow(name, 0);
  recorder.runs(program);
  recorder.begin();
  return {
    main: new Call(recorder, program, undefined),
    call: (name, line, args) => {
      const caller = recorder.current;
      const label = labelOf(name, line, args);
      const place = recorder.addRow(label, line);
      recorder.runs(place);
      recorder.step(`${label} is called`, place, line);
      return new Call(recorder, place, caller);
    },
  };
}
