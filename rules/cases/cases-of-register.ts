import type { PlainDate } from '../../domain/model/plain-date';
import { createDatabase } from '../../register/database';
import { allPlannerInput, type PlannerInput } from '../../register/reading/planner-input';
import { readRunning } from '../../local/running';

/** One case to plan, from a register or from a file, where the day and the state may be left out. */
export type CaseInput = Pick<PlannerInput, 'facts' | 'records'> & {
  readonly caseId: string;
  readonly state?: 'open' | 'closed';
  readonly asOf?: PlainDate;
};

/** Cases in pages, so that neither side waits for a single one. */
export type CasePages = AsyncIterable<readonly CaseInput[]>;

/** Where an installation's database is found. */
export type Installation = { readonly databaseUrl?: string; readonly dataDir: string };

/** There is no database to read. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase';
}

/**
 * All cases of the installation's database: that of `DATABASE_URL`, else of the system that runs on this machine. Throws
 * `NoDatabase` at once when there is neither.
 */
export function casesOfRegister({ databaseUrl, dataDir }: Installation): CasePages {
  const url = databaseUrl ?? readRunning(dataDir)?.databaseUrl;
  if (url) return pagesOf(url);
  throw new NoDatabase(
    `no DATABASE_URL is set and nothing runs on ${dataDir} (DATA_DIR): run \`npm start\`, or name a file by --file`,
  );
}

async function* pagesOf(url: string): AsyncGenerator<readonly CaseInput[]> {
  const register = createDatabase(url);
  try {
    yield* allPlannerInput(register);
  } finally {
    await register.destroy();
  }
}
