import { z } from 'zod';
import type { Settings } from '../setting';
import { databaseUrl, httpUrl, port } from '../values';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Where the servers of an installation are, and where it keeps its data. */
export const SERVER_SETTINGS = {
  API_PORT: {
    value: port.default(8080),
    text: 'Port of the HTTP API.',
    readBy: ['worker', 'api'],
  },
  PUBLIC_URL: {
    value: httpUrl.optional(),
    text: 'Address under which people and agencies reach the API. Not set it is `http://127.0.0.1:<API_PORT>`.',
    readBy: ['worker', 'api'],
  },
  DATA_DIR: {
    value: z.string().default('.data'),
    text: 'Folder of databases, keys and logs, relative to the root of the clone.',
    readBy: ['oidc', 'mail'],
  },
  LOG_LEVEL: {
    value: z.enum(LEVELS, { error: `must be ${LEVELS.slice(0, -1).join(', ')} or silent` }).default('info'),
    text: `Least severe level that is logged: ${LEVELS.slice(0, -1).join(', ')} or silent.`,
    readBy: ['worker', 'api'],
  },
  DATABASE_URL: {
    value: databaseUrl.optional(),
    text: 'The register, PostgreSQL 17 or later. When set, `npm start` starts no PostgreSQL of its own.',
    readBy: ['worker', 'api'],
    isSecret: true,
    example: 'postgres://user:password@127.0.0.1:5432/etablering',
  },
  POSTGRES_PORT: {
    value: port.default(5439),
    text: 'Port of the PostgreSQL that `npm start` starts.',
    readBy: [],
  },
  TEMPORAL_PORT: {
    value: port.default(7233),
    text:
      'Port of the Temporal server that `npm start` starts. It starts none when TEMPORAL_ADDRESS (for instance ' +
      "temporal.example.se:7233) is set, or a temporal.toml lies where Temporal's own tools read it. TEMPORAL_NAMESPACE, " +
      "TEMPORAL_API_KEY, TEMPORAL_TLS and the rest are Temporal's own variables.",
    readBy: ['worker', 'api'],
  },
  TEMPORAL_UI_PORT: {
    value: port.default(8233),
    text: "Port of Temporal's own UI.",
    readBy: [],
  },
  TEMPORAL_CLI_PATH: {
    value: z.string().optional(),
    text: 'File of the Temporal CLI to use instead of the one on PATH or the installed one.',
    readBy: [],
  },
  OIDC_ISSUER: {
    value: httpUrl.optional(),
    text:
      'OpenID Connect provider for sign-in. When set, `npm start` starts none of its own. Its access tokens must be JWT, ' +
      'signed by RS256, for the audience below, and carry the claims role, agency and area.',
    readBy: ['oidc', 'api'],
    example: 'https://idp.example.se',
  },
  OIDC_PORT: {
    value: port.default(8081),
    text: 'Port of the provider that `npm start` starts.',
    readBy: ['oidc', 'api'],
  },
  OIDC_AUDIENCE: {
    value: z.string().default('etablering-api'),
    text: 'Audience that access tokens must be issued for.',
    readBy: ['oidc', 'api'],
  },
} as const satisfies Settings;
