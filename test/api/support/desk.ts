import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Express } from 'express';
import { pino } from 'pino';
import request, { type Response } from 'supertest';
import { createApp } from '../../../api/app';
import { bearerTokens } from '../../../api/auth/bearer';
import { type Engine, lazyEngine } from '../../../engine/lazy-client';
import { planFirstCut } from '../../rules/support';
import { parseConfig } from '../../../platform/config/config';
import { freePorts } from '../../../local/servers/ports';
import type { Planner } from '../../../register/assessment/planner';
import type { Register } from '../../../register/database';
import { heldToDeclarations } from './declared-problems';
import { AUDIENCE, sharedSignIn, type SignIn } from './sign-in';

export const WEBHOOK_SECRETS = {
  skatteverket: 'whsec_c2thdHRldmVya2V0cy1oZW1saWdoZXQ=',
  kommun: 'whsec_a29tbXVuZW5zLWhlbWxpZ2hldC0xMjM=',
  forsakringskassan: 'whsec_Zm9yc2FrcmluZ3NrYXNzYW4gaGVtbGln',
  pensionsmyndigheten: 'whsec_cGVuc2lvbnNteW5kaWdoZXRlbiBoZW1s',
  uhr: 'whsec_dWhyIGhlbWxpZ2hldCAxMjM0',
  region: 'whsec_cmVnaW9uIGhlbWxpZ2hldCAxMjM0',
  bank: 'whsec_YmFuayBoZW1saWdoZXQgMTIzNA==',
};

/** The API on real parts, spoken to over HTTP by demonstration identities. */
export type Desk = {
  readonly app: Express;
  readonly signIn: SignIn;
  readonly close: () => Promise<void>;
  readonly get: (identity: string, path: string) => Promise<Response>;
  /** Posts under a new key, or under the one given. */
  readonly post: (identity: string, path: string, body: unknown, key?: string) => Promise<Response>;
  readonly remove: (identity: string, path: string) => Promise<Response>;
  readonly getWith: (identity: string, path: string, headers: Headers) => Promise<Response>;
  readonly postWith: (identity: string, path: string, body: unknown, headers: Headers) => Promise<Response>;
};

const BEARER = { type: 'bearer' } as const;

type Headers = Readonly<Record<string, string>>;

export type DeskParts = {
  readonly register: Register;
  /** Where its callers sign in; at the provider that the whole test run shares when not given. */
  readonly signIn?: SignIn;
  /** The engine; one that does not answer when not given. */
  readonly engine?: () => Promise<Client>;
  /** How intake plans; as the catalogue says when not given. */
  readonly planner?: Planner;
  /** How long a request waits for its case, in milliseconds; as long as in production when not given. */
  readonly deliverWithin?: number;
  /** Settings of the installation besides. */
  readonly variables?: Readonly<Record<string, string>>;
};

/** Ports on which no agency answers, though a whole system runs on this machine. */
const NO_AGENCIES = { AGENCIES_PORT: '1' };

/** Sets up the API. Nothing listens: supertest opens a port for each request. */
export async function openDesk(parts: DeskParts): Promise<Desk> {
  const { register, signIn = sharedSignIn(), engine, planner = planFirstCut, deliverWithin } = parts;
  const variables = { ...NO_AGENCIES, ...parts.variables };
  const config = parseConfig({ ...variables, OIDC_ISSUER: signIn.issuer, OIDC_AUDIENCE: AUDIENCE });
  const away = await engineAway(register);
  const app = heldToDeclarations(
    createApp({
      register,
      engine: engine ?? away.client,
      authenticate: bearerTokens(config.oidc),
      config,
      planner,
      webhookSecrets: WEBHOOK_SECRETS,
      logger: pino({ level: 'silent' }),
      deliverWithin,
    }),
  );
  return { app, signIn, close: away.close, ...callsTo(app, signIn) };
}

/** Requests to the application, each with the token of who makes it. */
function callsTo(app: Express, signIn: SignIn): Omit<Desk, 'app' | 'signIn' | 'close'> {
  const authorization = async (identity: string) => `Bearer ${await signIn.tokenOf(identity)}`;

  async function getWith(identity: string, path: string, headers: Headers): Promise<Response> {
    return request(app)
      .get(path)
      .set({ authorization: await authorization(identity), ...headers });
  }

  async function postWith(
    identity: string,
    path: string,
    body: unknown,
    headers: Headers,
  ): Promise<Response> {
    return request(app)
      .post(path)
      .set({ authorization: await authorization(identity), ...headers })
      .send(body as object);
  }

  return {
    getWith,
    postWith,
    get: (identity, path) => getWith(identity, path, {}),
    remove: async (identity, path) =>
      request(app)
        .delete(path)
        .auth(await signIn.tokenOf(identity), BEARER),
    post: (identity, path, body, key = randomUUID()) =>
      postWith(identity, path, body, { 'idempotency-key': key }),
  };
}

/** An engine at an address where nobody listens. */
async function engineAway(register: Register): Promise<Engine> {
  const [port] = await freePorts(1);
  const options = { address: `127.0.0.1:${port}` };
  return lazyEngine({ options, namespace: 'default', configured: true }, register);
}
