import type { Config } from '../../platform/config/config';
import type { Secrets } from '../../platform/config/secrets';
import type { PartName } from '../../platform/config/setting';
import type { Shutdown } from './shutdown';

/** Which system is to be started, with what, and who is notified of its progress and of a part that ends. */
export type BringUp = {
  readonly config: Config;
  readonly secrets: Secrets;
  /** The parts to run: all of them but for development and tests. */
  readonly parts: readonly PartName[];
  readonly demo: boolean;
  readonly signal: AbortSignal;
  readonly shutdown: Shutdown;
  /** Takes one progress line. */
  readonly say: (line: string) => void;
  /** A server or part ended by itself; its log may say why. */
  readonly onDeath: (name: string, logFile: string) => void;
};
