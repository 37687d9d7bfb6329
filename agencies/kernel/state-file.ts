import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A plain JSON value that lives in memory and, when it has a file, survives a restart. */
export type StateFile<State> = {
  readonly state: State;
  /** Resolves when everything that was changed before the call is on disk. Rejects when the disk refuses. */
  readonly save: () => Promise<void>;
};

/**
 * Opens a state file, with `empty` as its first content. Without a path the state is kept in memory only.
 * Throws when the folder cannot be written or the file is not JSON.
 */
export async function openState<State extends object>(
  path: string | undefined,
  empty: State,
): Promise<StateFile<State>> {
  if (!path) return { state: empty, save: () => Promise.resolve() };
  await makeFolder(dirname(path));
  const state = { ...empty, ...(await readState<State>(path)) };
  const save = savingInTurn(() => replaceFile(path, JSON.stringify(state)));
  await save();
  return { state, save };
}

/** Creates one folder after another: Node 20's `recursive` hangs where a parent exists but cannot contain the folder. */
async function makeFolder(folder: string): Promise<void> {
  const make = async (): Promise<void> => {
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  };
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  });
}

async function readState<State>(path: string): Promise<Partial<State>> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Partial<State>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    if (error instanceof SyntaxError) throw new Error(`${path} is not JSON`, { cause: error });
    throw error;
  }
}

/** One write at a time; all calls during a write share the next one, so that a burst of filings costs two writes. */
function savingInTurn(write: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  return () => {
    if (!queued) {
      queued = running.then(() => {
        queued = undefined;
        return write();
      });
      running = queued.catch(() => undefined);
    }
    return queued;
  };
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
