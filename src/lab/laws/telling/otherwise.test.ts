import { expect, test } from 'vitest';
import { sayOtherwiseRight } from './otherwise.ts';

test('what is left behind is another matter, but not where the title says it', () => {
  expect(sayOtherwiseRight('closes all sources')).toMatch(/^What this test checks is right\. But/);
  expect(sayOtherwiseRight('leaves no unhandled rejection')).not.toContain('is right');
});
