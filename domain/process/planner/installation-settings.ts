import type { StepId } from '../../model/ids';

/** How a step is answered: by a person through the API, or by the agency's system through a signed webhook. */
export type AnsweredBy = 'caseworker' | 'agencySystem';

/** What an installation has configured otherwise than the catalogue. */
export type InstallationSettings = {
  /** Steps that are answered or handed over otherwise. */
  readonly answering?: {
    readonly [step: StepId]: { readonly answeredBy: AnsweredBy; readonly handedOver: boolean };
  };
  /** The steps that it carries; all when left out. One that it does not carry holds nothing up. */
  readonly steps?: readonly string[];
};
