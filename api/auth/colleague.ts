import { text } from '../../domain/model/text';
import type { Caller, Role } from './caller';

/** What a colleague is named by everywhere: the subject of their token. */
export const Subject = text(200);

/** Roles of the people who work with cases: all but operators. */
export const CASE_ROLES: readonly string[] = ['caseworker', 'coordinator', 'manager'] satisfies Role[];

/** Whose steps a list is filtered by. */
export const AssigneeQuery = Subject.optional().describe('`me`, `none`, or the subject of a colleague');

/** Whom such a filter means: the caller by `me`, and null, nobody, by `none`. */
export function assigneeAsked(asked: string, { subject }: Caller): string | null {
  if (asked === 'none') return null;
  return asked === 'me' ? subject : asked;
}
