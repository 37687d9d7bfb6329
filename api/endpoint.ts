import type { z } from 'zod';
import type { CaseId, MessageId } from '../domain/model/ids';
import type { MessageKind } from '../domain/model/message';
import type { StoredMessage } from '../register/messages/store';
import type { ImportKind } from '../register/imports/tables';
import type { StoredResponse } from '../register/schema';
import type { Access, TouchedStep } from './auth/access';
import type { Caller } from './auth/caller';
import type { UploadRule } from './imports/upload';
import type { Table } from './exports/table';
import type { ProblemType } from './problem';
import type { Services } from './services';

/**
 * The ledger row that a call leaves. `read`: one for each case whose data are answered. `list`: one that
 * names all the cases listed. A message's kind: the one that
 * the case writes when it takes the message, or the register with a change of its own. `none`: no personal data are read and nothing changes.
 */
export type AuditEvent =
  | 'none'
  | 'read'
  | 'list'
  | 'intake'
  | 'assignment'
  | 'note'
  | 'proposalRejected'
  | 'bulkAction'
  | ImportKind
  | MessageKind;

/** An answer that is not JSON: a text, or a `Readable` that is sent as it is read. */
export type Media = { readonly contentType: string; readonly description: string };

/** Who a changing request is to the register, and what an earlier one with the same key left there. */
export type MessageIdentity = {
  readonly id: MessageId;
  /** Empty for an upload, which nobody has read yet: its handler compares. */
  readonly bodyHash: string;
  /** Set while the earlier request has no answer yet, and for uploads. */
  readonly earlier?: StoredMessage;
};

type KeyRule = 'required' | 'optional';

/** A request as a handler gets it: every part parsed. */
export type EndpointRequest<P, Q, H, B, K> = {
  readonly caller: Caller;
  /** Path of the request: the `instance` of a problem. */
  readonly path: string;
  readonly params: P;
  readonly query: Q;
  readonly headers: H;
  readonly body: B;
  readonly message: K extends KeyRule ? MessageIdentity : undefined;
};

/** What a handler gives back; `read` names the cases whose data it holds. */
export type Answer<T> = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: T;
  readonly read?: readonly CaseId[];
  /** An answer that was given before, or is to be given again: sent as it is. */
  readonly stored?: StoredResponse;
};

/** One route of the API, with everything that mounting, the OpenAPI document and a reader must know of it. */
export type EndpointSpec<
  P extends z.ZodType,
  Q extends z.ZodType,
  H extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  K extends KeyRule | undefined,
> = {
  readonly method: 'get' | 'post' | 'delete';
  /** Template in OpenAPI's form, for instance `/api/v1/cases/{caseId}`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly auditEvent: AuditEvent;
  readonly params?: P;
  readonly query?: Q;
  readonly headers?: H;
  /** Whether the request must carry, or may carry, an `Idempotency-Key`; only changing requests do. */
  readonly idempotencyKey?: K;
  readonly body?: B;
  /** The body comes to the handler as a `Buffer`, because a signature is over its bytes; `body` documents it. */
  readonly rawBody?: true;
  /** The body comes to the handler as an `Upload`, which it reads as it comes; `body` documents it. */
  readonly upload?: UploadRule;
  /** The schema for these path parameters, where `body` documents all that the path may mean. Throws 404. */
  bodyFor?(params: z.output<P>): z.ZodType;
  /** The steps that the request answers or restarts, each to be the caller's own. */
  touches?(request: { readonly params: z.output<P>; readonly body: z.output<B> }): readonly TouchedStep[];
  readonly status: number;
  readonly result: R | Media;
  readonly otherResults?: Readonly<
    Record<number, { readonly description: string; readonly schema?: z.ZodType }>
  >;
  /** The problems that it may answer with besides those that its other declarations bring. */
  readonly problems?: readonly ProblemType[];
  /** The answer as a table: it may then be asked for as CSV or Excel too, by `Accept`. */
  table?(answer: z.output<R>): Table;
  /** Values that the documentation's `curl` line is made with. */
  readonly example?: {
    readonly identity?: string;
    readonly params?: object;
    readonly query?: string;
    readonly body?: unknown;
    /** Of an upload: a file of the repository, and its type. */
    readonly file?: readonly [path: string, type: string];
  };
  handle(
    request: EndpointRequest<z.output<P>, z.output<Q>, z.output<H>, z.output<B>, K>,
    services: Services,
  ): Promise<Answer<z.input<R>>>;
};

/** An endpoint whose own types are forgotten: what lists, mounting and documentation hold. */
export type Endpoint = EndpointSpec<
  z.ZodType,
  z.ZodType,
  z.ZodType,
  z.ZodType,
  z.ZodType,
  KeyRule | undefined
>;

/** The only way to make a route. Its handler gets the request parsed by the schemas that are declared here. */
export function defineEndpoint<
  R extends z.ZodType,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  H extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  K extends KeyRule | undefined = undefined,
>(spec: EndpointSpec<P, Q, H, B, R, K>): Endpoint {
  return spec as unknown as Endpoint;
}

/** An answer with another status than the endpoint's own, one of `otherResults`. */
export function otherAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer<never> {
  return { status, headers, body: body as never };
}

/** An answer that repeats of the request get too. */
export function storedAnswer(stored: StoredResponse): Answer<never> {
  return { stored, body: undefined as never };
}

/** Whether an answer is something else than JSON. */
export function isMedia(result: z.ZodType | Media): result is Media {
  return 'contentType' in result;
}
