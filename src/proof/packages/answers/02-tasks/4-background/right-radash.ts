// guard of radash, which is asked about every error.
import { guard } from 'radash';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  guard(
    async () => f(),
    (error: unknown) => {
      onError(error);
      return true;
    },
  );
}
