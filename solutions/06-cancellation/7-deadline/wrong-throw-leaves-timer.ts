// Sets the timer before the step, and clears it only when there is a promise.
// Fails: settles as op does when it ends in time, and does not abort its signal after that
// Fails: sets one timer for a step, and leaves none, and no listener, when nothing is running
// Says: An operation that has thrown is over.
type Op<T> = (signal: AbortSignal) => Promise<T>;

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

const isTime = (ms: number) => ms >= 1;

export class Deadline {
  private readonly born = Date.now();
  private readonly ms: number;
  private readonly caller: AbortSignal | undefined;

  constructor(ms: number, caller?: AbortSignal) {
    if (!isTime(ms)) throw new RangeError('too little time');
    this.ms = ms;
    this.caller = caller;
  }

  left(): number {
    const left = this.ms - (Date.now() - this.born);
    return left > 0 ? left : 0;
  }

  run<T>(op: Op<T>, limit: number = Infinity): Promise<T> {
    const { caller } = this;
    if (!isTime(limit)) return Promise.reject(new RangeError('too low a limit'));
    if (caller?.aborted) return Promise.reject(caller.reason);
    const left = this.left();
    if (left === 0) return Promise.reject(new TimeoutError('no time left'));
    return new Promise((resolve, reject) => {
      const controller = new AbortController();
      const onQuit = () => controller.abort(caller?.reason);
      const onTime = () => controller.abort(new TimeoutError('time is up'));
      const ms = limit < left ? limit : left;
      const timer = ms === Infinity ? undefined : setTimeout(onTime, ms);
      caller?.addEventListener('abort', onQuit);
      const end = () => {
        clearTimeout(timer);
        caller?.removeEventListener('abort', onQuit);
      };
      const onValue = (value: T) => {
        end();
        resolve(value);
      };
      const onError = (error: unknown) => {
        end();
        reject(controller.signal.aborted ? controller.signal.reason : error);
      };
      try {
        op(controller.signal).then(onValue, onError);
      } catch (error) {
        reject(controller.signal.aborted ? controller.signal.reason : error);
      }
    });
  }

  pause(ms: number): Promise<void> {
    const { caller } = this;
    if (!isTime(ms)) return Promise.reject(new RangeError('too short a pause'));
    if (caller?.aborted) return Promise.reject(caller.reason);
    if (ms >= this.left()) return Promise.reject(new TimeoutError('no time for a pause'));
    return new Promise((resolve, reject) => {
      const onQuit = () => {
        clearTimeout(timer);
        reject(caller?.reason);
      };
      const onTime = () => {
        caller?.removeEventListener('abort', onQuit);
        resolve();
      };
      const timer = setTimeout(onTime, ms);
      caller?.addEventListener('abort', onQuit);
    });
  }
}
