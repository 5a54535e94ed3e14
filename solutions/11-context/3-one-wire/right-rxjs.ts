// A Subject of rxjs, and the promise of its next value but so many.
import { firstValueFrom, Subject, skip } from 'rxjs';
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #answers = new Subject<string>();
  #pending = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (answer) => {
      this.#pending--;
      this.#answers.next(answer);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    const answer = firstValueFrom(this.#answers.pipe(skip(this.#pending++)));
    void answer.then(callback);
    this.#wire.send(question);
  }
}
