import { z } from 'zod';
import { text } from '../../../domain/model/text';
import { saveView } from '../../../register/work/saved-views';
import { teamOf } from '../../auth/caller';
import { defineEndpoint } from '../../endpoint';
import { changeRegister } from '../../messages/own-change';
import { AskedFilterQuery } from './query';
import { ViewAnswer, viewAnswer } from './view-answer';

const NewView = z
  .strictObject({ name: text(100), isShared: z.boolean().default(false), query: AskedFilterQuery })
  .meta({ id: 'NewView' });

/** POST /worklist/views: saves filters under a name; the same name again replaces them. */
export const saveViewEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/worklist/views',
  tag: 'Worklist',
  summary: 'Save filters of the worklist under a name',
  access: { roles: ['caseworker'] },
  auditEvent: 'none',
  idempotencyKey: 'required',
  body: NewView,
  status: 201,
  result: ViewAnswer,
  example: {
    identity: 'caseworker-kommun',
    body: { name: 'Mina, mest bråttom', query: { assignee: 'me', sort: 'priority' } },
  },
  async handle({ caller, message, body }, services) {
    const { name, isShared, query } = body;
    return changeRegister({ caller, message, kind: 'savedView', body }, services, async (trx) => {
      const owned = { owner: caller.subject, team: isShared ? teamOf(caller) : null };
      return { status: 201, body: viewAnswer(await saveView(trx, { ...owned, name, query: asText(query) })) };
    });
  },
});

function asText(query: object): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}
