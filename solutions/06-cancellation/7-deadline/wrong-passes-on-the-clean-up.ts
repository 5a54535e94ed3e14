// Rejects with what the stopped step rejects with, which comes of the clean-up.
// Fails: settles only when op has ended, with its value, or with the reason of the abort
// Fails: takes no time that is less than 1, or NaN, and takes Infinity for no limit
// Says: An error that comes after that is a consequence
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
        reject(error);
      };
      try {
        op(controller.signal).then(onValue, onError);
      } catch (error) {
        onError(error);
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
