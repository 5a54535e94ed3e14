// A list that mobx observes; idle waits until it is empty.
import { observable, runInAction, when } from 'mobx';

export class Registry {
  readonly #running = observable.array<{ name: string }>([], { deep: false });
  spawn(name: string, f: () => Promise<void>) {
    const entry = { name };
    runInAction(() => this.#running.push(entry));
    const end = () => runInAction(() => void this.#running.remove(entry));
    f().then(end, end);
  }
  running() {
    return this.#running.map(({ name }) => name);
  }
  async idle() {
    await when(() => this.#running.length === 0);
  }
}
