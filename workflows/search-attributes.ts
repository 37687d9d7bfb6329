import { SearchAttributeType, defineSearchAttributeKey } from '@temporalio/common';

/** Search attributes of a case, exactly these. Their values are plain text to everyone who sees the namespace. */
export const OpenSteps = defineSearchAttributeKey('OpenSteps', SearchAttributeType.KEYWORD_LIST);
export const OpenAgencies = defineSearchAttributeKey('OpenAgencies', SearchAttributeType.KEYWORD_LIST);
/** Unset unless the person is known to be unprotected. */
export const Kommun = defineSearchAttributeKey('Kommun', SearchAttributeType.KEYWORD);
export const WaitingSince = defineSearchAttributeKey('WaitingSince', SearchAttributeType.DATETIME);
export const DueAt = defineSearchAttributeKey('DueAt', SearchAttributeType.DATETIME);

/** All of them, to be registered with the server. */
export const SEARCH_ATTRIBUTES = [OpenSteps, OpenAgencies, Kommun, WaitingSince, DueAt] as const;
