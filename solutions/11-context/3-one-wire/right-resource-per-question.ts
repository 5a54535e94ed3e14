// Each question is an AsyncResource.
import { AsyncResource } from 'node:async_hooks';
import type { Wire } from '../3-one-wire.ts';

class Question extends AsyncResource {
  readonly #callback: (answer: string) => void;

  constructor(callback: (answer: string) => void) {
    super('Question');
    this.#callback = callback;
  }

  answer(text: string): void {
    this.runInAsyncScope(this.#callback, undefined, text);
    this.emitDestroy();
  }
}

export class Client {
  readonly #wire: Wire;
  readonly #questions = new Map<number, Question>();
  #asked = 0;
  #answered = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.onAnswer = (text) => {
      const i = this.#answered++;
      const question = this.#questions.get(i);
      this.#questions.delete(i);
      question?.answer(text);
    };
  }

  ask(question: string, callback: (answer: string) => void): void {
    this.#questions.set(this.#asked++, new Question(callback));
    this.#wire.send(question);
  }
}
