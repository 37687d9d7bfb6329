import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { ConfigOf } from '../platform/config/config';
import type { Planner } from '../register/assessment/planner';
import type { Register } from '../register/database';
import type { Authenticate } from './auth/bearer';
import type { Caller } from './auth/caller';

/** Everything that the API is made of. Put together once in `main.ts`, and by tests. */
export type ApiParts = {
  readonly register: Register;
  /** The engine's client; connects at first need, rejects while the engine is away. */
  readonly engine: () => Promise<Client>;
  readonly authenticate: Authenticate;
  readonly config: ConfigOf<'api'>;
  /** The one that the worker's cases plan by: intake plans revision 0. */
  readonly planner: Planner;
  /** Standard Webhooks secret of each agency that has a system. */
  readonly webhookSecrets: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** How long a person waits for the case before the relay takes over, in milliseconds; 8 s when not set. */
  readonly deliverWithin?: number;
};

/** Everything that a handler may reach besides its request. */
export type Services = ApiParts & {
  readonly metrics: Registry;
  /** Keeps who has signed in. */
  readonly remember: (caller: Caller) => Promise<void>;
  /** The API's own description, made when it is first asked for. */
  readonly openApi: () => Record<string, unknown>;
};
