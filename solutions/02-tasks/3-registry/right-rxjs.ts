// With rxjs: a BehaviorSubject holds the running work, and idle() takes its first empty list.
import { BehaviorSubject, filter, firstValueFrom } from 'rxjs';

type Io<T> = () => Promise<T>;

export class Registry {
  readonly #work = new BehaviorSubject<readonly { name: string }[]>([]);

  spawn(name: string, f: Io<void>): void {
    const entry = { name };
    this.#work.next([...this.#work.value, entry]);
    const end = () => this.#work.next(this.#work.value.filter((other) => other !== entry));
    f().then(end, end);
  }

  running(): string[] {
    return this.#work.value.map(({ name }) => name);
  }

  async idle(): Promise<void> {
    await firstValueFrom(this.#work.pipe(filter((work) => work.length === 0)));
  }
}
