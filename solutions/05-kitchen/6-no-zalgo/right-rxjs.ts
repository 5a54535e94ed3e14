// With rxjs: an AsyncSubject keeps the value, and asapScheduler delays each callback.
import { AsyncSubject, asapScheduler, from, observeOn } from 'rxjs';

export function makeGet<T>(
  load: (key: string) => Promise<T>,
): (key: string, callback: (error: unknown, value?: T) => void) => void {
  const kept = new Map<string, AsyncSubject<T>>();
  return (key, callback) => {
    let loading = kept.get(key);
    if (!loading) {
      loading = new AsyncSubject<T>();
      kept.set(key, loading);
      loading.subscribe({ error: () => kept.delete(key) });
      from(load(key)).subscribe(loading);
    }
    loading.pipe(observeOn(asapScheduler)).subscribe({
      next: (value) => callback(null, value),
      error: (error) => callback(error),
    });
  };
}
