/** What a person is asked to bring to a step; the texts for people are keyed by these codes. */
export type Bring =
  | 'passport'
  | 'lmaCard'
  | 'permitCard'
  | 'permitDecision'
  | 'idCard'
  | 'papersOfCivilStatus'
  | 'landlordsConsent'
  | 'feeReceipt'
  | 'guardiansConsent'
  | 'grades'
  | 'workCertificates'
  | 'papersOfIncome'
  | 'papersOfRent'
  | 'bankAccountNumber'
  | 'vaccinationCard'
  | 'representativesPapers';
