import { z } from 'zod';
import { readNotes } from '../../../register/work/notes';
import { NoteAnswer } from '../../answers/work/note';
import { defineEndpoint } from '../../endpoint';
import { CaseParams } from '../../parameters';

/** GET /cases/{caseId}/notes: what colleagues have written. */
export const readNotesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/cases/{caseId}/notes',
  tag: 'Cases',
  summary: 'Read the notes of a case, the oldest first',
  access: { roles: ['caseworker', 'coordinator', 'manager'], within: 'case' },
  auditEvent: 'read',
  params: CaseParams,
  status: 200,
  result: z.object({ items: z.array(NoteAnswer) }).meta({ id: 'Notes' }),
  async handle({ params: { caseId } }, { register }) {
    const notes = await readNotes(register, caseId);
    const items = notes.map(({ id, at, mentions, ...note }) => ({
      ...note,
      noteId: id,
      mentions: [...mentions],
      at: at.toISOString(),
    }));
    return { body: { items }, read: [caseId] };
  },
});
