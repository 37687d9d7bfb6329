import type { CaseFacts } from '../../model/facts';
import type { Protection } from '../../model/plan';

/**
 * How a case is to be routed and shown. Sekretessmarkering and skyddad folkbokföring are warnings that follow the person
 * (OSL 22:1, FOL 16-17 §§); fingerade personuppgifter (lag 1991:483) must look like anybody's, so nothing shows. Where
 * it is not known, the case is handled as protected: it fails closed.
 */
export function protectionOf({ protectedIdentity }: CaseFacts): Protection {
  switch (protectedIdentity?.level) {
    case 'none':
    case 'fingeradePersonuppgifter':
      return { queue: 'ordinary' };
    case 'sekretessmarkering':
    case 'skyddadFolkbokforing':
      return { queue: 'protected', warning: protectedIdentity.level };
    case undefined:
      return { queue: 'protected' };
  }
}
