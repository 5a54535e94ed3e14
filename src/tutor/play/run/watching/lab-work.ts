import type { Recorder as LabRecorder } from '../../../../lab/scene/recorder.ts';
import type { Span } from '../../../../lab/trace/trace.ts';
import type { Pause } from '../../played.ts';
import type { Recorder } from '../recorder.ts';

/** The lab's own work as rows: jobs, calls, and what burns; and its lines as what is printed. */
export function watchLab(recorder: Recorder, lab: LabRecorder): void {
  const places = new Map<object, number>();
  const { start, end, mark } = lab;
  lab.start = (name, kind) => {
    const span = Reflect.apply(start, lab, [name, kind]);
    if (kind === 'beat') return span;
    const label = kind === 'call' ? name : `'${name}'`;
    const fromStep = recorder.steps.length;
    // The spec tells nothing of itself: what it starts later is started by the scene.
    recorder.current ??= 0;
    const place = recorder.addRow(label, 0);
    places.set(span, place);
    if (kind !== 'burn') {
      const pause = kind === 'call' ? ('await' as const) : ('work' as const);
      const open = { from: recorder.now(), fromStep, to: undefined, toStep: undefined };
      recorder.rows[place]?.pauses.push({ kind: pause, text: '', line: 0, ...open });
    }
    recorder.step(`${label} ${kind === 'call' ? 'is called' : 'is started'}`, place);
    return span;
  };
  lab.end = (span, ending, ready) => {
    Reflect.apply(end, lab, [span, ending, ready]);
    const place = places.get(span);
    if (place !== undefined) over(recorder, place, ending);
  };
  lab.mark = (line, kind, due) => {
    Reflect.apply(mark, lab, [line, kind, due]);
    if (kind === 'log') recorder.print(line, 'stdout');
    else recorder.step(`from outside: ${line}`, recorder.current);
  };
}

const ENDINGS = { done: 'has ended', failed: 'fails', aborted: 'is stopped', running: '' } as const;

function over(recorder: Recorder, place: number, ending: Span['ending']): void {
  const row = recorder.rows[place];
  if (!row) return;
  row.ending = ending;
  row.end = recorder.now();
  row.endStep = recorder.steps.length;
  const pause: Pause | undefined = row.pauses.at(-1);
  if (pause) {
    pause.to = row.end;
    pause.toStep = row.endStep;
  }
  recorder.step(`${row.label} ${ENDINGS[ending]}`, place);
}
