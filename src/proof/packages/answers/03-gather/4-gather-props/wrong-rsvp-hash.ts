// Assumes that hash keeps the order of the keys. (It sets each key when its promise fulfils.)
// Says: in the order in which they arrived
import RSVP from 'rsvp';

export const gatherProps = (promises: Record<string, unknown>) => RSVP.hash(promises);
