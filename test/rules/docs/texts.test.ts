import { table } from '../../../process-docs/markdown';
import { handWritten, withStepsPart } from '../../../process-docs/glossary-part';
import { meaningsIn } from '../../../process-docs/sources';

describe('a code is explained by the glossary', () => {
  const meanings = meaningsIn(
    [
      '| code                   | meaning                     | law  |',
      '| ---------------------- | --------------------------- | ---- |',
      '| `underBankAge`         | under 16                    | FB   |',
      '| `upheld` · `remitted`  | let it be · sent it back    | FL   |',
      '| avvisning | `avvisad`  | not tried | FL |',
      '| `sfi`, `skola` | `received` · `started` | taken in · teaching began |',
      '| a refusal | `letStand` | the person accepts it |',
    ].join('\n'),
  );

  it('in a row of its own, part by part, or beside its Swedish word', () => {
    expect(meanings.get('underBankAge')).toBe('under 16');
    expect(meanings.get('remitted')).toBe('sent it back');
    expect(meanings.get('avvisad')).toBe('not tried');
    expect(meanings.get('letStand')).toBe('the person accepts it');
  });

  it('for the steps that a row names, and for no other', () => {
    expect(meanings.get('sfi received')).toBe('taken in');
    expect(meanings.get('skola started')).toBe('teaching began');
    expect(meanings.has('received')).toBe(false);
  });
});

describe('the part of the glossary that is written from the catalogue', () => {
  const glossary = 'before\n\n<!-- steps:begin -->\n\nold\n\n<!-- steps:end -->\n\nafter\n';

  it('stands between its markers and leaves the rest alone', () => {
    const written = withStepsPart(glossary);
    expect(written).toMatch(/^before\n\n<!-- steps:begin -->\n\n\| step /);
    expect(written).toMatch(/\n\n<!-- steps:end -->\n\nafter\n$/);
    expect(written).not.toContain('old');
    expect(withStepsPart(written)).toBe(written);
    expect(handWritten(written)).toBe('before\n\n\n\nafter\n');
  });

  it('is not written where there are no markers', () => {
    expect(() => withStepsPart('before')).toThrow('the glossary has no <!-- steps:begin -->');
  });
});

describe('a table', () => {
  it('is padded as Prettier pads it, and has no column that says nothing', () => {
    expect(
      table(
        ['a', 'empty', 'long name'],
        [
          ['åäö', '', 'x | y'],
          ['', '', ''],
        ],
      ),
    ).toEqual([
      '| a   | long name |',
      '| --- | --------- |',
      '| åäö | x \\| y    |',
      '| –   | –         |',
      '',
    ]);
    expect(table(['a'], [])).toEqual([]);
  });
});
