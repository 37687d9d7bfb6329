/** A household for the documentation: a permit just granted, an assigned place in Eskilstuna. */
export const householdExample = {
  source: 'Migrationsverket',
  facts: [
    { fact: { kind: 'settlement', form: 'anvisad' }, validFrom: '2026-11-02' },
    { fact: { kind: 'arrival', arrivedOn: '2026-03-16' }, validFrom: '2026-03-16' },
    { fact: { kind: 'stay', kommun: '0484', dwelling: 'fixed' }, validFrom: '2026-11-02' },
    { fact: { kind: 'protectedIdentity', level: 'none' }, validFrom: '2026-11-02' },
  ],
  members: [
    {
      givenName: 'Amira',
      familyName: 'Exempel',
      dossiernummer: '12-345678',
      role: 'adult',
      facts: [
        { fact: { kind: 'birth', bornOn: '1990-05-14' }, validFrom: '1990-05-14' },
        {
          fact: {
            kind: 'permit',
            ground: 'refugee',
            decidedOn: '2026-11-02',
            validFrom: '2026-11-02',
            validTo: '2029-11-01',
          },
          validFrom: '2026-11-02',
        },
        { fact: { kind: 'language', lacksSwedish: true }, validFrom: '2026-11-02' },
      ],
    },
  ],
};

/** Somebody else, on their own. */
export const caseExample = {
  source: householdExample.source,
  facts: householdExample.facts,
  member: { ...householdExample.members[0], givenName: 'Samir', dossiernummer: '12-345679' },
};
