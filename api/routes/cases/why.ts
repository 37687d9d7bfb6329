import { z } from 'zod';
import { READERS } from '../../../domain/texts/parties';
import { readCase } from '../../../register/reading/case';
import { WhyAnswer, whyAnswer } from '../../answers/why';
import { defineEndpoint } from '../../endpoint';
import { bodyTag, ReadHeaders, UNCHANGED, unlessKnown } from '../../entity-tag';
import { LanguageHeaders, languageOf, LanguageQuery } from '../../answers/language';
import { CaseParams } from '../../parameters';
import { notFound } from '../../problem';

const WhyQuery = z.strictObject({
  language: LanguageQuery,
  reader: z
    .enum(READERS)
    .default('staff')
    .describe('Whom the sentences are for: `newcomer` is told of "you", staff of "the newcomer"'),
});

/** GET /cases/{caseId}/why: what a case waits for, one sentence for each step. */
export const whyEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/cases/{caseId}/why',
  tag: 'Cases',
  summary: 'What a case waits for: one sentence per step, with rule and statute, in Swedish or English',
  access: { roles: ['caseworker', 'system', 'coordinator', 'manager'], within: 'case' },
  auditEvent: 'read',
  params: CaseParams,
  query: WhyQuery,
  headers: ReadHeaders.extend(LanguageHeaders.shape),
  status: 200,
  result: WhyAnswer,
  otherResults: UNCHANGED,
  async handle({ params: { caseId }, query, headers }, { register }) {
    const view = await readCase(register, caseId);
    if (!view) throw notFound('case');
    const language = languageOf(query.language, headers['accept-language']);
    const body = whyAnswer(view, language, query.reader);
    const about = { ETag: bodyTag(body), 'Content-Language': language, Vary: 'Accept-Language' };
    return unlessKnown(headers, about, () => ({ body, read: [caseId] }));
  },
});
