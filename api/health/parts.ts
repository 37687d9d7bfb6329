import { pingRegister } from '../../register/health/diagnosis';
import type { Services } from '../services';

/** How long a part may take to answer before it counts as away, in milliseconds. */
const ANSWER_WITHIN = 2_000;

/** What a look at a part of the system gave. */
export type Look<T> = { readonly status: 'up'; readonly found: T } | { readonly status: 'away' };

/** Looks at a part, for two seconds at most; a part that fails or is slow is away. */
export async function look<T>(at: () => Promise<T>): Promise<Look<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Look<T>>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'away' }), ANSWER_WITHIN);
  });
  try {
    return await Promise.race([at().then((found): Look<T> => ({ status: 'up', found })), late]);
  } catch {
    return { status: 'away' };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the register and the engine answer. */
export async function lookAtParts({ register, engine }: Services) {
  const [registerLook, engineLook] = await Promise.all([
    look(() => pingRegister(register)),
    look(async () => {
      const { connection } = await engine();
      await connection.workflowService.getSystemInfo({});
    }),
  ]);
  return { register: registerLook.status, engine: engineLook.status };
}
