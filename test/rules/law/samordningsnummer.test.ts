import { askerFor } from '../../../domain/law/samordningsnummer';

describe('who asks for a samordningsnummer (lag 2022:1697 2:1-6)', () => {
  it('is Migrationsverket for temporary protection (UtlF 4:19 i), the person for all others', () => {
    expect(askerFor(true)).toBe('authority');
    expect(askerFor(false)).toBe('individual');
  });
});
