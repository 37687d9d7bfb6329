import { protectionOf } from '../../../domain/process/case/protection';
import { adult } from '../support';

describe('the queue and the warning of a case', () => {
  it.each([
    ['none', { queue: 'ordinary' }],
    ['sekretessmarkering', { queue: 'protected', warning: 'sekretessmarkering' }],
    ['skyddadFolkbokforing', { queue: 'protected', warning: 'skyddadFolkbokforing' }],
    ['fingeradePersonuppgifter', { queue: 'ordinary' }],
  ] as const)('with %s', (level, expected) => {
    expect(protectionOf(adult({ protectedIdentity: { level } }))).toEqual(expected);
  });

  it('fail closed while nobody has said', () => {
    expect(protectionOf(adult())).toEqual({ queue: 'protected' });
  });
});
