// A stream of answers: each question has the promise of one read.
import type { Wire } from '../3-one-wire.ts';

export class Client {
  readonly #wire: Wire;
  readonly #reader: ReadableStreamDefaultReader<string>;

  constructor(wire: Wire) {
    this.#wire = wire;
    const answers = new ReadableStream<string>({
      start(controller) {
        wire.onAnswer = (answer) => controller.enqueue(answer);
      },
    });
    this.#reader = answers.getReader();
  }

  ask(question: string, callback: (answer: string) => void): void {
    void this.#reader.read().then(({ value }) => callback(value as string));
    this.#wire.send(question);
  }
}
