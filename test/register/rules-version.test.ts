import { rulesVersion } from '../../register/assessment/rules-version';

describe('the version of the rules', () => {
  const asWritten = { answering: {} };

  it('is the same as long as nothing has changed', () => {
    expect(rulesVersion(asWritten)).toBe(rulesVersion(asWritten));
    expect(rulesVersion(asWritten)).toMatch(/^\d{4}-\d{2}-\d{2}\.[0-9a-f]{8}$/);
  });

  it('is another one where the installation carries other steps: its cases are planned otherwise', () => {
    expect(rulesVersion({ ...asWritten, steps: ['delgivning', 'sfi'] })).not.toBe(rulesVersion(asWritten));
  });
});
