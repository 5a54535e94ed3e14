import { eachTurn, IDLE } from '../node/turns.ts';
import { MOST_UNHANDLED, type Recorder } from '../scene/recorder.ts';
import type { Threads } from '../threads/threads.ts';
import type { VirtualClock } from '../time/clock.ts';
import { type Run, takeTurn } from '../time/run-context.ts';
import type { Timer } from '../time/timer.ts';
import { stackOf } from '../trace/place.ts';
import { EndlessError } from '../trace/runaway.ts';
import type { Times } from '../trace/trace.ts';

/** Timers that may fire in a row without anything worth recording, before they are said to have no end. */
const TIMERS_WITHOUT_NEWS = 50_000;

/** Things that may be recorded in one run: work that begins and ends, lines that are logged, and so on. */
const MOST_NEWS = 20_000;

/** Each message counts for so many of them: the real event loop takes that much longer to bring one. */
const TIMERS_FOR_A_MESSAGE = 20;

/** Turns in which the clock may stand still, before it is said to. */
const TURNS_IN_ONE_MS = 100;

/** Timers that may fire after the outcome is known and the lab's own work is over. */
const TIMERS_AFTER_THE_END = 100;

export interface Driven {
  readonly run: Run;
  readonly threads: Threads;
  readonly recorder: Recorder;
  /** They hold nothing up, and beat no more when the outcome is known. */
  readonly heartbeats: readonly Timer[];
  /** Starts it all; its callbacks and all later ones run on stacks of their own. */
  readonly begin: () => void;
  readonly isDecided: () => boolean;
  /** Called once, as soon as nothing runs any more and the outcome is known. */
  readonly onDecided: () => void;
  /** The run will not end by itself. */
  readonly giveUp: (why: Error) => void;
}

/**
 * Lets a run happen, to its end and to the end of all that it has started: whenever everything is blocked,
 * the clock moves to the next timer.
 *
 * @returns the stretches in which its own code ran and the event loop did not turn
 */
export async function drive({
  run,
  threads,
  recorder,
  heartbeats,
  begin,
  isDecided,
  onDecided,
  giveUp,
}: Driven): Promise<Times[]> {
  const { clock } = run;
  const silences: Times[] = [];
  let burnt = 0;
  // What time passes in a turn passes at its end: the clock moves only before.
  const noteSilence = () => {
    if (clock.burnt === burnt || clock.isInTurn) return;
    silences.push([clock.now - (clock.burnt - burnt), clock.now]);
    burnt = clock.burnt;
  };
  recorder.onTooMany = (error) => {
    giveUp(endlessErrors(error));
    // What throws again and again may leave us no turn.
    clock.end();
  };

  let turns = 0;
  let withoutNews = 0;
  let turnsAtDecision: number | undefined;
  let news = 0;
  let messages = 0;
  let now = 0;
  let turnsAtMove = 0;
  const look = () => {
    if (clock.isHeld) return IDLE;
    takeTurn(run);
    if (turns++ === 0) return begin;
    noteSilence();
    if (isDecided()) {
      if (turnsAtDecision === undefined) {
        turnsAtDecision = turns;
        onDecided();
      }
      if (!isWorthWaiting(clock, turns - turnsAtDecision)) return undefined;
    }
    const sent = clock.traffic.sentAt.length - messages;
    messages = clock.traffic.sentAt.length;
    withoutNews = news === recorder.recorded ? withoutNews + 1 + sent * TIMERS_FOR_A_MESSAGE : 0;
    news = recorder.recorded;
    if (clock.now !== now) turnsAtMove = turns;
    now = clock.now;
    if (withoutNews > TIMERS_WITHOUT_NEWS) {
      const standsStill = turns - turnsAtMove > TURNS_IN_ONE_MS;
      giveUp(sent > 0 ? endlessMessages(clock) : endlessTimers(recorder.timers, standsStill));
      return undefined;
    }
    if (news > MOST_NEWS) {
      giveUp(endlessWork());
      return undefined;
    }
    const onlyBeats = heartbeats.length > 0 && clock.pending === heartbeats.length;
    const isOver = onlyBeats && !clock.traffic.isComing && threads.nextAt === Infinity;
    if (isOver && !isDecided()) return undefined;
    return threads.next();
  };
  await eachTurn(look, threads);
  return silences;
}

/** After the outcome, the run goes on for the lab's work, and a while for timeouts: they may do harm. */
function isWorthWaiting(clock: VirtualClock, turns: number): boolean {
  if (clock.hasArmed((timer) => timer.owner === 'lab')) return true;
  if (turns >= TIMERS_AFTER_THE_END) return false;
  return clock.traffic.isComing || clock.hasArmed((timer) => timer.kind !== 'interval');
}

function endlessMessages({ traffic }: VirtualClock): Error {
  return endless(
    'Thousands of messages came one after another, and nothing else happened.',
    'The clock does not move while a message is on its way. Await the work itself.',
    traffic.place?.stack,
  );
}

/**
 * Its place is that of a timer that was set when it had begun to go on without end.
 *
 * @param standsStill the clock has not moved of late: immediates run in the same ms again and again, or many timers
 */
function endlessTimers(timers: readonly Timer[], standsStill: boolean): Error {
  const many = TIMERS_WITHOUT_NEWS.toLocaleString('en');
  const last = timers.findLast(({ place }) => place);
  const areImmediates = standsStill && (last?.kind ?? 'immediate') === 'immediate';
  return endless(
    `${many} ${areImmediates ? 'immediates ran' : 'timers fired'} one after another, and nothing else happened.`,
    `${areImmediates ? 'The clock does not move while an immediate is queued.' : 'Does your code poll?'} Await the work itself.`,
    last?.place?.stack,
  );
}

function endlessWork(): Error {
  return endless(
    `${MOST_NEWS.toLocaleString('en')} steps of work came one after another, and the call is still pending.`,
    'Is there a loop that never ends? An await in a loop does not end it.',
  );
}

/** @param error one of them, and whatever was thrown */
function endlessErrors(error: unknown): Error {
  return endless(
    `${MOST_UNHANDLED.toLocaleString('en')} errors came one after another, and none was caught or handled.`,
    'Code that is called again and again must catch its own errors, or end.',
    stackOf(error),
  );
}

function endless(fact: string, advice: string, stack = ''): Error {
  const error = new EndlessError(fact, advice);
  error.stack = stack;
  return error;
}
