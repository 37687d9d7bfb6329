import type { CaseId } from '../../../domain/model/ids';
import { openStage, type Stage, type StageOptions } from '../../support/stage';
import type { StagedCase } from '../../support/staged-case';
import { until } from '../../support/until';
import { type Desk, openDesk } from './desk';
import { household } from './household';

/** The API with a whole engine room behind it. */
export type Room = Desk & {
  readonly stage: Stage;
  /** The same API, which waits for a case no longer than a moment. */
  readonly impatient: Desk;
  /** Opens a case through the API; gives it with its history and clock. */
  readonly opens: (body?: ReturnType<typeof household>) => Promise<StagedCase>;
  readonly close: () => Promise<void>;
};

/** Opens the room; workers run until `close`. `variables` are settings of the installation besides. */
export async function openRoom(
  variables: Readonly<Record<string, string>> = {},
  options: StageOptions = {},
): Promise<Room> {
  const stage = await openStage(options);
  const engine = async () => stage.client;
  const parts = { register: stage.register, engine, variables };
  const desk = await openDesk(parts);
  const impatient = await openDesk({ ...parts, deliverWithin: 300 });
  return {
    ...desk,
    stage,
    impatient,
    async opens(body = household()) {
      const answer = await desk.post('coordinator', '/api/v1/households', body);
      const staged = stage.caseOf(answer.body.cases[0].caseId as CaseId);
      await staged.untilHandOver('delgivning', 'filed');
      await staged.untilHandOver('sfi', 'filed');
      return staged;
    },
    async close() {
      await stage.close();
    },
  };
}

/** Number of events in a case's history once nothing more comes by itself. */
export async function eventsAtRest(staged: StagedCase): Promise<number> {
  let last = -1;
  let events = await staged.events();
  await until('the history is at rest', async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    last = events;
    events = await staged.events();
    return last === events;
  });
  return events;
}

/** Address of a case, or of something under it. */
export function at(staged: StagedCase, rest = ''): string {
  return `/api/v1/cases/${staged.caseId}${rest}`;
}
