/** Before what was left behind, in a test of this title: most titles would say that something else is wrong. */
export function sayOtherwiseRight(title: string): string {
  return /\bunhandled\b/.test(title)
    ? 'When a function has settled, nothing may be left behind:'
    : 'What this test checks is right. But when a function has settled, nothing may be left behind, in any test:';
}
