// A handler of express whose next is onError.
import asyncHandler from 'express-async-handler';

export function background(f: () => unknown, onError: (error: unknown) => void): void {
  asyncHandler(async () => f())(undefined as never, undefined as never, onError);
}
