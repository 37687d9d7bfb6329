import { z } from 'zod';
import { dossierNumber, identity, openAgency } from './app';

/** Arbetsförmedlingen: books the etableringssamtal at the second desk of the day. A caseworker records the meeting. */
export const arbetsformedlingen = openAgency({
  id: 'arbetsformedlingen',
  errandPrefix: 'msg_',
  steps: {
    etableringssamtal: {
      person: z.strictObject({ ...identity, dossierNumber }),
      number: ({ number }) => `apt_${number}`,
      appointment: { hour: 10, place: 'Arbetsförmedlingen Eskilstuna' },
    },
  },
});
