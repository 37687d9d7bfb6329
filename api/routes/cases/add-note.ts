import { z } from 'zod';
import { StepId } from '../../../domain/model/ids';
import { text } from '../../../domain/model/text';
import { stepOwner } from '../../../register/work/assign';
import { addNote } from '../../../register/work/notes';
import { NoteAnswer } from '../../answers/work/note';
import { Subject } from '../../auth/colleague';
import { defineEndpoint } from '../../endpoint';
import { requireReader } from '../../messages/mention';
import { changeRegister } from '../../messages/own-change';
import { presentTag, requireTag } from '../../messages/revision';
import { ChangeHeaders } from '../../entity-tag';
import { CaseParams } from '../../parameters';
import { notFound } from '../../problem';

const NewNote = z
  .strictObject({
    text: text(4000),
    stepId: StepId.optional().describe('The step that it is about; none for the whole case'),
    mentions: z.array(Subject).max(20).default([]).describe('Colleagues who are to read it'),
  })
  .meta({ id: 'NewNote' });

/** POST /cases/{caseId}/notes: something that colleagues should know. */
export const addNoteEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/cases/{caseId}/notes',
  tag: 'Cases',
  summary: 'Write a note about a case or one of its steps, and tell colleagues of it',
  access: { roles: ['caseworker', 'coordinator', 'manager'], within: 'case' },
  auditEvent: 'note',
  params: CaseParams,
  headers: ChangeHeaders,
  idempotencyKey: 'required',
  body: NewNote,
  status: 201,
  result: NoteAnswer,
  example: {
    identity: 'caseworker-kommun',
    body: { text: 'Ringde, ingen svarade.', stepId: 'sfi', mentions: ['caseworker-kommun-2'] },
  },
  async handle({ caller, message, params: { caseId }, headers, body }, services) {
    return changeRegister({ caller, message, kind: 'note', caseId, body }, services, async (trx) => {
      await requireTag(trx, caseId, headers['if-match']);
      if (body.stepId && !(await stepOwner(trx, caseId, body.stepId))) throw notFound('step');
      for (const subject of body.mentions) await requireReader(trx, caseId, subject);
      const { text: written, stepId = null, mentions } = body;
      const note = { caseId, stepId, author: caller.subject, text: written, mentions };
      await addNote(trx, { id: message.id, ...note });
      const answer = { noteId: message.id, ...note, at: new Date().toISOString() };
      return { status: 201, headers: { ETag: await presentTag(trx, caseId) }, body: answer };
    });
  },
});
