import type { Timer, TimerKind } from '../time/timer.ts';
import { type Place, placeIn } from '../trace/place.ts';
import type { TimerRecord, Times } from '../trace/trace.ts';

/**
 * Where it was set is found out when somebody asks: most are never asked, and a stack takes long to read. A class, as
 * an object that is given a getter of its own costs ten times as much.
 */
export class RecordOfTimer implements TimerRecord {
  readonly kind: TimerKind;
  readonly armedAt: number;
  readonly dueAt: number;
  readonly fired: number;
  readonly late: readonly Times[];
  readonly clearedAt: number | null;
  readonly keepsAlive: boolean;
  readonly isAwaited: boolean;
  readonly #place: Place | undefined;

  constructor(timer: Timer) {
    this.kind = timer.kind;
    this.armedAt = timer.armedAt;
    this.dueAt = timer.dueAt;
    this.fired = timer.fired;
    this.late = timer.late;
    this.clearedAt = timer.clearedAt;
    this.keepsAlive = timer.hasRef();
    this.isAwaited = timer.isAwaited;
    this.#place = timer.place;
  }

  get place(): string | undefined {
    return placeIn(this.#place?.stack);
  }
}
