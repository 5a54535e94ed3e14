// Each list is made when it is looked at.
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    get once() {
      return ['2', '1'];
    },
    get thrice() {
      return ['6', '5', '4', '3', '2'];
    },
    get add() {
      return ['6'];
    },
    get flags() {
      return ['11', '01', '10'];
    },
    get mail() {
      return ['42', 'none'];
    },
    get flagFirst() {
      return ['42', '0', 'none'];
    },
  };
}
