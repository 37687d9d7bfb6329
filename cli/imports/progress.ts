import type { Import } from '../generated/api-types';
import { type Progress, someCounts } from '../output/follow';

/** States in which an import goes no further by itself. */
const AT_REST: readonly Import['state'][] = ['awaitingDecisions', 'stopped', 'ended'];

/** `opening: 45000 rows, waiting 31000, opened 14000`, until nothing goes on by itself. */
export const IMPORT_PROGRESS: Progress<Import> = {
  line: ({ state, rows, counts }) => {
    const some = someCounts(counts);
    return `${state}: ${rows} rows${some && `, ${some}`}`;
  },
  rests: ({ state }) => AT_REST.includes(state),
};
